import { expect, test } from '@jest/globals';
import { written } from './written.ts';

const UNKNOWN = 'places.0: Expected an object of Place, got an object of type null. *';

// An interface object's subgraph knows no more of an object than that it is one of the interface.
test.each<
  readonly [name: string, query: string, place: object, text: string, faults: readonly string[]]
>([
  [
    'an object without a type has the fields that all have',
    '{ places { id ... on Found { ... on Place { k: id } } } }',
    { id: 'p', k: 'p' },
    '{"places":[{"id":"p","k":"p"}]}',
    [],
  ],
  [
    'so has one whose type is the interface',
    '{ places { ... { id } } }',
    { __typename: 'Place', id: 'p' },
    '{"places":[{"id":"p"}]}',
    [],
  ],
  [
    'a fragment that does not count asks for no type',
    '{ places { id ... on Mine @skip(if: true) { name } } }',
    { id: 'p' },
    '{"places":[{"id":"p"}]}',
    [],
  ],
  [
    'a fragment that no object meets asks for no type',
    '{ places { id ... on Rock { ... on Place { id ... on Port { draught } } } } }',
    { id: 'p' },
    '{"places":[{"id":"p"}]}',
    [],
  ],
  [
    'where some have more, it must say its type',
    '{ places { id ... on Mine { name } } }',
    { id: 'p' },
    '{"places":[null]}',
    [UNKNOWN],
  ],
  [
    'where some may not be without a field that others may lack, it must say its type',
    '{ places { rank } }',
    { rank: null },
    '{"places":[null]}',
    [UNKNOWN],
  ],
  [
    'where its type is asked for, it must say it',
    '{ places { id t: __typename } }',
    { id: 'p' },
    '{"places":[null]}',
    [UNKNOWN],
  ],
])('%s', (_, query, place, text, faults) => {
  expect(written(query, { places: [place] })).toEqual({ text, faults });
});
