import { parse } from 'graphql';
import type { Engine } from '../../gateway/engine/index.ts';
import { chanceOf } from '../oracle/chance.ts';
import { type Answer, type Difference, differencesOf } from './compare/difference.ts';
import { type RandomQuestion, randomQuestion } from './question/random-question.ts';
import { askEngine } from './serve/engine.ts';
import { FIELD_FAULTS, type FieldFault, faultKey } from './serve/fault.ts';
import type { World } from './serve/open-world.ts';
import { askOracle, type Told } from './serve/oracle.ts';
import type { Serving } from './serve/source.ts';
import { faultable } from './world/faultable.ts';
import type { Row } from './world/rows.ts';

/** A world that an engine serves. */
export type Served = { readonly world: World; readonly engine: Engine; readonly serving: Serving };

/** A question to a world in which some fields of some rows are faulty. */
export type Case = RandomQuestion & { readonly faults: ReadonlyMap<string, FieldFault> };

/** The case of a world that a seed decides. Every other one has faults, in fields that its question asks. */
export function randomCase(world: World, seed: string, shadowing: boolean): Case {
  const question = randomQuestion(world.api, seed, { shadowing });
  const chance = chanceOf(`faults ${seed}`);
  if (chance.happens(0.5)) return { ...question, faults: new Map() };
  const mayFail = faultable(world.schema);
  const asked: string[] = [];
  const note = ({ serial, type }: Row, field: string) => {
    if (mayFail(type, field)) asked.push(faultKey(serial, field));
  };
  const { query, variables } = question;
  askOracle(world, { document: parse(query), variables }, new Map(), note);
  const chosen = chance.someOf([...new Set(asked)], 4);
  return { ...question, faults: new Map(chosen.map((each) => [each, chance.oneOf(FIELD_FAULTS)])) };
}

/** Where the engine answers a case otherwise than the oracle. */
export async function differencesIn(
  { world, engine, serving }: Served,
  { query, variables, faults }: Case,
): Promise<readonly Difference[]> {
  const question = { document: parse(query), variables };
  const expected = askOracle(world, question, faults);
  serving.faults = faults;
  serving.mutations = [];
  const got = await answerOf(engine, question, query);
  if ('thrown' in got) return [{ kind: 'throws', says: got.thrown }];
  return [...differencesOf(got, expected), ...mutationDifference(serving.mutations, expected)];
}

/** Where the whole answer is null, nobody says whether the mutations after the failed one are made. */
function mutationDifference(
  made: readonly string[],
  { mutations, data }: Told,
): readonly Difference[] {
  const compared = data === null ? made.slice(0, mutations.length) : made;
  if (compared.join() === mutations.join()) return [];
  return [{ kind: 'mutations', says: `made ${made}, expected ${mutations}` }];
}

async function answerOf(
  ...[engine, question, query]: Parameters<typeof askEngine>
): Promise<Answer | { readonly thrown: string }> {
  try {
    return await askEngine(engine, question, query);
  } catch (error) {
    return { thrown: error instanceof Error ? String(error.stack) : String(error) };
  }
}
