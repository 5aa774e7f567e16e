import { expect, test } from '@jest/globals';
import { connectionFaults } from '../../../schema/audits/filter-faults.ts';
import type { List } from '../../../schema/audits/lists.ts';
import type { OwnRows, Row } from '../../../schema/audits/own-rows/index.ts';

const SITES: List = {
  field: 'sites',
  type: 'Site',
  module: 'MINERALS',
  filter: 'SiteFilter',
  order: 'SiteOrder',
  orderFields: [],
};
const site = (local: string, status: string, governance: Row['governance'] = null): Row => ({
  id: `CD:site:${local}`,
  status,
  governance,
});
const ROWS = [site('a', 'CLOSED'), site('b', 'OPERATING'), site('c', 'CLOSED')];

/** What is wrong with these rows as an answer to the question for the closed ones. */
function faults(ids: readonly string[], own: Partial<OwnRows> = {}, hasNextPage = false) {
  const edges = ids.map((local) => ({ node: { id: `CD:site:${local}` } }));
  return connectionFaults(
    'sites',
    { list: SITES, rows: ROWS, isWhole: true, ...own },
    {
      connection: { edges, pageInfo: { hasNextPage } },
      isDue: ({ status }) => status === 'CLOSED',
      isForetold: ({ governance }) => governance === null,
    },
  );
}

test('the rows that are due, and no others, are without a fault', () => {
  expect(faults(['a', 'c'])).toEqual([]);
});

test('a row that is left out and one that is not due are named', () => {
  expect(faults(['a', 'b'])).toEqual([
    'sites leaves out CD:site:c, which it chooses.',
    'sites gives CD:site:b, which it does not choose.',
  ]);
});

test('a row that the list itself did not give is a fault, where all its rows are known', () => {
  expect(faults(['a', 'c', 'z'])).toEqual(['sites gives CD:site:z, which it does not choose.']);
});

test('behind the rows that are known nothing is judged', () => {
  expect(faults(['a', 'c', 'z'], { isWhole: false })).toEqual([]);
});

test('behind the end of a page that another follows nothing is missed', () => {
  expect(faults(['a'], {}, true)).toEqual([]);
  expect(faults(['a'])).toEqual(['sites leaves out CD:site:c, which it chooses.']);
});

test('of a row that withholds what decides nothing is foretold', () => {
  const rows = [...ROWS, site('d', 'CLOSED', { classification: 'RESTRICTED' })];
  expect(faults(['a', 'c'], { rows })).toEqual([]);
  expect(faults(['a', 'c', 'd'], { rows })).toEqual([]);
});
