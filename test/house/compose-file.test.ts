import { expect, test } from '@jest/globals';
import { membersIn, parseComposeFile, type Service } from './compose-file.ts';

const file = parseComposeFile();
const services = Object.entries(file.services);
const members = [...membersIn(file)];
const databases = services.filter(([, { image }]) => image?.startsWith('mariadb:'));

test('compose runs the gateway, AMSG and three states, and one database for each member', () => {
  expect(members.map(([code]) => code)).toEqual(['AMSG', 'CD', 'MA', 'ZM']);
  expect(databases).toHaveLength(members.length);
  expect(services).toHaveLength(1 + 2 * members.length);
});

test.each(members)(
  'the database of %s is its own, on a network of these two alone',
  (code, member) => {
    const url = new URL(member.environment?.DATABASE_URL?.replace(/\$\{[^}]*\}/, 'secret') ?? '');
    const database = file.services[url.hostname];
    expect(url.protocol).toBe('mysql:');
    expect(url.hostname).toBe(`${code.toLowerCase()}-db`);
    expect(database?.networks).toHaveLength(1);
    const [network = ''] = database?.networks ?? [];
    expect(file.networks[network]).toEqual({ internal: true });
    const onIt = services.filter(([, { networks }]) => networks?.includes(network));
    expect(onIt.map(([, service]) => service)).toEqual([member, database]);
  },
);

test('each database keeps its records in a volume of its own', () => {
  const volumes = databases.map(([, { volumes: kept }]) => kept);
  expect(volumes).toEqual(databases.map(([name]) => [`${name}:/var/lib/mysql`]));
});

test('nothing but the gateway listens to the outside, and the gateway sees no database', () => {
  expect(services.filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(['gateway']);
  expect(file.services.gateway?.networks).toEqual(['outside', 'members']);
});

test('the gateway is given the members of the file', () => {
  const given = file.services.gateway?.environment?.MEMBERS?.split(/\s+/);
  expect(given).toEqual(
    members.map(([code]) => `${code}=http://${code.toLowerCase()}:4001/graphql`),
  );
});

test('every service says when it is well', () => {
  expect(services.filter(([, { healthcheck }]) => !healthcheck)).toEqual([]);
});

test('a password comes from the environment and has no default', () => {
  const secrets = services.flatMap(([, service]) => secretsOf(service));
  expect(secrets).toHaveLength(2 * members.length);
  for (const secret of secrets) expect(secret).toMatch(/^\$\{[A-Z]+_DB_PASSWORD:\?[^}]+\}$/);
});

const secretsOf = ({ environment = {} }: Service): readonly string[] =>
  Object.entries(environment).flatMap(([name, value]) => {
    if (name === 'MARIADB_PASSWORD') return [value];
    return name === 'DATABASE_URL' ? [/\/\/zellige:(.*)@/.exec(value)?.[1] ?? ''] : [];
  });
