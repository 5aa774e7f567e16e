import { expect, test } from '@jest/globals';
import { type FieldNode, Kind, parse } from 'graphql';
import { firstRowsOf, rowBytesOf, rowsLikely } from '../../../gateway/members/page-size.ts';

const fieldIn = (text: string): FieldNode => {
  const [operation] = parse(text).definitions;
  const [field] =
    operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  if (field?.kind !== Kind.FIELD) throw new Error(`Expected a field, got ${text}`);
  return field;
};

test('a row takes what its head takes, and as much again for each of its values', () => {
  expect(rowBytesOf(fieldIn('{ sites { edges { node { id type name { value } } } } }'))).toBe(184);
  expect(rowBytesOf(fieldIn('{ sites { edges { ... on E { node { id } } } } }'))).toBe(128);
  expect(rowBytesOf(fieldIn('{ sites { ... on C { rows: edges { node { id } } } } }'))).toBe(128);
});

test('what stands beside the rows of a page is no part of a row', () => {
  const beside = 'total { count precision } coverage { complete missing { member reason } }';
  expect(rowBytesOf(fieldIn(`{ sites { ${beside} } }`))).toBe(100);
  expect(rowBytesOf(fieldIn(`{ sites { edges { node { id } } ${beside} } }`))).toBe(128);
});

test('a page is asked for whole up to one round of the network, and in parts beyond it', () => {
  expect(firstRowsOf({ rows: 50, rowBytes: 280, members: 54, isLed: false }, 14_000)).toBe(50);
  expect(firstRowsOf({ rows: 50, rowBytes: 281, members: 54, isLed: false }, 14_000)).toBe(3);
});

test.each([
  [54, 10, 2],
  [54, 50, 3],
  [54, 100, 6],
  [54, 200, 10],
  [54, 500, 19],
  [18, 200, 22],
  [162, 200, 4],
  [8, 200, 40],
  [4, 200, 72],
  [3, 200, 92],
])(
  'of %d members each is asked first for its share of %d rows and three deviations',
  (members, rows, first) => {
    expect(firstRowsOf({ rows, rowBytes: 1_000, members, isLed: false }, 0)).toBe(first);
  },
);

test('where a fraction is more than half of the page, the page is asked for whole', () => {
  const size = { rowBytes: 1_000, isLed: false };
  expect(firstRowsOf({ ...size, rows: 200, members: 2 }, 0)).toBe(200);
  expect(firstRowsOf({ ...size, rows: 3, members: 54 }, 0)).toBe(3);
  expect(firstRowsOf({ ...size, rows: 200, members: 0 }, 0)).toBe(200);
});

test.each([
  [false, 3.25],
  [true, 3],
])(
  'with a leader (%s) no more rows are asked of the others first than %d for each of the page',
  (isLed, most) => {
    for (let members = 3; members <= 54; members += 1)
      for (let rows = 2 * members; rows <= 500; rows += 7) {
        const first = firstRowsOf({ rows, rowBytes: 1_000, members, isLed }, 0);
        expect(first === rows || first * members <= most * rows).toBe(true);
      }
  },
);

test('of a member that may have none, none are expected', () => {
  expect(rowsLikely(0)).toBe(0);
  expect(rowsLikely(4)).toBe(10);
});
