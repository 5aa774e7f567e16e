import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { STATES } from '../../../subgraphs/national/profiles/states.ts';
import { HAS_MARIADB, type MariaDb, startMariaDb } from '../../mariadb.ts';
import { extensionOf, type GivenRegistry, givenRegistry, numberOf } from './given-registry.ts';
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
