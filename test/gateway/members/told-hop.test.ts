import { expect, test } from '@jest/globals';
import { openAccount } from '../../../gateway/members/index.ts';
import { SILENT, world } from './given-members.ts';

const page = (id: string) => ({
  sites: {
    zlg_edges: [{ cursor: JSON.stringify([id]), node: { id } }],
    zlg_page: { hasNextPage: false },
    zlg_total: { count: 1, precision: 'EXACT' },
  },
});

test('a hop is told of those whose answers are not believed, and of those who are silent', async () => {
  const account = openAccount();
  const members = { CD: page('CD:site:1'), MA: page('CD:site:1'), ZM: SILENT };
  const { ask } = world(members, { hop: account.openHop([]) });
  await ask('continental', '{ sites { total { count } } }');
  expect(account.hops()).toEqual([
    {
      path: [],
      asks: [
        { member: 'MA', outcome: 'PROTOCOL_ERROR', tookMs: null },
        { member: 'ZM', outcome: 'TIMEOUT', tookMs: null },
      ],
    },
  ]);
  expect(account.rows()).toEqual({ moved: 1, kept: 1 });
});
