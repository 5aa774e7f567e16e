import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Extending, readSupergraph } from '../../../gateway/supergraph/index.ts';
import { STATES } from '../../../subgraphs/national/profiles/states.ts';
import { HAS_MARIADB, type MariaDb, startMariaDb } from '../../mariadb.ts';
import {
  codeOf,
  extensionOf,
  type GivenRegistry,
  givenRegistry,
  numberOf,
} from './given-registry.ts';
import { newFolder } from './new-folder.ts';

const CODES = Object.keys(STATES).sort();
const NUMBERS = CODES.map((_, place) => place + 1);

let server: MariaDb | undefined;
beforeAll(async () => {
  if (HAS_MARIADB) server = await startMariaDb();
});
afterAll(async () => server?.close());

/** Every member publishes at once, each at one of these gateways in turn; with an extension, where whether it composes is asked too. */
async function allPublish(registries: readonly GivenRegistry[], isExtended: boolean) {
  const published = CODES.map((code, place) => {
    const registry = registries[place % registries.length];
    return registry?.publishes(code, isExtended ? { extension: extensionOf(code) } : {});
  });
  const done = await Promise.all(published.filter((each) => each !== undefined));
  return done.map(numberOf).sort((a, b) => a - b);
}

const members = (registry: GivenRegistry) => [
  registry.state().members.map(({ code }) => code),
  registry.state().extensions.map(({ member }) => member),
];

test('fifty-four members publish at once: none is lost, and one last state has all', async () => {
  const registry = await givenRegistry(newFolder());
  expect(CODES).toHaveLength(54);
  expect(await allPublish([registry], true)).toEqual(NUMBERS);
  expect(members(registry)).toEqual([CODES, CODES]);
  expect(registry.served.at(-1)).toEqual(registry.state());
  const tries = await registry.attempts(100);
  expect(tries.filter(({ outcome }) => outcome === 'ACCEPTED')).toHaveLength(54);
  await registry.close();
});

const COMPOSED = {
  kind: 'composed',
  supergraph: readSupergraph(),
  api: () => Promise.resolve(''),
} as const;

test('those who wait are composed and kept together: fifty-four cost hardly more than each by itself', async () => {
  const composed = new Set<string>();
  const extend: Extending = async (extensions) => {
    composed.add(
      extensions
        .map(({ member }) => member)
        .sort()
        .join(),
    );
    return await Promise.resolve(COMPOSED);
  };
  const registry = await givenRegistry(newFolder(), { extend });
  expect(await allPublish([registry], true)).toEqual(NUMBERS);
  const alone = [...composed].filter((codes) => !codes.includes(','));
  expect(alone.toSorted()).toEqual(CODES);
  expect(composed.size - alone.length).toBeLessThanOrEqual(5);
  await registry.close();
});

test('of several at once, one that the others cannot be joined with takes nobody along', async () => {
  const extend: Extending = (extensions) => {
    const members = extensions.map(({ member }) => member);
    const isRefused = members.includes('CD') && members.includes('KE');
    return Promise.resolve(
      isRefused ? { kind: 'refused', findings: ['CD and KE do not go together.'] } : COMPOSED,
    );
  };
  const registry = await givenRegistry(newFolder(), { extend });
  const published = await Promise.all(
    ['CD', 'KE', 'MA', 'CD'].map((code, place) =>
      registry.publishes(code, { extension: extensionOf(code, `grade${place}`) }),
    ),
  );
  expect(published.map(codeOf)).toEqual([
    'published',
    'DOES_NOT_COMPOSE',
    'published',
    'published',
  ]);
  expect(members(registry)).toEqual([
    ['CD', 'MA'],
    ['CD', 'MA'],
  ]);
  expect((await registry.history('CD')).map(({ extension }) => extension)).toEqual([
    extensionOf('CD', 'grade3'),
    extensionOf('CD', 'grade0'),
  ]);
  await registry.close();
});

const tells = HAS_MARIADB ? test : test.skip;
tells(
  'three gateways over one registry take turns, and lose nothing either [needs MariaDB]',
  async () => {
    const database = (await server?.create('registry')) ?? '';
    const registries: GivenRegistry[] = [];
    for (let count = 0; count < 3; count += 1)
      registries.push(await givenRegistry(newFolder(), { database }));
    expect(await allPublish(registries, false)).toEqual(NUMBERS);
    const after = await givenRegistry(newFolder(), { database });
    expect(members(after)).toEqual([CODES, []]);
    await Promise.all([...registries, after].map((each) => each.close()));
  },
);
