import * as meaning from './deeds/meaning.ts';
import * as others from './deeds/other-questions.ts';
import * as payload from './deeds/payload.ts';
import * as transport from './deeds/transport.ts';
import type { Fault, FieldKind } from './fault.ts';
import { AWAY, BROKEN, LATE, NOT_HERE, type Row, TRUTH, unseen } from './row.ts';

const LISTS: readonly FieldKind[] = ['connection', 'count'];
const RECORDS: readonly FieldKind[] = ['entities'];
const MEMBERS: readonly FieldKind[] = ['members'];
const NOWHERE: readonly FieldKind[] = [];

const AGENCY = 'https://agency.example/graphql';
const SIGNED = 'answers signed over the hash of the question and its hour';

/** The socket, the status, the bytes. */
const TRANSPORT: Readonly<Record<string, Row>> = {
  refused: ['Nobody listens.', { how: 'ADDRESS', at: ({ closed }) => closed }, AWAY],
  'no-name': [
    'Its name is not found.',
    { how: 'ADDRESS', at: () => `http://${'x'.repeat(64)}.invalid/graphql` },
    AWAY,
  ],
  'now-loopback': [
    'Its name is now that of this machine.',
    { how: 'ADDRESS', at: () => AGENCY, resolvesTo: '127.0.0.1' },
    AWAY,
  ],
  'now-link-local': [
    'Its name is now one of the own network.',
    { how: 'ADDRESS', at: () => AGENCY, resolvesTo: '169.254.169.254' },
    AWAY,
  ],
  'tls-expired': [
    'Its certificate has expired.',
    { how: 'ADDRESS', at: ({ tlsExpired }) => tlsExpired },
    AWAY,
  ],
  'tls-name': [
    "Its certificate is another's.",
    { how: 'ADDRESS', at: ({ tlsOfAnother }) => tlsOfAnother },
    AWAY,
  ],
  'tls-key': [
    'Its certificate is good, and not of the key that was pinned.',
    NOT_HERE,
    unseen('keys pinned by the registry'),
    { in: NOWHERE },
  ],
  hang: ['Accepts and says nothing.', transport.hangs, LATE],
  'hang-after-headers': ['Sends headers and no body.', transport.hangsAfterHeaders, LATE],
  'hang-mid-body': ['Falls silent in the middle.', transport.hangsAtByte(0.5), LATE],
  drip: ['Sends one byte a second.', transport.drips, LATE],
  endless: ['Sends chunks without end.', transport.neverEnds, LATE],
  reset: ['Resets the connection.', transport.resets, AWAY],
  'reset-first-byte': ['Resets it behind the headers.', transport.resetsAtByte(0), AWAY],
  'reset-mid-body': ['Resets it in the middle of the body.', transport.resetsAtByte(0.5), AWAY],
  'short-body': ['Ends before the length that it told.', transport.cutsShort, AWAY],
  'tired-socket': [
    'Closes a kept socket just as it is asked.',
    transport.closesReusedSockets,
    TRUTH,
    { in: ['connection', 'entities', 'count'], on: ['later'] },
  ],
  redirect: ['Sends elsewhere.', transport.says(302, { location: 'http://127.0.0.1:1/' }), BROKEN],
  'no-content': ['Answers 204.', transport.says(204, {}), BROKEN],
  'too-many': [
    'Answers 429 with Retry-After.',
    transport.says(429, { 'retry-after': '1' }, '{}'),
    AWAY,
  ],
  'not-found': [
    'Answers 404.',
    transport.says(404, { 'content-type': 'text/plain' }, 'No.'),
    BROKEN,
  ],
  'error-500': [
    'Answers 500.',
    transport.says(500, undefined, '{"errors":[{"message":"No."}]}'),
    AWAY,
  ],
  'error-502': ['Answers 502.', transport.says(502, { 'content-type': 'text/html' }, '<p>'), AWAY],
  'error-503': ['Answers 503.', transport.says(503), AWAY],
  html: [
    'Answers 200 with a page for people.',
    transport.says(200, { 'content-type': 'text/html' }, '<!doctype html><p>Maintenance</p>'),
    BROKEN,
  ],
  empty: ['Answers 200 with no body.', transport.says(200), BROKEN],
  bomb: ['Sends a gigabyte in a megabyte.', transport.sendsABomb, BROKEN],
  gigabyte: ['Sends a gigabyte.', transport.sendsAGigabyte, BROKEN],
  'endless-headers': ['Sends headers without end.', transport.neverEndsItsHeaders, BROKEN],
  'no-http': ['Speaks another protocol.', transport.speaksNoHttp, BROKEN],
  bom: [
    'Begins with a mark of byte order.',
    transport.writes((text) => Buffer.concat([transport.BOM, Buffer.from(text)])),
    BROKEN,
  ],
  'utf-16': ['Writes UTF-16.', transport.writes((text) => Buffer.from(text, 'utf16le')), BROKEN],
  'invalid-utf-8': [
    'Writes a byte that is no text.',
    transport.writes(transport.withInvalidByte),
    BROKEN,
  ],
};

/** The JSON. */
const PAYLOAD: Readonly<Record<string, Row>> = {
  garbage: ['Sends bytes of chance.', transport.writes(() => Buffer.alloc(4_096, 0x9b)), BROKEN],
  truncated: [
    'Sends half a JSON text.',
    transport.writes((text) => text.slice(0, text.length / 2)),
    BROKEN,
  ],
  deep: ['Nests 100,000 deep.', payload.nestsDeep, BROKEN],
  'data-twice': ['Gives the key `data` twice, the truth last.', payload.saysDataTwice, TRUTH],
  'proto-key': ['Gives keys called __proto__.', payload.keysOf('__proto__'), BROKEN],
  'constructor-key': ['Gives keys called constructor.', payload.keysOf('constructor'), BROKEN],
  'beyond-2-53': [
    'Gives a count that no double holds.',
    payload.numbersBeyond,
    BROKEN,
    { in: ['connection', 'entities', 'count', 'aggregate'] },
  ],
  'no-data': ['Gives null and no error.', payload.nothingAndNoError, BROKEN],
  'no-data-error': ['Gives null and an error.', payload.nothingAndAnError, BROKEN],
  nulls: [
    'Gives nulls, each with its error.',
    payload.nullsWithErrors,
    BROKEN,
    { seenIn: { entities: { as: 'MEMBER_ERROR' } } },
  ],
  'error-beside': [
    'Gives all, and an error that is of no place.',
    payload.errorBesideTheTruth,
    TRUTH,
  ],
  'ten-megabytes-of-errors': [
    'Gives ten megabytes of errors.',
    payload.tenMegabytesOfErrors,
    BROKEN,
  ],
  'wrong-types': ['Gives a number for a text.', payload.wrongTypes, BROKEN],
  'missing-field': ['Leaves a field out.', payload.missingField, BROKEN],
  'unknown-enum': [
    'Gives a value that the contract does not know.',
    payload.unknownEnumValue,
    BROKEN,
  ],
  'extra-fields': ['Gives fields that nobody asked for.', payload.extraFields, BROKEN],
  'beside-the-answer': ['Says more beside `data`.', payload.somethingBesideTheAnswer, TRUTH],
};

/** What is said. */
const MEANING: Readonly<Record<string, Row>> = {
  spoof: [
    'Gives ids of another.',
    meaning.spoofs,
    BROKEN,
    { in: ['connection', 'count', 'entities'] },
  ],
  abroad: [
    'Gives its own records with a foreign country.',
    meaning.livesAbroad,
    BROKEN,
    { in: ['connection', 'entities', 'aggregate'] },
  ],
  'not-home': [
    "Says that its own record is another's.",
    meaning.isAnothersHome,
    BROKEN,
    { in: ['connection', 'entities'] },
  ],
  'fewer-records': [
    'Gives fewer records than asked.',
    meaning.fewerRecords,
    BROKEN,
    { in: RECORDS },
  ],
  'more-records': ['Gives more records than asked.', meaning.moreRecords, BROKEN, { in: RECORDS }],
  'other-order': [
    'Gives the records in another order.',
    meaning.otherOrder,
    BROKEN,
    { in: RECORDS },
  ],
  'other-records': [
    'Gives records not asked for.',
    meaning.unaskedRecords,
    BROKEN,
    { in: RECORDS },
  ],
  'repeats-a-row': ['Gives a row twice in a page.', meaning.repeatsARow, BROKEN, { in: LISTS }],
  unsorted: ['Sorts the other way round.', meaning.turnsRowsRound, BROKEN, { in: LISTS }],
  collated: ['Sorts as its database likes.', meaning.sortsByLocale, BROKEN, { in: LISTS }],
  'starts-again': [
    'Gives rows before the position asked.',
    meaning.startsAgain,
    BROKEN,
    { in: LISTS, on: ['later'] },
  ],
  'too-many-rows': ['Gives more rows than asked.', meaning.givesMore, BROKEN, { in: LISTS }],
  'no-end': [
    'Says for ever that more rows follow.',
    meaning.neverComesToAnEnd,
    BROKEN,
    { in: LISTS },
  ],
  'count-too-low': ['Counts fewer than it shows.', meaning.countsTooFew, BROKEN, { in: LISTS }],
  'count-negative': ['Counts below nothing.', meaning.countsBelowNothing, BROKEN, { in: LISTS }],
  'impossible-sum': [
    'Gives a least figure above the greatest.',
    meaning.addsWrongly,
    BROKEN,
    { in: ['aggregate'] },
  ],
  'other-sums': [
    'Gives sums that are not those of its rows.',
    meaning.sumsOfOthers,
    unseen('the audit that adds up the rows of a member itself'),
    { in: ['aggregate'] },
  ],
  'other-question': ['Answers a question of another shape.', meaning.answersAnother, BROKEN],
  'filter-ignored': [
    'Gives rows that the filter keeps out.',
    others.ignoresTheFilter,
    BROKEN,
    // A later page may have no row left that shows it.
    { in: LISTS, on: ['first'], seenIn: { count: unseen(`${SIGNED}: a count shows no row`) } },
  ],
  'forgets-the-place': [
    'Gives rows of the page before again.',
    others.forgetsThePlace,
    BROKEN,
    { in: LISTS, on: ['later'] },
  ],
  'speaks-for-another': [
    'Speaks for another member.',
    meaning.speaksForAnother,
    BROKEN,
    { in: MEMBERS },
  ],
  'clock-off': ['Its clock is an hour off.', meaning.clockIsAnHourOff, TRUTH, { in: MEMBERS }],
  'as-of-ahead': [
    'Answers as of next year.',
    meaning.answersFromTheFuture,
    BROKEN,
    { in: MEMBERS },
  ],
  'other-question-alike': [
    'Answers another question of the same shape.',
    meaning.leavesARowOut,
    unseen(SIGNED),
    { in: LISTS },
  ],
  replayed: [
    'Gives the answer of yesterday.',
    meaning.namesOfYesterday,
    unseen(SIGNED),
    { in: ['connection'] },
  ],
  confidential: [
    'Gives the public a field that is not for it.',
    NOT_HERE,
    unseen("the access by licence, which holds each answer against the viewer's rights"),
    { in: NOWHERE },
  ],
};

/** What comes and goes. */
const LIFE: Readonly<Record<string, Row>> = {
  flapping: ['Is there one time and gone the next.', transport.flaps, AWAY],
  slow: ['Takes its time, within the deadline.', transport.isSlow(40), TRUTH],
  'schema-changed': [
    'Knows a field no more that it knew.',
    transport.says(
      400,
      undefined,
      '{"errors":[{"message":"Cannot query field \\"name\\" on type \\"Site\\"."}]}',
    ),
    BROKEN,
  ],
};

const rowsOf = (kind: Fault['kind'], rows: Readonly<Record<string, Row>>) =>
  Object.entries(rows).map(([name, [says, deed, seen, where]]): readonly [string, Fault] => [
    name,
    { kind, says, deed, seen, ...where },
  ]);

/** Every fault that a member of the zoo can commit, and what must be seen of it. A new fault is one row. */
export const FAULTS: Readonly<Record<string, Fault>> = Object.fromEntries([
  ...rowsOf('TRANSPORT', TRANSPORT),
  ...rowsOf('PAYLOAD', PAYLOAD),
  ...rowsOf('MEANING', MEANING),
  ...rowsOf('LIFE', LIFE),
]);
