import { setTimeout as sleep } from 'node:timers/promises';
import type { Deed, Fault, Question, Reply } from '../fault.ts';
import { bends } from './deeds.ts';

const asks = (other: (query: string, variables: Question['variables']) => Question): Deed => ({
  where: 'QUESTION',
  bend: ({ query, variables }) => other(query, variables),
});
const replies = (other: (reply: Reply, question: Question) => Reply | Promise<Reply>): Deed => ({
  where: 'REPLY',
  bend: other,
});
const isRefusal = ({ body }: Reply): boolean => body.includes('"errors"');
const refusals = (other: (reply: Reply) => Reply): Deed =>
  replies((reply) => (isRefusal(reply) ? other(reply) : reply));

const coded = (from: string, to: string): Deed =>
  refusals((reply) => ({
    ...reply,
    body: reply.body.replaceAll(`"code":"${from}"`, `"code":"${to}"`),
  }));

const answersInstead = (part: string, body: object): Deed =>
  replies((reply, { query }) =>
    query.includes(part)
      ? { status: 200, contentType: 'application/json', body: JSON.stringify(body) }
      : reply,
  );

export const ERROR_FAULTS: readonly Fault[] = [
  [
    'answers a text that is no question',
    answersInstead('no question', { data: {} }),
    'SYNTAX_REFUSED',
  ],
  [
    'passes over fields that it does not know',
    asks((query, variables) => ({
      query: query.replaceAll('zzUnknown }', '__typename }'),
      ...(variables && { variables }),
    })),
    'FIELD_REFUSED',
  ],
  [
    'passes over arguments that it does not know',
    asks((query, variables) => ({
      query: query.replaceAll('(zzUnknown: 1)', ''),
      ...(variables && { variables }),
    })),
    'ARGUMENT_REFUSED',
  ],
  [
    'takes a variable of another type for null',
    answersInstead('query ($first: Int) ', { data: { organisations: null } }),
    'VARIABLES_REFUSED',
  ],
  [
    'takes mutations',
    answersInstead('mutation {', { data: { deleteEverything: true } }),
    'MUTATION_REFUSED',
  ],
  [
    'shows its stack',
    refusals((reply) => ({
      ...reply,
      body: reply.body.replaceAll(
        '"message":"',
        '"stack":"Error\\n    at resolve (/srv/app/resolvers.js:12:7)","message":"',
      ),
    })),
    'ERRORS_SAY_WHY',
  ],
  [
    'gives errors without a message',
    refusals((reply) => ({
      ...reply,
      body: reply.body.replace(/"message":"(?:[^"\\]|\\.)*"/g, '"message":""'),
    })),
    'ERRORS_SAY_WHY',
  ],
  [
    'shows a page where it refuses',
    refusals(() => ({
      status: 400,
      contentType: 'text/html',
      body: '<html><body>Bad Request</body></html>',
    })),
    'ERRORS_IN_JSON',
  ],
  [
    'answers in text/plain',
    replies((reply) => ({ ...reply, contentType: 'text/plain' })),
    'ERRORS_IN_JSON',
  ],
  [
    'takes a wrong question for a failure of its own',
    refusals((reply) => ({ ...reply, status: 500 })),
    'ERRORS_OF_THE_QUESTION',
  ],
  ['calls wrong values otherwise', coded('BAD_VALUE', 'BAD_USER_INPUT'), 'VALUE_REFUSED_BY_CODE'],
  ['calls wrong positions otherwise', coded('BAD_CURSOR', 'BAD_USER_INPUT'), 'PLACE_REFUSED'],
  [
    'gives pages of any size',
    asks((query, variables) => ({
      query: query.replaceAll('(first: 501)', '(first: 500)'),
      ...(variables && { variables }),
    })),
    'PAGE_SIZE_BOUNDED',
  ],
  [
    'says that it does not offer what it answers',
    bends((answer) =>
      JSON.parse(JSON.stringify(answer).replace('"POLICIES","EVENTS"]', '"POLICIES"]')),
    ),
    'MODULE_REFUSED_BY_CODE',
  ],
  [
    'fails whole where one field fails',
    bends((answer) =>
      Array.isArray(answer.errors) && answer.errors.length > 0
        ? { errors: answer.errors, data: null }
        : answer,
    ),
    'ERRORS_STAY_IN_PLACE',
  ],
  [
    'does not read variables',
    asks((query, variables) => ({
      query,
      ...(variables && { variables: query.includes('$size') ? {} : variables }),
    })),
    'VARIABLES_USED',
  ],
  [
    'does not read fragments',
    answersInstead('fragment Rows', { data: { organisations: { edges: [] } } }),
    'FRAGMENTS_USED',
  ],
  [
    'answers under the names of fields',
    replies((reply, { query }) =>
      query.includes('one: organisations')
        ? { ...reply, body: reply.body.replace('"one"', '"organisations"') }
        : reply,
    ),
    'ALIASES_USED',
  ],
  [
    'lets nested questions run on',
    replies(async (reply, { query }) => {
      if (query.includes('operator { sites(first: 500)')) await sleep(15_200);
      return reply;
    }),
    'COST_NESTED',
  ],
  [
    'takes long over the longest page',
    replies(async (reply, { query }) => {
      if (/^\{ sites\(first: 500\) \{ edges \{ cursor/.test(query)) await sleep(5_200);
      return reply;
    }),
    'TIME_OF_A_PAGE',
  ],
  [
    'falls over a question that nests deep',
    replies((reply, { query }) =>
      query.startsWith('{ ... {')
        ? { status: 502, contentType: 'text/html', body: 'Bad Gateway' }
        : reply,
    ),
    'COST_DEEP',
  ],
];
