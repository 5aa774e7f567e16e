import { expect, test } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import {
  type Built,
  type Drained,
  type GenerationState,
  openGenerations,
  type PublishedState,
} from '../../../gateway/generations/index.ts';
import { type FakeGateway, fakeGateway } from './fake-gateway.ts';

const LIMITS = {
  drainMsMax: 60_000,
  hurriedMsMax: 60_000,
  questionsMax: 10,
  charactersMax: 100,
  plansWarmedMax: 10,
  warmMsMax: 1_000,
};
const state = (number: number, ...extended: readonly string[]): PublishedState => ({
  number,
  members: [],
  extensions: extended.map((member) => ({ member, sdl: '' })),
});
const built = ({ extensions }: GenerationState): Built<FakeGateway> => {
  const fields = extensions.map(({ member }) => `${member.toLowerCase()}_said: Int`);
  return extensions.some(({ member }) => member === 'XX')
    ? { kind: 'refused', says: 'XX does not compose.' }
    : { kind: 'built', gateway: fakeGateway(`type Query { id: ID ${fields.join(' ')} }`) };
};
type Build = (state: GenerationState) => Built<FakeGateway>;

async function generationsOf(published: PublishedState, build: Build = built) {
  const told: string[] = [];
  const drained: Drained[] = [];
  const generations = await openGenerations<FakeGateway>({
    base: { members: [], extensions: [] },
    published,
    build: (each) => new Promise((resolve) => resolve(build(each))),
    onSwap: ({ number }) => told.push(`swap to ${number}`),
    onDrained: (each) => drained.push(each),
    onRefused: (says) => told.push(says),
    limits: LIMITS,
  });
  return { generations, told, drained };
}
const soon = () => new Promise((done) => setTimeout(done, 20));

test('a start does not hang on one extension: where they cannot be composed, it is without them', async () => {
  const { generations, told } = await generationsOf(state(7, 'KE', 'XX'));
  expect(generations.current().state).toEqual(state(7));
  expect(told).toEqual(['XX does not compose.']);
  expect(await generations.replace(state(8, 'KE'))).toMatchObject({ kind: 'swapped', number: 8 });
  expect(generations.current().state).toEqual(state(8, 'KE'));
});

test('whoever listens is told the schema now, and each next one, until they leave', async () => {
  const { generations } = await generationsOf(state(1));
  const heard: (GraphQLSchema | undefined)[] = [];
  const leave = generations.engine.onSchemaLoadOrUpdate(({ apiSchema }) => heard.push(apiSchema));
  const schemas = [generations.current().gateway.schema];
  await generations.replace(state(2, 'KE'));
  schemas.push(generations.current().gateway.schema);
  leave();
  await generations.replace(state(3));
  expect(heard).toEqual(schemas);
});

test('a generation that is held stays with those who hold it, then it is stopped and told of', async () => {
  const { generations, told, drained } = await generationsOf(state(1, 'KE'));
  const { gateway: old } = generations.current();
  const end = generations.lease(old.schema, () => undefined);
  await generations.replace(state(2));
  await soon();
  expect(generations.of(old.schema)).toBe(old);
  expect([generations.alive(), old.isStopped(), drained, told]).toEqual([
    2,
    false,
    [],
    ['swap to 2'],
  ]);
  end();
  await soon();
  expect([generations.alive(), old.isStopped()]).toEqual([1, true]);
  expect(drained).toEqual([{ ended: state(1, 'KE'), now: state(2) }]);
});

test('what is refused, and what fails on the way, leaves the current one as it is', async () => {
  const { generations, told } = await generationsOf(state(1), (each) => {
    if (each.number === 3) throw new Error('expected an engine');
    return built(each);
  });
  const before = generations.current();
  expect(await generations.replace(state(2, 'XX'))).toEqual({
    kind: 'refused',
    says: 'XX does not compose.',
  });
  const failed = 'The next generation could not be built: Error: expected an engine';
  expect(await generations.replace(state(3))).toEqual({ kind: 'refused', says: failed });
  expect(generations.current()).toBe(before);
  expect(before.gateway.isStopped()).toBe(false);
  expect(told).toEqual(['XX does not compose.', failed]);
});

test('where the server does not take a schema, the one before goes on', async () => {
  const { generations, told } = await generationsOf(state(1));
  const before = generations.current();
  let isTaken = true;
  generations.engine.onSchemaLoadOrUpdate(() => {
    if (!isTaken) throw new Error('it is no schema');
  });
  isTaken = false;
  expect(await generations.replace(state(2, 'KE'))).toMatchObject({ kind: 'refused' });
  expect(generations.current()).toBe(before);
  expect(told).toEqual(['The next generation could not be built: Error: it is no schema']);
});
