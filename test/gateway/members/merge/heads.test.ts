import { expect, test } from '@jest/globals';
import type { Json, JsonObject } from '../../../../gateway/members/index.ts';
import { checkHeads, type PageOrder } from '../../../../gateway/members/merge/index.ts';
import type { OrderBy } from '../../../../schema/index.ts';

const BY_NAME: readonly OrderBy[] = [{ field: 'NAME', direction: 'ASC' }];
const ORDER: PageOrder = { orderBy: BY_NAME, first: 3, after: undefined };

const head = (name: string | null, id: string, nodeId = id): Json => ({
  cursor: JSON.stringify([name, id]),
  node: { id: nodeId },
});
const answer = (edges: readonly Json[], hasNextPage = false): JsonObject => ({
  zlg_edges: edges,
  zlg_page: { hasNextPage },
});
const sentence = (value: JsonObject, order = ORDER) => {
  const checked = checkHeads('MA', value, order);
  return checked.kind === 'broken' ? checked.says : 'kept';
};

test("positions that rise, of a member's own records, are kept", () => {
  const value = answer([head('a', 'MA:site:2'), head('a', 'MA:site:3'), head(null, 'MA:site:1')]);
  const checked = checkHeads('MA', value, ORDER);
  const heads = checked.kind === 'kept' ? checked.heads : undefined;
  expect(heads).toMatchObject({ member: 'MA', count: 3, hasMore: false });
  expect([0, 1, 2, 3].map((row) => heads?.positionAt(row))).toEqual([
    { keys: ['a'], id: 'MA:site:2' },
    { keys: ['a'], id: 'MA:site:3' },
    { keys: [null], id: 'MA:site:1' },
    undefined,
  ]);
});

test.each([
  [
    'unsorted',
    answer([head('b', 'MA:site:1'), head('a', 'MA:site:2')]),
    'MA gave MA:site:2 behind MA:site:1, which it does not follow in this order.',
  ],
  [
    'sorted without regard to case',
    answer([head('a', 'MA:site:1'), head('B', 'MA:site:2')]),
    'MA gave MA:site:2 behind MA:site:1, which it does not follow in this order.',
  ],
  [
    'sorted in UTF-16',
    answer([head('\u{10000}', 'MA:site:1'), head('\ue000', 'MA:site:2')]),
    'MA gave MA:site:2 behind MA:site:1, which it does not follow in this order.',
  ],
  [
    'the same row twice',
    answer([head('a', 'MA:site:1'), head('a', 'MA:site:1')]),
    'MA gave MA:site:1 behind MA:site:1, which it does not follow in this order.',
  ],
  [
    "another member's record",
    answer([head('a', 'CD:site:1')]),
    'MA gave the record CD:site:1, which is not its own.',
  ],
  [
    'the record of a member whose code begins alike',
    answer([head('a', 'MAR:site:1')]),
    'MA gave the record MAR:site:1, which is not its own.',
  ],
  [
    'the position of another row',
    answer([head('a', 'MA:site:1', 'MA:site:2')]),
    'MA gave the position of MA:site:1 to the record MA:site:2.',
  ],
  [
    'too many rows',
    answer(['1', '2', '3', '4'].map((each) => head('a', `MA:site:${each}`))),
    'MA gave 4 rows where 3 were asked.',
  ],
  [
    'a cursor that is none',
    answer([{ cursor: 'x', node: { id: 'MA:site:1' } }]),
    'MA gave the cursor "x", which is no position of this order.',
  ],
  [
    'another row shown than that of the head',
    { ...answer([head('a', 'MA:site:1')]), e: [{ n: { zlg_id: 'MA:site:2' } }] },
    'MA gave another record at the position of MA:site:1.',
  ],
  [
    'a row shown without its id',
    { ...answer([head('a', 'MA:site:1')]), e: [{ n: { name: null } }] },
    'MA gave another record at the position of MA:site:1.',
  ],
  [
    'fewer rows than positions',
    { ...answer([head('a', 'MA:site:1')]), e: [] },
    'MA gave other rows as e than it gave positions for.',
  ],
  ['no list', { zlg_edges: null }, 'MA gave no list of edges.'],
  ['rows that follow nothing', answer([], true), 'MA says that rows follow a page without rows.'],
])('%s is told to the agency in one sentence', (_, value, says) => {
  expect(sentence(value as JsonObject)).toBe(says);
});

test('rows that are those of their heads are kept, under whatever names the client gives', () => {
  const value = {
    ...answer([head('a', 'MA:site:1')]),
    type: 'SiteConnection',
    e: [{ c: 'x', n: { zlg_id: 'MA:site:1', i: 'MA:site:1' } }],
    edges: [{ t: 'SiteEdge', node: { zlg_id: 'MA:site:1' } }],
  };
  expect(sentence(value)).toBe('kept');
});

test('rows before the position asked are refused', () => {
  const after = { keys: ['m'], id: 'CD:site:1' };
  const value = answer([head('b', 'MA:site:1')]);
  expect(sentence(value, { ...ORDER, after })).toBe(
    'MA gave MA:site:1 behind CD:site:1, which it does not follow in this order.',
  );
});

test.each([
  [{ types: ['MINE'] }, { type: 'SMELTER' }, 'type is "SMELTER", where types ["MINE"]'],
  [{ types: ['MINE'] }, { type: null }, 'type is null, where types ["MINE"]'],
  [
    { commodities: ['gold'] },
    { commodityCodes: ['tin', 'zinc'] },
    'commodityCodes is ["tin","zinc"], where commodities ["gold"]',
  ],
])('a row that shows that the filter %j was ignored breaks the page', (filter, shown, says) => {
  const page = (row: JsonObject): JsonObject => ({
    ...answer([head('a', 'MA:site:1')]),
    edges: [{ node: { zlg_id: 'MA:site:1', ...row } }],
  });
  expect(sentence(page(shown), { ...ORDER, filter })).toBe(
    `MA gave MA:site:1, whose ${says} were asked.`,
  );
  expect(sentence(page({}), { ...ORDER, filter })).toBe('kept');
  const [[name, wanted]] = [Object.entries(filter)[0] ?? ['', []]];
  const field = name === 'types' ? 'type' : 'commodityCode';
  expect(sentence(page({ [field]: wanted[0] ?? null }), { ...ORDER, filter })).toBe('kept');
});
