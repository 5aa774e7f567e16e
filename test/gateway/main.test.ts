import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { run } from '../program.ts';

const GATEWAY = ['gateway/main.ts'];
const dataDir = mkdtempSync(join(tmpdir(), 'zellige-gateway-'));
const oneMember = (port: number) => ({
  DATA_DIR: dataDir,
  PORT: '0',
  MEMBERS: `MA=http://127.0.0.1:${port}/graphql`,
  ALLOW_PRIVATE_MEMBERS: 'true',
});

/** Accepts and says nothing, as a member that hangs. */
async function hanging() {
  const server = createServer((socket) => socket.on('error', () => {}));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

test('a gateway without members does not start, and says where to name them', async () => {
  const gateway = run(GATEWAY, { DATA_DIR: dataDir });
  expect(await gateway.exit).toBe(1);
  expect(gateway.said()).toBe(
    'members: expected at least one member, got none; name them in zellige.config.json or in MEMBERS, as in MEMBERS="MA=https://minerals.example/graphql".\n',
  );
});

test('a faulty configuration is told whole, one sentence each', async () => {
  const gateway = run(GATEWAY, { DATA_DIR: dataDir, PORT: 'x', DEADLINE_MS: '1' });
  expect(await gateway.exit).toBe(1);
  expect(gateway.said()).toBe(
    'PORT: expected a port from 0 to 65535, got "x".\nDEADLINE_MS: expected a whole number of milliseconds from 100 to 60000, got 1.\n',
  );
});

test('a port that is taken is one sentence', async () => {
  const { port, close } = await hanging();
  const gateway = run(GATEWAY, { ...oneMember(1), PORT: String(port) });
  expect(await gateway.exit).toBe(1);
  expect(gateway.said()).toBe(
    `The address 127.0.0.1:${port} is taken by another program; stop that, or set PORT to another.\n`,
  );
  close();
});

test('whatever its members do, the gateway is ready after one deadline, and stops within two seconds with every request answered', async () => {
  const member = await hanging();
  const gateway = run(GATEWAY, { ...oneMember(member.port), DEADLINE_MS: '3000' });
  const [, url] = await gateway.says(/The gateway listens at (http:[^"]+)\./);
  expect((await fetch(`${url}/ready`)).status).toBe(503);
  await gateway.says(/"state":"SILENT"/);
  expect((await fetch(`${url}/ready`)).status).toBe(200);
  const asked = fetch(`${url}/graphql?query={sites{total{count}}}`);
  await new Promise((done) => setTimeout(done, 100));
  const before = performance.now();
  gateway.child.kill('SIGTERM');
  expect(await gateway.exit).toBe(0);
  expect(performance.now() - before).toBeLessThan(2000);
  expect(await (await asked).json()).toMatchObject({
    data: { sites: null },
    errors: [
      {
        message: 'MA did not answer.',
        extensions: { code: 'MEMBER_UNAVAILABLE', missing: [{ member: 'MA', reason: 'TIMEOUT' }] },
      },
    ],
  });
  member.close();
});
