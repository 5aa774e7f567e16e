import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readConfig } from '../../gateway/config.ts';

const KEY = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff';
const folder = () => mkdtempSync(join(tmpdir(), 'zellige-config-'));

function fileWith(content: string): string {
  const path = join(folder(), 'file.json');
  writeFileSync(path, content);
  return path;
}

test('without a file and an environment everything has its default', () => {
  const dataDir = folder();
  expect(readConfig({ DATA_DIR: dataDir, CURSOR_KEY: KEY })).toEqual({
    kind: 'read',
    config: {
      host: '127.0.0.1',
      port: 4000,
      dataDir,
      engine: 'zellige',
      members: [],
      deadlineMs: 5000,
      corsOrigins: [],
      trustedProxies: [],
      metricsNetworks: ['127.0.0.0/8', '::1'],
      costMax: 1_000_000,
      workMsMax: 100,
      requestsPerMinuteMax: 600,
      rateLimitLoopback: false,
      allowPrivateMembers: false,
      registryDatabase: `sqlite:${join(dataDir, 'registry.db')}`,
      cursorKey: Uint8Array.from(Buffer.from(KEY, 'hex')),
    },
  });
});

test('the environment wins over the file', () => {
  const file = fileWith(
    JSON.stringify({
      deadlineMs: 1000,
      host: '0.0.0.0',
      members: [{ code: 'MA', url: 'https://minerals.example/graphql' }],
      cursorKey: KEY,
    }),
  );
  expect(
    readConfig({
      ZELLIGE_CONFIG: file,
      DEADLINE_MS: '2000',
      CORS_ORIGINS: 'https://a.example, https://b.example',
      TRUSTED_PROXIES: '10.0.0.0/8,::1',
      METRICS_NETWORKS: '10.1.0.0/16, 192.0.2.7',
      COST_MAX: '5000000',
      WORK_MS_MAX: '400',
      REQUESTS_PER_MINUTE_MAX: '60',
      RATE_LIMIT_LOOPBACK: 'true',
    }),
  ).toMatchObject({
    config: {
      deadlineMs: 2000,
      host: '0.0.0.0',
      members: [{ code: 'MA', url: 'https://minerals.example/graphql' }],
      corsOrigins: ['https://a.example', 'https://b.example'],
      trustedProxies: ['10.0.0.0/8', '::1'],
      metricsNetworks: ['10.1.0.0/16', '192.0.2.7'],
      costMax: 5_000_000,
      workMsMax: 400,
      requestsPerMinuteMax: 60,
      rateLimitLoopback: true,
    },
  });
});

test.each([
  ['MA=http://127.0.0.1:4001/graphql?a=b, AMSG=http://amsg:4002/graphql'],
  [
    '[{"code":"MA","url":"http://127.0.0.1:4001/graphql?a=b"},{"code":"AMSG","url":"http://amsg:4002/graphql"}]',
  ],
])('members may be given as %s', (members) => {
  expect(
    readConfig({ MEMBERS: members, ALLOW_PRIVATE_MEMBERS: 'true', CURSOR_KEY: KEY }),
  ).toMatchObject({
    config: {
      members: [
        { code: 'MA', url: 'http://127.0.0.1:4001/graphql?a=b' },
        { code: 'AMSG', url: 'http://amsg:4002/graphql' },
      ],
    },
  });
});

test('all faults are told together, each with its key, what was expected and what came', () => {
  const file = fileWith(JSON.stringify({ colour: 'blue', engine: 'hive', members: 'MA' }));
  expect(
    readConfig({
      ZELLIGE_CONFIG: file,
      PORT: '70000',
      DEADLINE_MS: 'soon',
      CORS_ORIGINS: 'https://a.example/path',
      TRUSTED_PROXIES: 'localhost',
      METRICS_NETWORKS: 'everybody',
      COST_MAX: '0',
      REQUESTS_PER_MINUTE_MAX: 'many',
      RATE_LIMIT_LOOPBACK: '1',
      ALLOW_PRIVATE_MEMBERS: 'yes',
      CURSOR_KEY: 'short',
    }),
  ).toEqual({
    kind: 'refused',
    faults: [
      'PORT: expected a port from 0 to 65535, got 70000.',
      `engine in ${file}: expected "zellige" or "apollo", got "hive".`,
      `members in ${file}: expected a list of { code, url }, each code once, got "MA".`,
      'DEADLINE_MS: expected a whole number of milliseconds from 100 to 60000, got "soon".',
      'CORS_ORIGINS.0: expected a list of origins such as "https://example.org", got "https://a.example/path".',
      'TRUSTED_PROXIES.0: expected a list of addresses or networks such as "10.0.0.0/8", got "localhost".',
      'METRICS_NETWORKS.0: expected a list of addresses or networks such as "10.0.0.0/8", got "everybody".',
      'COST_MAX: expected a whole number from 1 to 1000000000; docs/cost.md says what is counted, got 0.',
      'REQUESTS_PER_MINUTE_MAX: expected a whole number from 1 to 1000000000, got "many".',
      'RATE_LIMIT_LOOPBACK: expected true or false, got "1".',
      'ALLOW_PRIVATE_MEMBERS: expected true or false, got "yes".',
      'CURSOR_KEY: expected 32 bytes, written as 64 hexadecimal digits, got something else.',
      `colour in ${file}: expected one of the keys host, port, dataDir, engine, members, deadlineMs, corsOrigins, trustedProxies, metricsNetworks, costMax, workMsMax, requestsPerMinuteMax, rateLimitLoopback, allowPrivateMembers, registryDatabase, cursorKey, got "colour".`,
    ],
  });
});

test.each([
  ['99', 'refused'],
  ['100', 'read'],
  ['60000', 'read'],
  ['60001', 'refused'],
])('a deadline of %s ms is %s', (deadline, kind) => {
  expect(readConfig({ DEADLINE_MS: deadline, CURSOR_KEY: KEY }).kind).toBe(kind);
});

const PUBLIC =
  'expected an https address outside private networks, without user name and password (allowPrivateMembers admits http and private networks)';

test.each([
  ['http://minerals.example/graphql', 'http://minerals.example/graphql'],
  ['https://127.0.0.1/graphql', 'https://127.0.0.1/graphql'],
  ['https://2130706433/graphql', 'https://2130706433/graphql'],
  ['https://[::1]/graphql', 'https://[::1]/graphql'],
  ['https://[::ffff:10.0.0.1]/graphql', 'https://[::ffff:10.0.0.1]/graphql'],
  ['https://localhost./graphql', 'https://localhost./graphql'],
  ['https://user:secret@minerals.example/', 'https://***@minerals.example/'],
  ['minerals', 'minerals'],
])('the member address %s is refused, and no password is shown', (url, shown) => {
  expect(readConfig({ MEMBERS: `MA=${url}`, CURSOR_KEY: KEY })).toEqual({
    kind: 'refused',
    faults: [`MEMBERS.0.url: ${PUBLIC}, got "${shown}".`],
  });
});

test('where private members are allowed, an address still holds no password', () => {
  expect(
    readConfig({ MEMBERS: 'MA=http://user:secret@10.0.0.1/', ALLOW_PRIVATE_MEMBERS: 'true' }),
  ).toEqual({
    kind: 'refused',
    faults: [
      'MEMBERS.0.url: expected an http or https address without user name and password, got "http://***@10.0.0.1/".',
    ],
  });
});

test('a member code is an ISO code or an acronym, and stands once', () => {
  const url = 'https://minerals.example/graphql';
  expect(readConfig({ MEMBERS: `morocco=${url}`, CURSOR_KEY: KEY })).toEqual({
    kind: 'refused',
    faults: [
      'MEMBERS.0.code: expected the code of a member such as "MA" or "AMSG", got "morocco".',
    ],
  });
  expect(readConfig({ MEMBERS: `MA=${url},MA=${url}`, CURSOR_KEY: KEY })).toMatchObject({
    faults: [expect.stringContaining('MEMBERS: expected a list of { code, url }, each code once')],
  });
});

test('a file that the operator names must be there and be JSON', () => {
  const broken = fileWith('{ "port": ');
  expect(readConfig({ ZELLIGE_CONFIG: join(folder(), 'none.json'), CURSOR_KEY: KEY })).toEqual({
    kind: 'refused',
    faults: [expect.stringMatching(/none\.json: expected a readable JSON file, got ENOENT/)],
  });
  expect(readConfig({ ZELLIGE_CONFIG: broken, CURSOR_KEY: KEY })).toMatchObject({
    faults: [expect.stringMatching(/expected a readable JSON file, got .*JSON/)],
  });
  expect(readConfig({ ZELLIGE_CONFIG: fileWith('[]'), CURSOR_KEY: KEY })).toMatchObject({
    faults: [expect.stringMatching(/expected a JSON object, got \[\]\./)],
  });
});

test('the database of the registry may be another, and of a wrong one nothing is shown', () => {
  const read = (url: string) =>
    readConfig({ DATA_DIR: folder(), CURSOR_KEY: KEY, REGISTRY_DATABASE: url });
  const url = 'mysql://zellige:s%2Fecret@db.example:3307/registry';
  expect(read(url)).toMatchObject({ config: { registryDatabase: url } });
  expect(read('postgres://zellige:secret@db.example/registry')).toEqual({
    kind: 'refused',
    faults: [
      'REGISTRY_DATABASE: expected a database such as "mysql://user:password@host:3306/registry" or "sqlite:data/registry.db", got something else.',
    ],
  });
});

test('a cursor key is made once, kept for its owner alone, and found again', () => {
  const dataDir = join(folder(), 'new');
  const first = readConfig({ DATA_DIR: dataDir });
  const kept = join(dataDir, 'cursor.key');
  expect(statSync(kept).mode & 0o777).toBe(0o600);
  expect(readFileSync(kept, 'utf8')).toMatch(/^[0-9a-f]{64}$/);
  expect(first.kind).toBe('read');
  expect(readConfig({ DATA_DIR: dataDir })).toEqual(first);
});

test('a data folder that cannot be written and a damaged key are refused', () => {
  const inAFile = join(fileWith('{}'), 'data');
  expect(readConfig({ DATA_DIR: inAFile })).toEqual({
    kind: 'refused',
    faults: [
      expect.stringContaining(
        `dataDir: expected a folder that can be written, got "${inAFile}" (ENOTDIR`,
      ),
    ],
  });
  const dataDir = folder();
  writeFileSync(join(dataDir, 'cursor.key'), 'abc');
  expect(readConfig({ DATA_DIR: dataDir })).toEqual({
    kind: 'refused',
    faults: [
      `${join(dataDir, 'cursor.key')}: expected 64 hexadecimal digits, got something else; delete it, and a new one is made (cursors given so far are then refused).`,
    ],
  });
});

test.each([
  'APOLLO_DISABLE_SECURITY_RECURSIVE_SELECTIONS_CHECK',
  'APOLLO_DISABLE_SECURITY_NON_LOCAL_SELECTIONS_CHECK',
])('the unsafe switch %s is refused, whatever it says', (name) => {
  for (const value of ['1', 'false', ''])
    expect(readConfig({ [name]: value, CURSOR_KEY: KEY })).toEqual({
      kind: 'refused',
      faults: [
        `${name}: expected nothing, for it lets a small question keep the planner busy for minutes, got "${value}"; unset it.`,
      ],
    });
});
