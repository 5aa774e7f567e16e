import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { dataOf, type Engine, openZelligeEngine } from '../../../gateway/engine/index.ts';
import type { FaceRequest } from '../../../gateway/members/index.ts';
import { compose } from '../../../gateway/supergraph/index.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@inaccessible"])';
const SUBGRAPHS = {
  mines: `${LINK} type Query { mine: Mine } type Mine @key(fields: "code") { code: ID @inaccessible name: String }`,
  ports: `${LINK} type Mine @key(fields: "code") { code: ID @inaccessible port: String }`,
};

test('an alias with the name of a key that clients cannot see is not taken for the key', async () => {
  const composed = compose(SUBGRAPHS);
  if (composed.kind === 'refused') throw new Error(composed.findings.join());
  const asked: FaceRequest[] = [];
  const engine = await openZelligeEngine(composed.supergraph, {
    mines: () =>
      Promise.resolve({ data: { mine: { __typename: 'Mine', zz_code: 'Tarfaya', code: 'M1' } } }),
    ports: (request) => {
      asked.push(request);
      return Promise.resolve({ data: { _entities: [{ port: 'Agadir' }] } });
    },
  });
  expect(dataOf(await ask(engine, '{ mine { code: name port } }'))).toEqual({
    mine: { code: 'Tarfaya', port: 'Agadir' },
  });
  expect(asked.map(({ variables }) => variables)).toEqual([
    { representations: [{ __typename: 'Mine', code: 'M1' }] },
  ]);
});

type Asked = Parameters<Engine['executor']>[0];
function ask({ executor }: Engine, query: string) {
  const calling = { viewer: 'public', signal: AbortSignal.timeout(10_000) };
  const asked: unknown = {
    ...{ document: parse(query), queryHash: query, source: query },
    ...{ request: { query }, context: { calling } },
  };
  return executor(asked as Asked);
}
