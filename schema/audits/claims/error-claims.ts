import type { Asking } from '../asking.ts';
import { type Claim, keptUnless, MUST, type Seen } from '../claim.ts';
import { at, shown } from '../reading.ts';
import type { Question, Reply } from '../wire.ts';

/** What an error looks like, whatever is refused. */
export const ERROR_CLAIMS: readonly Claim[] = [
  {
    id: 'ERRORS_SAY_WHY',
    ...MUST,
    sentence:
      'An error has a message, and says nothing of the inside of the server: no stack, no path of a file, no statement.',
    remedy:
      'Show refusals as they are, and of everything else one sentence; write the reason to your log.',
    check: (asking) =>
      onErrors(asking, (reply) => {
        const inside = TRACES.map((pattern) => pattern.exec(reply.start)?.[0]).find(
          (found) => found !== undefined,
        );
        // What is answered as if nothing were wrong breaks the claim that it is refused.
        const isSilent =
          (reply.errors.length === 0 && !reply.data) ||
          reply.errors.some(({ message }) => message.trim() === '');
        return [
          ...(inside === undefined ? [] : [`shows the inside of the server: ${shown(inside)}`]),
          ...(isSilent ? ['gives no message'] : []),
        ];
      }),
  },
  {
    id: 'ERRORS_IN_JSON',
    ...MUST,
    sentence: 'Every answer is JSON as GraphQL has it, refusals too.',
    remedy:
      'Answer with `content-type: application/json` and `{ "errors": [...] }`, never with a page.',
    check: (asking) =>
      onErrors(asking, ({ isGraphql, contentType }) =>
        isGraphql && JSON_TYPES.includes(contentType)
          ? []
          : [`comes as ${contentType || 'nothing'}`],
      ),
  },
  {
    id: 'ERRORS_OF_THE_QUESTION',
    ...MUST,
    sentence:
      'What is wrong with a question is no failure of the server: its status is 200 or 4xx.',
    remedy: 'Keep 500 and above for what fails in you; the gateway takes those for silence.',
    check: (asking) =>
      onErrors(asking, ({ status }) =>
        status >= 200 && status < 500 ? [] : [`has status ${status}`],
      ),
  },
  {
    id: 'ERRORS_STAY_IN_PLACE',
    ...MUST,
    sentence:
      'A field that fails is null with an error at its path, and its neighbours are answered.',
    remedy: 'Throw in the resolver of the field; do not fail the whole answer.',
    check: async (asking) => {
      const { data, errors } = await asking.ask(
        '{ bad: organisations(first: 0) { total { count } } members { list { code } } }',
      );
      const isRight =
        at(data, 'bad') === null &&
        at(data, 'members', 'list', 0, 'code') === asking.member.code &&
        at(errors, 0, 'path', 0) === 'bad';
      return keptUnless(
        isRight
          ? []
          : [`Beside a field that fails, it gives ${shown(data)} with errors ${shown(errors)}.`],
        'A field fails alone.',
      );
    },
  },
];

const JSON_TYPES = ['application/json', 'application/graphql-response+json'];
const TRACES = [
  /\bat [^"\\]{0,80}\(?[^"\\\s]*:\d+:\d+\)?/,
  /Traceback \(most recent call last\)/,
  /"(stack|stacktrace|stackTrace|trace|debugMessage)"\s*:/,
  /node_modules|site-packages|\.(py|java|rb|go|ts|js):\d+/,
  /\bSELECT\b[^"]{1,200}\bFROM\b/,
];

/** Questions that are wrong, each in its own way. */
const WRONG: readonly Question[] = [
  { query: '{ members {' },
  { query: '{ zzUnknown }' },
  { query: 'query ($id: ID!) { record(id: $id) { id } }' },
  { query: '{ organisations(first: 0) { edges { node { id } } } }' },
  { query: '{ organisations(after: "no position") { edges { node { id } } } }' },
  { query: '{ organisations(filter: {countries: ["Congo"]}) { edges { node { id } } } }' },
  {
    query: '{ _entities(representations: [{ __typename: "NoSuchType", id: "x" }]) { __typename } }',
  },
];

async function onErrors(asking: Asking, look: (reply: Reply) => readonly string[]): Promise<Seen> {
  const replies = await asking.once('wrong questions', () =>
    Promise.all(WRONG.map(({ query }) => asking.ask(query))),
  );
  const faults = WRONG.flatMap(({ query }, place) => {
    const reply = replies[place];
    return (reply ? look(reply) : []).map((fault) => `The answer to ${shown(query)} ${fault}.`);
  });
  return keptUnless(faults, `${WRONG.length} wrong questions are refused as is due.`);
}
