import { expect, test } from '@jest/globals';
import { fromBefore } from '../../../gateway/members/from-before.ts';
import {
  type FaceAnswer,
  type JsonObject,
  type MissingReason,
  openAccount,
  openKeptAnswers,
  type Source,
  type Viewer,
} from '../../../gateway/members/index.ts';
import { openVirtualClock } from '../../virtual-clock.ts';

const LIMITS = { entriesMax: 100, charactersMax: 10_000, ageMsMax: 3_600_000 };
const NAMES =
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Commodity { name { value } } } }';
const START = '2026-01-01T00:00:00.000Z';

const error = (path: readonly (string | number)[], code: string, reason: MissingReason) => ({
  message: 'AMSG did not answer.',
  path,
  extensions: { code, member: 'AMSG', reason },
});
const silentAt = (...path: readonly (string | number)[]) =>
  error(path, 'MEMBER_UNAVAILABLE', 'TIMEOUT');

/** A source that answers as it is told, and what the hop of the last question knows of AMSG. */
function amsg() {
  const clock = openVirtualClock();
  const answers: FaceAnswer[] = [];
  const source: Source = () => Promise.resolve(answers.shift() ?? { data: null });
  const kept = fromBefore('AMSG', source, openKeptAnswers(LIMITS, clock));
  const ask = (query: string, variables: JsonObject, answer: FaceAnswer) =>
    askAs('public', query, variables, answer);
  const askAs = async (viewer: string, ...[query, variables, answer]: Parameters<typeof ask>) => {
    answers.push(answer);
    const account = openAccount();
    const hop = account.openHop([]);
    hop.asked({ member: 'AMSG', outcome: answer.errors ? 'TIMEOUT' : 'ANSWERED', tookMs: 1 });
    const signal = new AbortController().signal;
    const calling = { viewer: viewer as Viewer, signal, hop };
    const told = await kept({ query, variables, calling });
    return { told, stale: account.hops()[0]?.asks[0]?.stale };
  };
  return { ask, askAs, clock };
}

const named = (...codes: readonly string[]) => codes.map((value) => ({ name: { value } }));
const asked = (...codes: readonly string[]) => ({
  representations: codes.map((code) => ({ __typename: 'Commodity', code })),
});
const answered = (...codes: readonly string[]): FaceAnswer => ({
  data: { _entities: named(...codes) },
});
const silent = (records: number): FaceAnswer => ({
  data: { _entities: Array(records).fill(null) },
  errors: [...Array(records).keys()].map((place) => silentAt('_entities', place)),
});

test('a new mix of codes has its names while their owner is silent', async () => {
  const { ask, clock } = amsg();
  await ask(NAMES, asked('copper', 'gold'), answered('copper', 'gold'));
  await clock.advance(60_000);
  await ask(NAMES, asked('tin'), answered('tin'));
  expect(await ask(NAMES, asked('tin', 'copper'), silent(2))).toEqual({
    told: { data: { _entities: named('tin', 'copper') } },
    stale: { asOf: START, isWhole: true },
  });
});

test('a name that was never asked stays an error at its place', async () => {
  const { ask } = amsg();
  await ask(NAMES, asked('copper'), answered('copper'));
  expect(await ask(NAMES, asked('tin', 'copper'), silent(2))).toEqual({
    told: {
      data: { _entities: [null, ...named('copper')] },
      errors: [silentAt('_entities', 0)],
    },
    stale: { asOf: START, isWhole: false },
  });
});

test('where nothing was said before, the silence is told as it is', async () => {
  const { ask } = amsg();
  expect(await ask(NAMES, asked('tin'), silent(1))).toEqual({ told: silent(1), stale: undefined });
});

test('another question about the same code is another question', async () => {
  const { ask } = amsg();
  await ask(NAMES, asked('copper'), answered('copper'));
  const symbols = NAMES.replace('name { value }', 'symbol');
  expect((await ask(symbols, asked('copper'), silent(1))).told).toEqual(silent(1));
  const french = { ...asked('copper'), language: 'fr' };
  expect((await ask(NAMES, french, silent(1))).told).toEqual(silent(1));
});

test('what one viewer was told is given to no other', async () => {
  const { askAs } = amsg();
  await askAs('agency', NAMES, asked('copper'), answered('copper'));
  expect((await askAs('public', NAMES, asked('copper'), silent(1))).told).toEqual(silent(1));
});

test('a list is given again to the same question with the same values', async () => {
  const { ask } = amsg();
  const query = 'query ($text: String) { commodities(text: $text) { code } }';
  const data = { commodities: [{ code: 'copper' }] };
  const silence = { data: { commodities: null }, errors: [silentAt('commodities')] };
  await ask(query, { text: 'co' }, { data });
  expect(await ask(query, { text: 'co' }, silence)).toEqual({
    told: { data },
    stale: { asOf: START, isWhole: true },
  });
  expect((await ask(query, { text: 'ti' }, silence)).told).toEqual(silence);
});

test.each([
  ['an error inside it', error(['_entities', 0, 'name'], 'MEMBER_ERROR', 'PROTOCOL_ERROR')],
  ['an error that may be of any', { message: 'Something is wrong.' }],
])('an answer with %s is not kept', async (_, fault) => {
  const { ask } = amsg();
  const wrong = { ...answered('copper'), errors: [fault] };
  expect((await ask(NAMES, asked('copper'), wrong)).told).toEqual(wrong);
  expect((await ask(NAMES, asked('copper'), silent(1))).told).toEqual(silent(1));
});

test('what was withdrawn is not given any more', async () => {
  const { ask } = amsg();
  await ask(NAMES, asked('copper'), answered('copper'));
  const withdrawn = {
    data: { _entities: [null] },
    errors: [error(['_entities', 0], 'MEMBER_UNAVAILABLE', 'WITHDRAWN')],
  };
  expect((await ask(NAMES, asked('copper'), withdrawn)).told).toEqual(withdrawn);
});
