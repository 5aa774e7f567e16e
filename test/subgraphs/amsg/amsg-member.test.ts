import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { SCALARS } from '../../../schema/index.ts';
import { type RunningMember, startMember } from '../../../subgraphs/index.ts';
import { askOver, temporaryFolder } from '../temporary.ts';

const folder = temporaryFolder();
let amsg: RunningMember;
beforeAll(async () => {
  amsg = await startMember({
    code: 'AMSG',
    database: `sqlite:${join(folder, 'AMSG.db')}`,
    host: '127.0.0.1',
    port: 0,
    logger: pino({ level: 'silent' }),
  });
});
afterAll(() => amsg.close());
const ask = (query: string, variables = {}) => askOver(amsg.url, query, variables);
type Codes = { readonly data: Readonly<Record<string, readonly { readonly code: string }[]>> };
const codesOf = async (query: string) => {
  const { data } = (await ask(query)) as Codes;
  return Object.values(data).map((list) => list.map(({ code }) => code));
};

test('countries are by code: all 54, or those that are named', async () => {
  const [all = [], named] = await codesOf(
    '{ all: countries { code } named: countries(codes: ["ZM", "MA", "US"]) { code } }',
  );
  expect(all.length).toBe(54);
  expect(all).toEqual([...all].sort());
  expect(named).toEqual(['MA', 'ZM']);
});

test('a commodity is found by a part of its name in any language, without regard to accents and case', async () => {
  const found = await codesOf(`{
    en: commodities(text: "COBALT") { code } fr: commodities(text: "étain") { code }
    bare: commodities(text: "etain") { code } ar: commodities(text: "كوبالت") { code } pt: commodities(text: "cobálto") { code }
    none: commodities(text: "unobtainium") { code }
  }`);
  expect(found).toEqual([['cobalt'], ['tin'], ['tin'], ['cobalt'], ['cobalt'], []]);
});

test('the critical commodities of a list are those on it', async () => {
  const [eu = [], both = [], none] = await codesOf(`{
    eu: commodities(critical: "EU-CRMA-2024") { code }
    both: commodities(critical: "EU-CRMA-2024", text: "cobalt") { code }
    none: commodities(critical: "nobody's list") { code }
  }`);
  expect([eu.includes('cobalt'), eu.includes('gold')]).toEqual([true, false]);
  expect([both, none]).toEqual([['cobalt'], []]);
});

test('every code of the vocabularies has the form of its type', async () => {
  const [countries = [], commodities = []] = await codesOf(
    '{ countries { code } commodities { code } }',
  );
  expect(countries.filter((code) => !SCALARS.CountryCode.isValid(code))).toEqual([]);
  expect(commodities.filter((code) => !SCALARS.CommodityCode.isValid(code))).toEqual([]);
});

const OF = 'query ($of: [_Any!]!) { _entities(representations: $of)';
const country = (code: string) => ({ __typename: 'Country', code });
const commodity = (code: string) => ({ __typename: 'Commodity', code });

test('a country and a commodity are described by their codes; an unknown code is null', async () => {
  const answer = await ask(
    `${OF} { ... on Country { name { fr } auRegion amsgFoundingMember }
      ... on Commodity { symbol title: name { pt } broader { code } criticality { list level since } } } }`,
    { of: [country('ZM'), commodity('cobalt'), country('XX'), commodity('unobtainium')] },
  );
  expect(answer).toMatchObject({
    data: {
      _entities: [
        { name: { fr: 'Zambie' }, auRegion: 'SOUTHERN', amsgFoundingMember: true },
        {
          symbol: 'Co',
          title: { pt: 'Cobalto' },
          broader: [{ code: expect.any(String) }],
          criticality: expect.arrayContaining([
            { list: 'EU-CRMA-2024', level: 'STRATEGIC', since: '2024-05-23' },
          ]),
        },
        null,
        null,
      ],
    },
  });
});

test("AMSG's events in a country are found by its code, on the continent and beyond", async () => {
  const { data } = (await ask('{ events(first: 500) { edges { node { countryCode } } } }')) as {
    data: { events: { edges: readonly { node: { countryCode: string | null } }[] } };
  };
  const held = data.events.edges.map(({ node }) => node.countryCode);
  const codes = [...new Set(held)].filter((code) => code !== null);
  expect(codes).toContain('SA');
  const answer = await ask(`${OF} { ... on Country { code events { total { count } } } } }`, {
    of: codes.map(country),
  });
  expect(answer).toEqual({
    data: {
      _entities: codes.map((code) => ({
        code,
        events: { total: { count: held.filter((each) => each === code).length } },
      })),
    },
  });
});

test('AMSG offers policies and events, and has no minerals', async () => {
  const answer = await ask(`{
    members { list { code modules operator { value(lang: FR) } } } policies { total { count } } sites { total { count } }
  }`);
  expect(answer).toMatchObject({
    data: { members: { list: [{ code: 'AMSG', modules: ['POLICIES', 'EVENTS'] }] }, sites: null },
    errors: [{ path: ['sites'], extensions: { code: 'MODULE_NOT_OFFERED' } }],
  });
});

test('one subgraph serves the contract and the vocabularies', async () => {
  const { data } = (await ask('{ _service { sdl } }')) as { data: { _service: { sdl: string } } };
  const { sdl } = data._service;
  const country = /^type Country[^{]*\{([^}]*)\}/m.exec(sdl)?.[1] ?? '';
  expect(['code:', 'capital:', 'sites('].map((field) => country.split(field).length - 1)).toEqual([
    1, 1, 1,
  ]);
  expect(sdl).toContain('\ntype Site');
});
