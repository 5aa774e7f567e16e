import { parse } from 'graphql';
import type { Engine } from '../../gateway/engine/index.ts';
import { chanceOf } from '../oracle/chance.ts';
import { type Answer, type Difference, differencesOf } from './compare/difference.ts';
import { type Asked, partialDifferences } from './compare/partial.ts';
import type { Manner } from './question/draft.ts';
import { type RandomQuestion, randomQuestion } from './question/random-question.ts';
import { askEngine } from './serve/engine.ts';
import { FIELD_FAULTS, type FieldFault, faultKey } from './serve/fault.ts';
import type { World } from './serve/open-world.ts';
import { askOracle, type Question, type Told } from './serve/oracle.ts';
import { type Outage, randomOutage } from './serve/outage.ts';
import type { Serving } from './serve/source.ts';
import { dependsOn } from './world/depends-on.ts';
import { faultable } from './world/faultable.ts';
import type { Row } from './world/rows.ts';

/** A world that an engine serves. */
export type Served = { readonly world: World; readonly engine: Engine; readonly serving: Serving };

/** A question to a world in which some fields of some rows are faulty. */
export type Case = RandomQuestion & {
  readonly faults: ReadonlyMap<string, FieldFault>;
  /** With it there are no other faults. */
  readonly outage?: Outage;
};

export type CaseManner = Manner & {
  /** Whether whole subgraphs may be out of order. */
  readonly outages: boolean;
};

/** The case of a world that a seed decides. Half have faults in fields that they ask, and some a subgraph that is out of order. */
export function randomCase(world: World, seed: string, { outages, ...manner }: CaseManner): Case {
  const question = randomQuestion(world.api, seed, manner);
  const chance = chanceOf(`faults ${seed}`);
  if (outages && chance.happens(0.25))
    return { ...question, faults: new Map(), outage: randomOutage(world, chance) };
  if (chance.happens(0.4)) return { ...question, faults: new Map() };
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
export async function differencesIn(served: Served, asked: Case): Promise<readonly Difference[]> {
  const { world, engine, serving } = served;
  const { query, variables, faults, outage } = asked;
  const question = { document: parse(query), variables };
  Object.assign(serving, { faults, mutations: [], outage });
  const got = await answerOf(engine, question, query);
  if ('thrown' in got) return [{ kind: 'throws', says: got.thrown }];
  if (outage) return outageDifferences(world, { question, outage, got });
  const expected = askOracle(world, question, faults);
  return [...differencesOf(got, expected), ...mutationDifference(serving.mutations, expected)];
}

/** An entity that nobody knows, or whose type nobody knows, has nothing to tell. */
const SILENT: readonly Outage['kind'][] = ['lost entities', 'unknown types'];

type InOutage = { readonly question: Question; readonly outage: Outage; readonly got: Answer };

/** The oracle knows not what is asked of whom; but what may be lost, and that nothing else is. */
function outageDifferences(world: World, { question, outage, got }: InOutage) {
  const depends = dependsOn(world.schema, outage.subgraph);
  const asked: Asked[] = [];
  const whole = askOracle(world, question, new Map(), ({ type }, field, path) => {
    asked.push({ path: path(), mayBeLost: depends(type, field) });
  });
  const mayBeSilent = SILENT.includes(outage.kind);
  return partialDifferences({ got, whole, asked, mayBeSilent });
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
