import { expect, test } from '@jest/globals';
import { generatedSchema, staleFiles } from '../../scripts/generated-schema.ts';

const generated = generatedSchema();

test('schema/generated/ is what `npm run schema` writes', () => {
  expect(staleFiles(generated)).toEqual([]);
});

test('the member, each logical subgraph, the supergraph and the client have their file', () => {
  expect(Object.keys(generated)).toEqual([
    'member.graphql',
    'continental.graphql',
    'national.graphql',
    'links_shared.graphql',
    'links_records.graphql',
    'amsg.graphql',
    'extensions.graphql',
    'supergraph.graphql',
    'api.graphql',
  ]);
});

test('a file that is changed, missing or left over is stale', () => {
  const { 'amsg.graphql': leftOver, ...rest } = generated;
  const changed = {
    ...rest,
    'member.graphql': `${rest['member.graphql']}# more`,
    'new.graphql': leftOver ?? '',
  };
  expect(staleFiles(changed)).toEqual(['amsg.graphql', 'member.graphql', 'new.graphql']);
});
