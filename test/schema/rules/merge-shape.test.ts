import { expect, test } from '@jest/globals';
import { findingsAfter } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'MERGE_SHAPE',
  place,
  says: 'ORDER has edges, pageInfo, total; PARTS has rows; LIST has list; each has `coverage: Coverage`.',
});

test('a connection tells its total', () => {
  expect(
    findingsAfter(
      `edges: [EventEdge!]
  "Where this page ends."
  pageInfo: PageInfo
  "How many there are in all."
  total: Total
`,
      `edges: [EventEdge!]
  "Where this page ends."
  pageInfo: PageInfo
`,
    ),
  ).toEqual([broken('EventConnection')]);
});

test('what is merged says who answered', () => {
  expect(
    findingsAfter(
      `list: [Member!]
  "Who answered."
  coverage: Coverage`,
      `list: [Member!]
  "Who answered."
  coverage: String`,
    ),
  ).toEqual([broken('Members')]);
});
