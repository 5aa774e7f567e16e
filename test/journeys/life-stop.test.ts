import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from '@jest/globals';
import { run } from '../program.ts';
import { openMembers, temporaryFolder } from './continent.ts';
import { openSteered } from './steered-member.ts';

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true }));

const CLIENTS = 50;
const QUERY = '{ siteCounts(by: [COUNTRY]) { rows { count } coverage { complete } } }';

test('a gateway that is told to stop under load answers every request that it has accepted', async () => {
  const members = await openMembers(folder, ['CV']);
  const [address] = members.addresses();
  let turn = 0;
  const member = await openSteered(address?.url ?? '', () => {
    turn += 1;
    return { kind: 'PASSED', afterMs: 50 + (turn % 7) * 40 };
  });
  const gateway = run(['gateway/main.ts'], {
    DATA_DIR: folder,
    PORT: '0',
    MEMBERS: `CV=${member.url}`,
    ALLOW_PRIVATE_MEMBERS: 'true',
  });
  const [, url = ''] = await gateway.says(/The gateway listens at (http:[^"]+)\./);
  while ((await fetch(`${url}/ready`)).status !== 200) await wait(20);
  const clients = Array.from({ length: CLIENTS }, () => askUntilRefused(url));
  while (member.asked.length < CLIENTS * 4) await wait(20);
  gateway.child.kill('SIGTERM');
  const told = (await Promise.all(clients)).flat();
  expect(await gateway.exit).toBe(0);
  member.close();
  await members.close();
  const accepted = statusesIn(gateway.said());
  const count = (kind: string) => told.filter((each) => each === kind).length;
  expect(count('ANSWERED')).toBeGreaterThan(CLIENTS * 2);
  expect(told.filter(isNeither)).toEqual([]);
  expect(accepted.filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect(accepted.length).toBeGreaterThan(CLIENTS * 2);
  expect(count('ANSWERED') + count('REFUSED')).toBeGreaterThanOrEqual(accepted.length);
}, 60_000);

/** Of every request that the gateway has accepted it writes one line; the status is null where its answer did not get out. */
const statusesIn = (log: string): readonly (number | null)[] =>
  log
    .split('\n')
    .filter((line) => line.includes('"queryHash"'))
    .map((line) => (JSON.parse(line) as { readonly status: number | null }).status);

const isNeither = (kind: string) => !['ANSWERED', 'REFUSED', 'NOT ACCEPTED'].includes(kind);

/** Everything, or without a member that was not waited for to the end on a busy machine, and then it is named. */
const isWhole = ({ data, errors = [] }: Told): boolean =>
  data.siteCounts?.coverage.complete ?? errors[0]?.message === 'CV did not answer.';
type Told = {
  readonly data: {
    readonly siteCounts: { readonly coverage: { readonly complete: boolean } } | null;
  };
  readonly errors?: readonly { readonly message: string }[];
};

/** One question after another, as long as they are answered. */
async function askUntilRefused(url: string): Promise<readonly string[]> {
  const told: string[] = [];
  do told.push(await askOnce(url));
  while (told.at(-1) === 'ANSWERED');
  return told;
}

async function askOnce(url: string): Promise<string> {
  const body = JSON.stringify({ query: QUERY });
  const headers = { 'content-type': 'application/json' };
  try {
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
    const text = await answer.text();
    if (answer.status === 503 && 'errors' in JSON.parse(text)) return 'REFUSED';
    return answer.status === 200 && isWhole(JSON.parse(text)) ? 'ANSWERED' : text;
  } catch (error) {
    const { code = String(error) } = (error as Error).cause as { readonly code?: string };
    return NOT_ACCEPTED.includes(code) ? 'NOT ACCEPTED' : code;
  }
}

/** Nobody listens any more; or the connection was closed while the next question was on its way, and nobody has read that. */
const NOT_ACCEPTED = ['ECONNREFUSED', 'ECONNRESET', 'UND_ERR_SOCKET'];
