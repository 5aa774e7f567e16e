import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import {
  CLAIMS,
  type Question,
  type SendQuestion,
  sendOverHttp,
  verify,
} from '../../../schema/audits/index.ts';
import { type RunningMember, startMember } from '../../../subgraphs/index.ts';
import { FULL } from '../../oracle/config.ts';
import { temporaryFolder } from '../../subgraphs/temporary.ts';
import { afterIn, goesOn, keys, type Lie, objects, orderIn, rows, sdl, words } from './lies.ts';

const folder = temporaryFolder();
let morocco: RunningMember;
beforeAll(async () => {
  const [database, logger] = [`sqlite:${join(folder, 'MA.db')}`, pino({ level: 'silent' })];
  morocco = await startMember({ code: 'MA', database, host: '127.0.0.1', port: 0, logger });
});
afterAll(() => morocco.close());

/** Morocco, if it lied so. */
const lying = ({ asks, says }: Lie): SendQuestion => {
  return async (url, question, signal) => {
    const asked: Question = asks ? asks(question) : question;
    const wire = await sendOverHttp(url, asked, signal);
    if (wire.kind === 'silent' || !says) return wire;
    return { ...wire, body: JSON.stringify(says(JSON.parse(wire.body), question)) };
  };
};

async function outcomeOf(id: string, lie: Lie): Promise<string | undefined> {
  const claims = CLAIMS.filter((each) => each.id === id);
  const verified = await verify({ url: morocco.url, send: lying(lie) }, { claims, rate: 5_000 });
  return verified.kind === 'verified' ? verified.report.claims[0]?.outcome : verified.says;
}

const isBehind = (question: Question): boolean => afterIn(question) !== null;
const losesARow = rows((edges, question) => (isBehind(question) ? edges.slice(1) : edges));
const onTexts = (other: (text: string) => string) =>
  goesOn((place) => place.map((part) => (typeof part === 'string' ? other(part) : part)));
const onNumbers = goesOn((place) =>
  place.map((part) => (part !== null && typeof part === 'object' ? { n: '0' } : part)),
);
const lastOf = (place: readonly unknown[]): string => String(place.at(-1));
const givesARecord = objects((object, { variables }) =>
  object.record === null ? { ...object, record: { id: String(variables?.id) } } : object,
);
let asked = 0;

const LIES: readonly (readonly [string, Lie])[] = [
  ['MEMBER_DESCRIBED', words(/"licence":"[^"]*"/g, '"licence":null')],
  ['COUNTS_ITS_RECORDS', words('"type":"Site"', '"type":"Mine"')],
  ['MEMBERS_BY_OWNER', { asks: ({ query }) => ({ query }) }],
  ['QUERY_ROOT', words('"Query"', '"Root"')],
  ['ONLY_READS', words('"mutationType":null', '"mutationType":{"name":"Query"}')],
  ['ARGUMENT_DEFAULTS', words('"defaultValue":"50"', '"defaultValue":"20"')],
  ['FILTER_DEFAULTS', words('"defaultValue":"ASC"', '"defaultValue":"DESC"')],
  ['ENTITIES_SERVED', words('"_Entity"', '"_Entities"')],
  ['OWN_TYPES_PREFIXED', words('"MaPhosphateComplex"', '"PhosphateComplex"')],
  ['OWN_FIELDS_PREFIXED', words('"ma_phosphateGrade"', '"phosphateGrade"')],
  [
    'OWN_FIELDS_MAY_BE_NULL',
    objects((object) =>
      object.name === 'ma_phosphateGrade' && object.type
        ? { ...object, type: { kind: 'NON_NULL', name: null, ofType: object.type } }
        : object,
    ),
  ],
  ['VALUES_CLOSED', words('"name":"basis"', '"name":"colour"')],
  ['SDL_TYPES_SERVED', sdl('type MiningTitle', 'type MineTitle')],
  ['SDL_TYPES_OF_THEIR_KIND', sdl('scalar HSCode', 'enum HSCode { GOLD }')],
  ['SDL_FIELDS_NEVER_NULL', sdl('hasMore: Boolean!', 'hasMore: Boolean')],
  ['SDL_ARGUMENTS_SERVED', sdl('record(id: ID!)', 'record')],
  ['SDL_ARGUMENTS_OF_THEIR_TYPE', sdl('record(id: ID!)', 'record(id: Int!)')],
  ['SDL_ARGUMENTS_OPTIONAL', sdl('record(id: ID!)', 'record(id: ID!, key: ID!)')],
  ['SDL_FILTERS_KNOWN', sdl('input BBox {', 'input BBox { up: Float')],
  ['SDL_FILTERS_OF_THEIR_TYPE', sdl('bbox: BBox', 'bbox: YearRange')],
  ['SDL_FILTERS_OPTIONAL', sdl('bbox: BBox', 'bbox: BBox!')],
  ['SDL_WORDS_KNOWN', sdl('enum Level {', 'enum Level { MOON')],
  ['SDL_FEDERATION', sdl('@link', '@linked')],
  ['SDL_KEYS', sdl('@key(fields: "id")', '')],
  ['SDL_AS_SERVED', sdl('areaHa: Decimal', '')],
  ['LISTS_ANSWERED', { says: (answer) => ({ ...answer, errors: [{ message: 'No.' }] }) }],
  ['ROWS_OF_THEIR_TYPE', words('"__typename":"Site"', '"__typename":"SiteRow"')],
  ['ID_ONCE', rows((edges) => [...edges.slice(0, 1), ...edges])],
  ['ID_OF_OTHERS', words(/"partyIds":\["[A-Z]+/g, '"partyIds":["')],
  ['ID_OF_SHARED_CAPACITY', words('"sharedWith":[]', '"sharedWith":["ZM:site:1"]')],
  ['RECORD_BY_ID', objects((object) => ('record' in object ? { record: null } : object))],
  ['RECORD_UNKNOWN', givesARecord],
  ['RECORD_OF_ANOTHER', givesARecord],
  ['RECORD_BY_BYTES', givesARecord],
  ['RECORD_NO_ID', givesARecord],
  [
    'PAGE_OF_500',
    {
      asks: ({ query, ...rest }) => ({ query: query.replace('first: 500', 'first: 20'), ...rest }),
    },
  ],
  ['PAGE_REPEATABLE', rows((edges) => (asked++ % 2 === 0 ? edges : edges.toReversed()))],
  ['KEY_OF_NAMES', keys('NAME', (key) => String(key).toUpperCase())],
  ['KEY_OF_WORDS', keys('TYPE', (key) => String(key).toLowerCase())],
  ['KEY_OF_YEARS', keys('YEAR', () => ({ n: '1900' }))],
  ['KEY_OF_QUANTITIES', keys('QUANTITY', () => null)],
  [
    'ORDER_KEEPS_ALL_ROWS',
    rows((edges, question) => (orderIn(question).includes('TYPE') ? edges.slice(1) : edges)),
  ],
  [
    'TIES_BY_ID_DESCENDING',
    rows((edges, question) => (orderIn(question).includes('DESC') ? edges.toReversed() : edges)),
  ],
  ['ORDER_TELLS_CASE', onTexts((text) => text.toLowerCase())],
  ['ORDER_TELLS_ACCENTS', onTexts((text) => text.normalize('NFD').replace(/\p{M}/gu, ''))],
  ['ORDER_TELLS_BLANKS', onTexts((text) => text.replaceAll(/[ '-]/g, ''))],
  ['ORDER_OF_HOSTILE_TEXTS', onTexts((text) => text.replaceAll(/[^\0-~]/gu, 'a'))],
  ['ORDER_OF_HOSTILE_TEXTS_DESCENDING', onTexts((text) => text.replaceAll(/[^\0-~]/gu, 'a'))],
  ['ORDER_OF_HOSTILE_IDS', onTexts((text) => text.toLowerCase())],
  ['ORDER_OF_HOSTILE_NUMBERS', onNumbers],
  ['ORDER_OF_HOSTILE_YEARS', onNumbers],
  ['ORDER_OF_NOTHING', goesOn((place) => (place[0] === null ? null : place))],
  [
    'PLACE_BEFORE_ALL',
    rows((edges, question) => (lastOf(afterIn(question) ?? ['x']) === '' ? [] : edges)),
  ],
  ['PLACE_BETWEEN_ROWS', goesOn((place) => (lastOf(place).endsWith('.') ? null : place))],
  ['PLACE_OF_ANOTHER', goesOn((place) => (lastOf(place).startsWith('MA:') ? place : null))],
  ['PLACE_BEHIND_ALL', goesOn((place) => (lastOf(place) === '~' ? null : place))],
  [
    'PLACE_REFUSED',
    { asks: ({ query, variables }) => ({ query, variables: { ...variables, after: null } }) },
  ],
  ['PAGES_LOSE_NOTHING', losesARow],
  ['PAGES_REPEAT_NOTHING', goesOn(() => null)],
  ['PAGES_OF_CHANGING_SIZE', losesARow],
  ['PAGES_IN_EACH_ORDER', losesARow],
  ['PAGES_IN_EACH_ORDER_DESCENDING', losesARow],
  ['PAGES_THROUGH_TIES', losesARow],
  ['PAGES_THROUGH_NULLS', losesARow],
  ['PAGES_OF_TWO_ORDERS', losesARow],
  ['PAGES_UNDER_COUNTRIES', losesARow],
  ['PAGES_UNDER_COMMODITIES', losesARow],
];

/** Some of them in `npm test`; each is an audit of its own. */
const EVERY = FULL ? 1 : 9;
const told = LIES.filter((_, place) => place % EVERY === 0);

test.each(told)('%s is seen to be broken where it is', async (id, lie) => {
  expect(await outcomeOf(id, lie)).toBe('BROKEN');
});
