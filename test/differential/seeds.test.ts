import { expect, test } from '@jest/globals';
import { randomCase } from './run-case.ts';
import { openWorld, type World } from './serve/open-world.ts';
import { randomSchema } from './world/random-schema.ts';
import { sdlOf } from './world/sdl.ts';

const MANNER = { shadowing: true, outages: true };

const here = (world: World | undefined): World => {
  if (!world) throw new Error('Expected a world that composes, got none.');
  return world;
};

test('a seed decides a world and its cases, so that one can be run again alone', () => {
  const [first, second] = [here(openWorld('world 0')), here(openWorld('world 0'))];
  expect(first.supergraph).toEqual(second.supergraph);
  const caseOf = (world: World) => randomCase(world, 'world 0/3', MANNER);
  expect(caseOf(first)).toEqual(caseOf(second));
  expect(caseOf(first)).not.toEqual(randomCase(first, 'world 0/4', MANNER));
});

const SDLS: readonly string[] = Array.from({ length: 40 }, (_, seed) => {
  const schema = randomSchema(`world ${seed}`);
  return schema.subgraphs.map((each) => sdlOf(schema, each, 'federated')).join();
});

test.each([
  ...['@shareable', '@external', '@requires(', '@provides(', '@override(', 'label: "percent'],
  ...['@interfaceObject', '@inaccessible', 'resolvable: false', 'zone no', 'ref { n m }'],
  ...['interface', 'union', '[[', 'type Mutation', 'input Filter', 'constructor'],
  ...['interface Site implements Place', 'GREY @inaccessible'],
])('some worlds of chance have %s', (part) => {
  expect(SDLS.filter((each) => each.includes(part)).length).toBeGreaterThan(4);
});
