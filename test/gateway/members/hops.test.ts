import { expect, test } from '@jest/globals';
import { readSupergraph } from '../../../gateway/index.ts';
import {
  type Account,
  type Answer,
  type JsonObject,
  type Member,
  openAccount,
  openSealer,
  openSources,
  type Parts,
  recording,
} from '../../../gateway/members/index.ts';
import { type MemberCode, readContract } from '../../../schema/index.ts';

const { faces, extended } = readSupergraph();
const ANSWERED = { outcome: 'ANSWERED', tookMs: expect.any(Number) };

/** What one hop of a face knows when members have given these answers; who is named but gives none offers no module. */
async function hopAfter(
  face: string,
  [query, variables]: readonly [string, JsonObject],
  answers: Readonly<Record<string, JsonObject | undefined>>,
): Promise<Account> {
  const members = Object.entries(answers).map(
    ([code, data]): Member => ({
      code: code as MemberCode,
      url: '',
      modules: data ? ['MINERALS'] : [],
    }),
  );
  const parts: Parts = {
    contract: readContract(),
    members: () => members,
    sealer: openSealer(Buffer.alloc(32, 1)),
    onBroken: () => undefined,
    silentSince: () => null,
    send: recording(
      ({ code }): Promise<Answer> =>
        Promise.resolve({ kind: 'answered', data: answers[code] ?? {}, errors: [] }),
    ),
  };
  const account = openAccount();
  const { signal } = new AbortController();
  const calling = { viewer: 'public', signal, hop: account.openHop([]) } as const;
  await openSources(faces, extended, () => parts)[face]?.({ query, variables, calling });
  return account;
}

const page = (id: string): JsonObject => ({
  sites: {
    zlg_edges: [{ cursor: JSON.stringify([id]), node: { id } }],
    zlg_page: { hasNextPage: false },
    zlg_total: { count: 1, precision: 'EXACT' },
    edges: [{ node: { zlg_id: id, id } }],
  },
});

test('a hop knows who was not believed and who does not offer the module, and how many rows moved', async () => {
  const query = '{ sites(first: 1) { edges { node { id } } coverage { complete } } }';
  const account = await hopAfter('continental', [query, {}], {
    CD: page('CD:site:1'),
    MA: page('ZM:site:1'),
    NA: undefined,
    ZM: page('ZM:site:1'),
  });
  expect(account.hops()).toEqual([
    {
      path: [],
      asks: [
        { member: 'CD', ...ANSWERED },
        { member: 'MA', ...ANSWERED, outcome: 'PROTOCOL_ERROR' },
        { member: 'NA', outcome: 'MODULE_NOT_OFFERED', tookMs: null },
        { member: 'ZM', ...ANSWERED },
      ],
    },
  ]);
  expect(account.rows()).toEqual({ moved: 2, kept: 1 });
});

test('who gives another record than was asked has not answered', async () => {
  const query =
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Site { adm1 } } }';
  const representations = ['CD:site:1', 'MA:site:1'].map((id) => ({ __typename: 'Site', id }));
  const account = await hopAfter('national', [query, { representations }], {
    CD: { _entities: [{ zlg_id: 'CD:site:1', adm1: 'x' }] },
    MA: { _entities: [{ zlg_id: 'MA:site:2', adm1: 'x' }] },
  });
  expect(account.hops()[0]?.asks).toEqual([
    { member: 'CD', ...ANSWERED },
    { member: 'MA', ...ANSWERED, outcome: 'PROTOCOL_ERROR' },
  ]);
});

test('a lookup that gives another record is none', async () => {
  const account = await hopAfter('national', ['{ record(id: "MA:site:1") { id } }', {}], {
    MA: { record: { zlg_id: 'MA:site:2', id: 'MA:site:2' } },
  });
  expect(account.hops()[0]?.asks).toEqual([
    { member: 'MA', ...ANSWERED, outcome: 'PROTOCOL_ERROR' },
  ]);
});

test('whose vocabularies are asked and who is no member is missing', async () => {
  const account = await hopAfter('amsg', ['{ countries { code } }', {}], {});
  expect(account.hops()[0]?.asks).toEqual([{ member: 'AMSG', outcome: 'WITHDRAWN', tookMs: null }]);
});
