import { type ReadyRun, ReadyText } from '../shape/index.ts';
import type { SubgraphAnswer } from './fetching.ts';
import type { Values } from './values.ts';

const HEAD = '{"data":{"_entities":[';
const TAIL = /\]\}\}\s*$/y;

/**
 * The entities of an answer in which all stands as these runs have it, without any of their values being looked at but by its form. Undefined
 * where anything is otherwise: then it is for the parser to read.
 */
export function readReady(text: string, runs: readonly ReadyRun[]): SubgraphAnswer | undefined {
  if (!text.startsWith(HEAD)) return undefined;
  const entities: (Values | null)[] = [];
  let at = HEAD.length - 1;
  do {
    const isNull = text.startsWith('null', at + 1);
    const entity = isNull ? null : {};
    at = entity ? afterEntity(text, at + 1, { runs, entity }) : at + 'null'.length + 1;
    entities.push(entity);
  } while (text[at] === ',');
  TAIL.lastIndex = at;
  return at > 0 && TAIL.test(text) ? { data: { _entities: entities } } : undefined;
}

type Reading = { readonly runs: readonly ReadyRun[]; readonly entity: Values };
const NOT = -1;

/** Fills the entity with what stands here, and gives the place behind it; NOT where something else stands here. */
function afterEntity(text: string, start: number, { runs, entity }: Reading): number {
  let at = start;
  for (const run of runs) {
    const { label, pattern, names } = run;
    const from = at + label.length;
    pattern.lastIndex = from;
    if (!text.startsWith(label, at) || !pattern.test(text)) return NOT;
    at = pattern.lastIndex;
    entity[names[0] ?? ''] = new ReadyText(run, text.slice(from, at));
  }
  return text[at] === '}' ? at + 1 : NOT;
}

/** An entity as one has it whose runs these are: what was read for another's is read after all. */
export function asReadFor(entity: Values, runs: readonly ReadyRun[] | undefined): Values {
  for (const name in entity) {
    const value = entity[name]; // they are all ready, or none is
    return value instanceof ReadyText && !runs?.includes(value.run) ? opened(entity) : entity;
  }
  return entity;
}

function opened(entity: Values): Values {
  const values: Values = {};
  for (const each of Object.values(entity))
    if (each instanceof ReadyText)
      Object.assign(values, JSON.parse(`{"${each.run.names[0]}":${each.text}}`));
  return values;
}
