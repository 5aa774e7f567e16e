import { expect, test } from '@jest/globals';
import { randomCase } from './run-case.ts';
import { openWorld, type World } from './serve/open-world.ts';

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
