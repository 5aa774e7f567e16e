import { expect, test } from '@jest/globals';
import { faultIn } from '../../bench/question.ts';

const edges = [{ node: { id: 'MA:site:b0001' } }, { node: { id: 'ZM:site:b0001' } }];
const total = { count: 2, precision: 'EXACT' };
const coverage = { complete: true, answered: ['MA', 'ZM'], missing: [] };
const expected = { members: 2, rowsEach: 1 };
const faultOf = (sites: object) => faultIn(JSON.stringify({ data: { sites } }), expected);

test('a right answer of the gateway and one of the floor have no fault', () => {
  expect(faultOf({ edges, total, coverage })).toBeUndefined();
  expect(faultOf({ edges })).toBeUndefined();
});

test('a cheap wrong answer is not measured', () => {
  expect(faultOf({ edges: edges.slice(1), total, coverage })).toBe('Expected 2 sites, got 1.');
  expect(faultOf({ edges, total: { ...total, count: 1 }, coverage })).toBe(
    'Expected a total of 2, got 1.',
  );
  expect(faultOf({ edges, total, coverage: { ...coverage, answered: ['MA'] } })).toBe(
    'Expected answers of 2 members, got 1.',
  );
  expect(faultIn('{"errors":[{"message":"no"}]}', expected)).toBe(
    'Expected a page of sites, got {"errors":[{"message":"no"}]}',
  );
});
