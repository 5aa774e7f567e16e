import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openWatchedGateway, type Spent, type WatchedGateway } from './watched-gateway.ts';

/** Of the gateway's process alone, for one question, once what it runs is compiled. */
const CPU_MS_MAX = 250;
/** A question is asked again until it is within that, but no more than so often: compiling a way that none went before is no part of it. */
const ASKED_MOST = 12;

let gateway: WatchedGateway;
beforeAll(async () => {
  gateway = await openWatchedGateway();
  for (let i = 0; i < 40; i += 1)
    await ask(`{ sites(first: ${i + 1}) { edges { node { ${DETAILS} } } } }`);
}, 120_000);
afterAll(() => gateway.close());

const DETAILS = 'id name { en } operator { name { en } } deposit { name { en } }';

/** Under a text of its own each time, so that neither the document nor its plan is known. */
let asked = 0;
function ask(query: string): Promise<Spent> {
  asked += 1;
  return gateway.post(JSON.stringify({ query: `${query} # ${asked}` }));
}

const many = (count: number, write: (place: number) => string) =>
  Array.from({ length: count }, (_, place) => write(place)).join(' ');
const ofASite = (selections: string, fragments = '') =>
  `{ sites(first: 1) { edges { node { ${selections} } } } } ${fragments}`;

/** Each fragment spreads the next so many times: that many to the power of how many there are. */
const doubling = (count: number, times: number) =>
  ofASite(
    '...F0',
    `${many(count, (i) => `fragment F${i} on Site { ${`...F${i + 1} `.repeat(times)}}`)} fragment F${count} on Site { ${DETAILS} }`,
  );

/** The same through records of other types, so that every way there is to be planned. */
const branching = (count: number, fields: string) =>
  ofASite(
    '...F0',
    `${many(count, (i) => `fragment F${i} on Site { ${fields.replaceAll('NEXT', `...F${i + 1}`)} }`)} fragment F${count} on Site { id name { en } }`,
  );
const WITHIN_ONE =
  'operator { sites(first: 1) { nodes { NEXT } } } deposit { sites(first: 1) { nodes { NEXT } } }';
const OVER_ALL =
  'country { sites(first: 1) { edges { node { NEXT } } } } commodities { sites(first: 1) { edges { node { NEXT } } } }';

const inFragments = (count: number, selections: string) =>
  ofASite(
    many(count, (i) => `...F${i}`),
    many(count, (i) => `fragment F${i} on Site { ${selections} }`),
  );
const onConditions = (count: number) =>
  `query (${many(count, (i) => `$v${i}: Boolean = true`)}) ${ofASite(
    many(count, (i) => `...F @include(if: $v${i})`),
    'fragment F on Site { operator { name { en } } deposit { name { en } } }',
  )}`;
const inLists = (count: number) =>
  `{ ${many(count, (i) => `a${i}: sites(first: ${i + 1}) { edges { node { ...F } } }`)} } fragment F on Site { ${DETAILS} }`;
const BELOW = 'operator { sites(first: 1) { nodes { operator { name { en } } } } }';

type Shape = readonly [what: string, status: number, code: string | undefined, query: string];
const ANSWERED = [200, undefined] as const;
const WIDE = [400, 'DOCUMENT_TOO_WIDE'] as const;
const DEEP = [400, 'DOCUMENT_TOO_DEEP'] as const;
const INVALID = [400, 'GRAPHQL_VALIDATION_FAILED'] as const;
const DEAR = [400, 'COST_EXCEEDED'] as const;

const FRAGMENTS: readonly Shape[] = [
  ['double themselves 5 times', ...ANSWERED, doubling(5, 2)],
  ['double themselves 10 times', ...WIDE, doubling(10, 2)],
  ['double themselves 400 times', ...DEEP, doubling(400, 2)],
  ['spread each other tenfold', ...WIDE, doubling(8, 10)],
  ['branch within a member', ...ANSWERED, branching(5, WITHIN_ONE)],
  ['branch within a member, beyond the limit', ...DEEP, branching(8, WITHIN_ONE)],
  ['branch over all members', ...ANSWERED, branching(3, OVER_ALL)],
  ['branch over all members, beyond the limit', ...DEEP, branching(6, OVER_ALL)],
  [
    'go round in a circle',
    ...INVALID,
    ofASite(
      '...A',
      'fragment A on Site { operator { ...B } } fragment B on Organisation { sites { nodes { ...A } } }',
    ),
  ],
  [
    'go round by the hundred',
    ...WIDE,
    ofASite(
      many(900, (i) => `...F${i}`),
      many(900, (i) => `fragment F${i} on Site { ...F${i} }`),
    ),
  ],
  ['are asked on eight conditions', ...ANSWERED, onConditions(8)],
  ['are asked on 60 conditions', ...DEAR, onConditions(60)],
  ['bring details into eight lists', ...ANSWERED, inLists(8)],
  ['bring details into 45 lists', ...DEAR, inLists(45)],
  ['are many and alike', ...WIDE, inFragments(500, 'id')],
  [
    'are many and used by nothing',
    ...INVALID,
    `{ __typename } ${many(700, (i) => `fragment F${i} on Site { ...F${i + 1} ...F${i + 1} }`)} fragment F700 on Site { id }`,
  ],
];

const OVERLAPPING: readonly Shape[] = [
  ['by the thousand', ...WIDE, ofASite('id '.repeat(4_900))],
  ['as many as may be', ...DEAR, ofASite('id '.repeat(590))],
  ['with records below, ten times', ...ANSWERED, ofASite(`${BELOW} `.repeat(10))],
  ['with records below, 95 times', ...DEAR, ofASite(`${BELOW} `.repeat(95))],
  ['with records below, in ten fragments', ...ANSWERED, inFragments(10, BELOW)],
  ['with records below, in 95 fragments', ...DEAR, inFragments(95, BELOW)],
  ['of another type, in 290 fragments', ...DEAR, inFragments(290, 'operator { id }')],
  [
    'in two chains of fragments',
    ...ANSWERED,
    ofASite(
      '...A0 ...B0',
      `${many(12, (i) => `fragment A${i} on Site { ...A${i + 1} id } fragment B${i} on Site { ...B${i + 1} id }`)} fragment A12 on Site { id } fragment B12 on Site { id }`,
    ),
  ],
  [
    'with other arguments',
    ...INVALID,
    `{ ${many(50, (i) => `a: sites(first: ${i + 1}) { total { count } }`)} }`,
  ],
  [
    'under one alias',
    ...INVALID,
    ofASite(many(146, (i) => `a: ${['id', 'home', 'revision', 'type'][i % 4]}`)),
  ],
];

/** What became of it, and what it spent at the least. */
async function outcomeOf(query: string) {
  const { status, code, cpuMs: first } = await ask(query);
  let cpuMs = first;
  for (let times = 1; cpuMs > CPU_MS_MAX && times < ASKED_MOST; times += 1)
    cpuMs = Math.min(cpuMs, (await ask(query)).cpuMs);
  return { status, code, cpuMs, isWithin: cpuMs <= CPU_MS_MAX };
}

const expected = (status: number, code: string | undefined) => ({
  status,
  code,
  cpuMs: expect.any(Number),
  isWithin: true,
});

test.each(FRAGMENTS)(
  'fragments that %s are settled within 250 ms of CPU (%i)',
  async (_, status, code, query) => {
    expect(await outcomeOf(query)).toEqual(expected(status, code));
  },
);

test.each(OVERLAPPING)(
  'fields that overlap %s are settled within 250 ms of CPU (%i)',
  async (_, status, code, query) => {
    expect(await outcomeOf(query)).toEqual(expected(status, code));
  },
);
