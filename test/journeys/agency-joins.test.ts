import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { environment } from '../house/config.ts';
import { type Program, run } from '../program.ts';
import { installOffline, startProject } from '../scripts/zellige/agency-project.ts';
import { zellige } from '../scripts/zellige/command.ts';
import { type Members, openMembers, temporaryFolder } from './continent.ts';

const folder = temporaryFolder();
const project = join(folder, 'register');

let members: Members;
let gateway: Program;
let url: string;
beforeAll(async () => {
  members = await openMembers(folder, ['AMSG', 'MA']);
  gateway = run(['gateway/main.ts'], {
    DATA_DIR: folder,
    PORT: '0',
    ALLOW_PRIVATE_MEMBERS: 'true',
    MEMBERS: JSON.stringify(members.addresses()),
  });
  url = (await gateway.says(/The gateway listens at (http:[^"]+)\./))[1] ?? '';
  while ((await fetch(`${url}/ready`)).status !== 200)
    await new Promise((again) => setTimeout(again, 20));
});
afterAll(async () => {
  gateway.child.kill('SIGTERM');
  await gateway.exit;
  await members.close();
  rmSync(folder, { recursive: true });
});

const asked = (words: readonly string[], token: string) =>
  zellige([...words, '--json'], environment({ ZELLIGE_GATEWAY: url, ZELLIGE_TOKEN: token }));

async function organisations(): Promise<unknown> {
  const query =
    '{ organisations(filter: { owners: ["KE"] }, first: 2) { edges { node { id ke_hasLei } } coverage { complete answered } } }';
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return await response.json();
}

test('an agency begins in an empty folder, publishes, and its rows are in the continental answer', async () => {
  const operator = readFileSync(join(folder, 'operator-token'), 'utf8').trim();
  const created = await asked(['token', 'create', 'KE'], operator);
  const { token } = JSON.parse(created.out);
  expect((await asked(['init', 'KE', project], '')).code).toBe(0);
  installOffline(project);
  const member = await startProject(project);
  try {
    const extension = join(project, 'src/extension.graphql');
    const words = ['publish', 'KE', '--url', member.url, '--extension', extension];
    const published = await asked(words, token);
    expect(JSON.parse(published.out)).toMatchObject({ member: 'KE', kind: 'PUBLISH', who: 'KE' });
    expect(await organisations()).toMatchObject({
      data: {
        organisations: {
          edges: [
            { node: { id: expect.stringMatching(/^KE:org:/), ke_hasLei: expect.any(Boolean) } },
            { node: { id: expect.stringMatching(/^KE:org:/), ke_hasLei: expect.any(Boolean) } },
          ],
          coverage: { complete: true, answered: ['KE'] },
        },
      },
    });
    const foreign = await asked(['withdraw', 'MA'], token);
    expect([foreign.code, JSON.parse(foreign.out).code]).toEqual([1, 'TOKEN_OF_ANOTHER']);
    expect((await asked(['withdraw', 'KE'], token)).code).toBe(0);
  } finally {
    await member.stop();
  }
});
