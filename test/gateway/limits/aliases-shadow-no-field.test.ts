import { expect, test } from '@jest/globals';
import { buildSchema, type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';
import { aliasesShadowNoField } from '../../../gateway/limits/index.ts';
import { questionsIn } from '../../questions.ts';
import { CLIENT_SCHEMA } from './client-schema.ts';

const refusals = (query: string, schema: GraphQLSchema = CLIENT_SCHEMA) =>
  validate(schema, parse(query), [...specifiedRules, aliasesShadowNoField]).map(
    ({ message, extensions, locations }) => ({ message, ...extensions, locations }),
  );
const shadows = (alias: string, type: string, column: number) => ({
  code: 'ALIAS_SHADOWS_FIELD',
  message: `The alias "${alias}" is the name of another field of ${type}; choose another.`,
  locations: [{ line: 1, column }],
});
const isReserved = (alias: string, column: number) => ({
  code: 'ALIAS_RESERVED',
  message: `The alias "${alias}" starts with a prefix of the gateway's own; choose another.`,
  locations: [{ line: 1, column }],
});

test('with the stock engine an alias that carries the name of the key would send a wrong key to the next hop', () => {
  expect(refusals('{ sites { edges { node { id: nationalId } } } }')).toEqual([
    shadows('id', 'Site', 26),
  ]);
});

test('an alias that carries the name of a reference id would make wrong references', () => {
  expect(
    refusals('{ events { edges { node { organizerIds: outcomeIds organizers { id } } } } }'),
  ).toEqual([shadows('organizerIds', 'Event', 27)]);
});

test('it is refused wherever it stands: at the root, on a value, in a fragment', () => {
  expect(refusals('{ deposits: sites { total { precision: count } } }')).toEqual([
    shadows('deposits', 'Query', 3),
    shadows('precision', 'Total', 29),
  ]);
  expect(
    refusals('query A { sites { edges { node { ...H } } } } fragment H on Site { home: adm1 }'),
  ).toEqual([shadows('home', 'Site', 68)]);
  expect(refusals('{ sites { edges { node { ... on Site { adm1: method } } } } }')).toEqual([
    shadows('adm1', 'Site', 40),
  ]);
});

test('an extension of a member is shadowed no more than the contract', () => {
  expect(refusals('{ sites { edges { node { ma_phosphateGrade: adm1 } } } }')).toEqual([
    shadows('ma_phosphateGrade', 'Site', 26),
  ]);
});

test('an alias of the gateway may not be given by a client', () => {
  expect(refusals('{ sites { edges { node { zlg_id: id __key: id } } } }')).toEqual([
    isReserved('zlg_id', 26),
    isReserved('__key', 37),
  ]);
});

test('the variable between gateway and members may not be given by a client', () => {
  expect(refusals('query ($representations: ID!) { record(id: $representations) { id } }')).toEqual(
    [
      {
        code: 'VARIABLE_RESERVED',
        message:
          'The variable $representations is used between gateway and members; choose another name.',
        locations: [{ line: 1, column: 8 }],
      },
    ],
  );
});

test('on an interface the names of all its types count, for it may be any of them', () => {
  const schema = buildSchema(`
    interface Place { id: ID } type Mine implements Place { id: ID depth: Int }
    type Port implements Place { id: ID draught: Int } type Query { place: Place }`);
  expect(refusals('{ place { draught: id } }', schema)).toEqual([shadows('draught', 'Port', 11)]);
});

test.each([
  ["an alias that is nobody's name", '{ s: sites { e: edges { n: node { i: id } } } }'],
  ['an alias that repeats its own field', '{ sites: sites { edges { node { id: id } } } }'],
  [
    'the name of a field of another type',
    '{ sites { edges { node { startDate: adm1 iso3: home } } } }',
  ],
  ['a name that only begins alike', '{ sites { edges { node { zlg: id id_: id _id: id } } } }'],
  [
    'a name that every JavaScript object has',
    '{ constructor: sites { toString: total { count } } }',
  ],
  [
    'a variable that only begins alike',
    'query ($representation: ID!) { record(id: $representation) { id } }',
  ],
  [
    'the same field twice under other names',
    '{ a: record(id: "MA:site:1") { id } b: record(id: "ZM:site:1") { id } }',
  ],
])('a question keeps what harms nobody: %s', (_, query) => {
  expect(refusals(query)).toEqual([]);
});

test('an alias on a type that does not exist is left to the rule that says so', () => {
  expect(refusals('{ nothing { id: name } }')).toEqual([
    {
      message: 'Cannot query field "nothing" on type "Query".',
      locations: [{ line: 1, column: 3 }],
    },
  ]);
});

test('the questions of the explorer are not refused, nor intricate ones', () => {
  const rules = [...specifiedRules, aliasesShadowNoField];
  const files = ['gateway/web/questions.graphql', 'test/gateway/supergraph/intricate.graphql'];
  expect(
    files.flatMap(questionsIn).flatMap(({ document }) => validate(CLIENT_SCHEMA, document, rules)),
  ).toEqual([]);
});
