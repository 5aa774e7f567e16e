import { expect, test } from '@jest/globals';
import { written } from './written.ts';

test('an answer is written in the order of the question, with its aliases and names of types', () => {
  const query = '{ m: mine { name __typename key: id port { deep } } a: text b: text }';
  const data = {
    b: 'two',
    m: { id: 1, key: 1, port: { deep: true, more: 1 }, name: 'Sidi "Chennane"' },
    a: 'one',
    other: 'not asked',
  };
  expect(written(query, data)).toEqual({
    text: '{"m":{"name":"Sidi \\"Chennane\\"","__typename":"Mine","key":"1","port":{"deep":true}},"a":"one","b":"two"}',
    faults: [],
  });
});

test.each<readonly [name: string, query: string, data: object, answer: unknown]>([
  ['nothing selected', '{ ... @skip(if: true) { text } }', { text: 'a' }, {}],
  [
    'what never came',
    '{ text mine { id } mines { id } }',
    {},
    { text: null, mine: null, mines: null },
  ],
  [
    'an object of which nothing is selected',
    '{ mine { ... on Mine @skip(if: true) { id } } }',
    { mine: {} },
    { mine: {} },
  ],
  [
    'empty lists',
    '{ mines { id } lists { e } }',
    { mines: [], lists: { e: [[]] } },
    { mines: [], lists: { e: [[]] } },
  ],
  [
    'lists in lists',
    '{ lists { e f } }',
    { lists: { e: [[1], [2, 3]], f: [[4]] } },
    { lists: { e: [[1], [2, 3]], f: [[4]] } },
  ],
  [
    'nulls where they may be',
    '{ mines { name } lists { a } }',
    { mines: [null, { name: null }], lists: { a: [null, 1] } },
    { mines: [null, { name: null }], lists: { a: [null, 1] } },
  ],
  [
    'each object by the type that it says',
    '{ places { __typename id ... on Port { draught } } }',
    {
      places: [
        { __typename: 'Port', id: 'p', draught: 1.5 },
        { __typename: 'Mine', id: 'm', draught: 2 },
      ],
    },
    {
      places: [
        { __typename: 'Port', id: 'p', draught: 1.5 },
        { __typename: 'Mine', id: 'm' },
      ],
    },
  ],
  [
    'nothing of what all objects have',
    '{ constructor: text toString: mine { valueOf: name } }',
    { toString: {} },
    { constructor: null, toString: { valueOf: null } },
  ],
  [
    'an alias that is what all objects have',
    '{ constructor: text }',
    { constructor: 'built' },
    { constructor: 'built' },
  ],
])('%s is written without a fault', (_, query, data, answer) => {
  expect(written(query, data)).toEqual({ text: JSON.stringify(answer), faults: [] });
});

test.each<
  readonly [name: string, query: string, data: object, answer: unknown, faults: readonly string[]]
>([
  [
    'a number for a text',
    '{ text }',
    { text: 1 },
    { text: null },
    ['text: Expected a value of String, got 1. *'],
  ],
  [
    'a text for a number that may not be null',
    '{ mine { depth } }',
    { mine: { depth: 'deep' } },
    { mine: null },
    ['mine.depth: Expected a value of Int, got "deep". *'],
  ],
  [
    'an object for a text',
    '{ text }',
    { text: { __typename: 'Text' } },
    { text: null },
    ['text: Expected a value of String, got an object of type "Text". *'],
  ],
  [
    'a list for a text',
    '{ text }',
    { text: ['a'] },
    { text: null },
    ['text: Expected a value of String, got a list. *'],
  ],
  [
    'a text for an object',
    '{ mine { id } }',
    { mine: 'MA' },
    { mine: null },
    ['mine: Expected an object of Mine, got "MA". *'],
  ],
  [
    'a list for an object',
    '{ mine { id } }',
    { mine: [{ id: 1 }] },
    { mine: null },
    ['mine: Expected an object of Mine, got a list. *'],
  ],
  [
    'an object for a list',
    '{ mines { id } }',
    { mines: { id: 1 } },
    { mines: null },
    ['mines: Expected a list, got an object of type null. *'],
  ],
  [
    'a text for a list',
    '{ mines { id } }',
    { mines: 'all' },
    { mines: null },
    ['mines: Expected a list, got "all". *'],
  ],
  [
    'an object that says no type where there are several',
    '{ found { __typename } }',
    { found: { id: 1 } },
    { found: null },
    ['found: Expected an object of Found, got an object of type null. *'],
  ],
  [
    'an object of a type that cannot be there',
    '{ places { id } }',
    { places: [{ __typename: 'Query', id: 1 }] },
    { places: [null] },
    ['places.0: Expected an object of Place, got an object of type "Query". *'],
  ],
  [
    'an item of a wrong type',
    '{ lists { a b } }',
    { lists: { a: [1, 'x'], b: ['y'] } },
    { lists: { a: [1, null], b: null } },
    [
      'lists.a.1: Expected a value of Int, got "x". *',
      'lists.b.0: Expected a value of Int, got "y". *',
    ],
  ],
  [
    'a value that is long, of which the beginning is told',
    '{ mine { id } }',
    { mine: 'x'.repeat(500) },
    { mine: null },
    [`mine: Expected an object of Mine, got "${'x'.repeat(99)}. *`],
  ],
])('what is of another type is null, and told: %s', (_, query, data, answer, faults) => {
  expect(written(query, data)).toEqual({ text: JSON.stringify(answer), faults });
});
