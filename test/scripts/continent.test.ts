import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { type Program, run as runProgram } from '../program.ts';

const started: Program[] = [];
/** A continent whose test failed does not outlive it. */
afterEach(() => {
  for (const { child } of started.splice(0)) child.kill('SIGKILL');
});
function run(...program: Parameters<typeof runProgram>): Program {
  const running = runProgram(...program);
  started.push(running);
  return running;
}

const START = ['scripts/continent.ts', '--members', 'CD'];
const folder = () => mkdtempSync(join(tmpdir(), 'zellige-continent-'));
const start = (dataDir = folder()) => run(START, { PORT: '0', DATA_DIR: dataDir });
const ADDRESS = /2 members answer at (http:\S+)/;
const COMMAND = /^curl -sG (\S+) --data-urlencode 'query=(.+)'$/m;
const databasesIn = (dataDir: string) =>
  readdirSync(dataDir)
    .filter((file) => file.endsWith('.db'))
    .sort();

test('the printed command asks the members that were started and AMSG; a signal stops all of them within two seconds', async () => {
  const dataDir = folder();
  const continent = start(dataDir);
  const [, url] = await continent.says(ADDRESS);
  const [, endpoint = '', query = ''] = await continent.says(COMMAND);
  expect(continent.said()).toMatch(
    /^Zellige starts: .+\nLoading seeds: \d members, [\d,]+ records\n/,
  );
  const answer = await fetch(`${endpoint}?${new URLSearchParams({ query })}`);
  expect(await answer.json()).toMatchObject({
    data: { sites: { total: { precision: 'EXACT' }, coverage: { complete: true } } },
  });
  expect(databasesIn(dataDir)).toEqual(['AMSG.db', 'CD.db', 'registry.db']);
  const members = await fetch(`${url}/members`, { headers: { accept: 'application/json' } });
  const addresses = ((await members.json()) as readonly { url: string }[]).map((each) => each.url);
  const before = performance.now();
  continent.child.kill('SIGTERM');
  expect(await continent.exit).toBe(0);
  expect(performance.now() - before).toBeLessThan(2000);
  for (const address of [...addresses, `${url}/health`])
    await expect(fetch(address)).rejects.toThrow('fetch failed');
});

test('a signal stops it while it starts, too', async () => {
  const continent = start();
  await continent.says(/Loading seeds/);
  const before = performance.now();
  continent.child.kill('SIGINT');
  expect(await continent.exit).toBe(0);
  expect(performance.now() - before).toBeLessThan(2000);
});

test('where the members end by themselves, the gateway says so and ends too', async () => {
  const continent = start();
  await continent.says(ADDRESS);
  process.kill(childOf(continent.child.pid), 'SIGKILL');
  expect(await continent.exit).toBe(1);
  expect(continent.said()).toMatch(
    /\nThe members' process has ended \(SIGKILL\); start again\.\n$/,
  );
});

test('an unknown member code is one sentence, and nothing is started', async () => {
  const dataDir = folder();
  const continent = run(['scripts/continent.ts', '--members', 'CD,XX'], {
    PORT: '0',
    DATA_DIR: dataDir,
  });
  expect(await continent.exit).toBe(1);
  expect(continent.said()).toMatch(
    /\nExpected the code of a member, one of AMSG AO .+ ZW; got "XX"\.\n$/,
  );
  expect(readdirSync(dataDir)).toEqual(['cursor.key']);
});

test('a continent with faults shows them; its honest members answer as ever', async () => {
  const program = ['scripts/continent.ts', '--members', 'CD,ZM,CV', '--zoo', 'CD=html,ZM=refused'];
  const continent = run(program, { PORT: '0', DATA_DIR: folder() });
  const [, url] = await continent.says(/4 members answer at (http:\S+)/);
  const query = '{ sites(first: 3) { coverage { answered missing { member reason } } } }';
  const answer = await fetch(`${url}/graphql?${new URLSearchParams({ query })}`);
  expect(await answer.json()).toMatchObject({
    data: {
      sites: {
        coverage: {
          answered: ['CV'],
          missing: [
            { member: 'CD', reason: 'PROTOCOL_ERROR' },
            { member: 'ZM', reason: 'UNREACHABLE' },
          ],
        },
      },
    },
  });
  continent.child.kill('SIGTERM');
  expect(await continent.exit).toBe(0);
});

test.each([
  ['CD=hnag', /^Expected a fault of the zoo, one of refused .+ schema-changed; got "hnag"\.\n$/],
  ['XX=hang', /^Expected the code of a member that is started, one of AMSG CD; got "XX"\.\n$/],
  ['CD', /^Expected members with their faults, such as CD=hang,ZM=unsorted@3; got "CD"\.\n$/],
])('a zoo of %s is one sentence, and nothing is started', async (faults, says) => {
  const dataDir = folder();
  const continent = run([...START, '--zoo', faults], { PORT: '0', DATA_DIR: dataDir });
  expect(await continent.exit).toBe(1);
  expect(continent.said()).toMatch(says);
  expect(readdirSync(dataDir)).toEqual(['cursor.key']);
});

test('a port that is taken is one sentence, and no member is started', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const dataDir = folder();
  const continent = run(START, { PORT: String(port), DATA_DIR: dataDir });
  expect(await continent.exit).toBe(1);
  expect(continent.said()).toBe(
    `The address 127.0.0.1:${port} is taken by another program; stop that, or set PORT to another.\n`,
  );
  expect(existsSync(join(dataDir, 'CD.db'))).toBe(false);
  other.close();
});

test('a data folder that cannot be written is one sentence', async () => {
  const file = join(folder(), 'file');
  writeFileSync(file, '');
  const continent = start(join(file, 'data'));
  expect(await continent.exit).toBe(1);
  expect(continent.said()).toMatch(
    /^dataDir: expected a folder that can be written, got ".+\/file\/data" \(ENOTDIR.+\)\.\n$/,
  );
});

/** The one process that this one has started. */
function childOf(pid: number | undefined): number {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n');
  const [child] = lines
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === pid);
  if (child?.[0] === undefined) throw new Error(`Expected a child of ${pid}, found none.`);
  return child[0];
}
