import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Program, run } from '../program.ts';
import { type Case, written } from './case.ts';
import { CASES } from './cases/index.ts';
import { type ServedSubgraph, schemaOf, serveSubgraph } from './subgraph.ts';
import { supergraphOf } from './supergraph.ts';

/** One of each kind that HTTP could make a difference to: hops, representations, errors, orders. */
const SAMPLE = [
  'a chain of hops ends where the data is, with lists within lists and nulls among them',
  'a required field may itself require, across several subgraphs',
  'a subgraph adds fields to all types of an interface that it knows as an object',
  'the fields of a mutation run one after another, over all subgraphs, and then what is asked of them',
  'what a subgraph says of its errors stands at their places, and its neighbours are untouched',
  'a word of an enum that clients may not see is null with an error',
  'a context goes with what is required, provided, overridden and shared',
];
const FOLDER = mkdtempSync(join(tmpdir(), 'zellige-federation-'));

test('the sample is of cases that there are', () => {
  const known = CASES.map(({ says }) => says);
  expect(SAMPLE.filter((each) => !known.includes(each))).toEqual([]);
});

describe.each(CASES.filter(({ says }) => SAMPLE.includes(says)))('$says', (each) => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(each);
  });
  afterAll(() => served.close());

  test.each(each.asks.map((asks) => [asks[0].replaceAll(/\s+/g, ' '), asks] as const))(
    '%s',
    async (_, [query, answer, { variables = {}, errors = [] } = {}]) => {
      const told = await ask(served.url, { query, variables });
      expect([JSON.stringify(told.data), told.places]).toEqual([
        JSON.stringify(written(answer)),
        [...errors].sort(),
      ]);
    },
  );
});

type Served = { readonly url: string; readonly close: () => Promise<void> };

async function serve({ subgraphs }: Case): Promise<Served> {
  const entries = Object.entries(subgraphs);
  const servers = await Promise.all(entries.map(([, each]) => serveSubgraph(schemaOf(each))));
  const urls = entries.map(([name], place) => [name, servers[place]?.url ?? ''] as const);
  const sdls = Object.fromEntries(entries.map(([name, { sdl }]) => [name, sdl]));
  const file = join(FOLDER, `${entries.length}-${servers[0]?.url.replaceAll(/\W/g, '')}.graphql`);
  writeFileSync(file, supergraphOf(sdls, Object.fromEntries(urls)));
  const program = run(['gateway/serve-main.ts', '--supergraph', file, '--port', '0'], {});
  const [, url = ''] = await program.says(/The gateway listens at (http:[^"]+)\./);
  return { url, close: () => closing(program, servers) };
}

async function closing({ child, exit }: Program, servers: readonly ServedSubgraph[]) {
  child.kill('SIGTERM');
  await exit;
  await Promise.all(servers.map(({ close }) => close()));
}

async function ask(url: string, question: object) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
  });
  const { data, errors = [] } = (await response.json()) as {
    readonly data: unknown;
    readonly errors?: readonly { readonly path?: readonly unknown[] }[];
  };
  return { data, places: errors.map(({ path = [] }) => path.join('.')).sort() };
}
