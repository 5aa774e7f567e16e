import { expect, test } from '@jest/globals';
import { type DocumentNode, parse } from 'graphql';
import { bounding, type Engine, openStockEngine } from '../../../gateway/engine/index.ts';
import { compose } from '../../../gateway/supergraph/index.ts';

/** A field that so many subgraphs can give: as many ways to plan it. */
function shareBy(count: number): string {
  const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@shareable"])
    type Query { a: A @shareable } type A { b: String @shareable }`;
  const composed = compose(
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`s${i}`, sdl])),
  );
  if (composed.kind === 'refused') throw new Error(composed.findings.join());
  return composed.supergraph;
}

async function open(count: number, pathsLimit: number): Promise<Engine> {
  const source = () => Promise.resolve({ data: { a: { b: 'here' } } });
  const sources = Object.fromEntries(Array.from({ length: count }, (_, i) => [`s${i}`, source]));
  return bounding(await openStockEngine(shareBy(count), sources, { pathsLimit }), 600);
}

type Asked = Parameters<Engine['executor']>[0];
function ask(engine: Engine, document: DocumentNode) {
  const [operation] = document.definitions;
  const calling = { viewer: 'public', signal: AbortSignal.timeout(10_000) };
  const asked: unknown = {
    ...{ schema: engine.schema, document, operation, operationName: null, queryHash: 'h' },
    ...{ request: { query: '', variables: {} }, source: '', context: { calling } },
    ...{ cache: new Map(), metrics: {}, overallCachePolicy: {}, logger: console },
  };
  return engine.executor(asked as Asked);
}

test('the planner follows as many paths as its limit, and refuses what has more', async () => {
  const question = parse('{ a { b } }');
  const within = await open(5, 5);
  expect(await ask(within, question)).toMatchObject({ data: { a: { b: 'here' } } });
  const beyond = await open(6, 5);
  const { data, errors } = await ask(beyond, question);
  expect([data, errors?.map(({ message, extensions }) => [extensions.code, message])]).toEqual([
    undefined,
    [
      [
        'COST_EXCEEDED',
        'Expected a question that can be planned within its limits, got one with too many ways to be answered. Ask for fewer fields, or fewer fragments within one another.',
      ],
    ],
  ]);
  await Promise.all([within.stop(), beyond.stop()]);
});
