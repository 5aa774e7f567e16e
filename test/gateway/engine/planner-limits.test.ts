import { expect, test } from '@jest/globals';
import { type DocumentNode, parse } from 'graphql';
import { bounding, dataOf, type Engine } from '../../../gateway/engine/index.ts';
import { ENGINE_NAMES, type EngineName } from '../../../gateway/engine-name.ts';
import { ENGINES } from '../../../gateway/engines.ts';
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

async function open(name: EngineName, count: number, pathsLimit: number): Promise<Engine> {
  const source = () => Promise.resolve({ data: { a: { b: 'here' } } });
  const sources = Object.fromEntries(Array.from({ length: count }, (_, i) => [`s${i}`, source]));
  return bounding(await ENGINES[name].open(shareBy(count), sources, { pathsLimit }), 600);
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

test.each(ENGINE_NAMES)(
  'the planner of %s follows as many paths as its limit, and refuses what has more',
  async (name) => {
    const question = parse('{ a { b } }');
    const within = await open(name, 5, 5);
    expect(dataOf(await ask(within, question))).toEqual({ a: { b: 'here' } });
    const beyond = await open(name, 6, 5);
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
  },
);
