import type { FaceAnswer, JsonObject } from '../../../gateway/members/index.ts';
import type { Chance } from '../../oracle/chance.ts';
import type { World } from './open-world.ts';

/** What is wrong with a whole subgraph, or with the entities that it is asked for. */
export const OUTAGES = [
  /** It cannot be reached. */
  'rejects',
  /** It has no data, and says so. */
  'no data',
  /** It has no entities, and says so. */
  'no entities',
  /** Some entities are not known to it: it says null. */
  'lost entities',
  /** It answers one entity too few. */
  'too few entities',
  /** It answers one entity too many. */
  'too many entities',
  /** Some entities are no objects. */
  'wrong entities',
  /** It names types that nobody knows. */
  'unknown types',
  /** Its data is whole, and an error without a place beside it. */
  'complains',
] as const;
export type Outage = {
  readonly subgraph: string;
  readonly kind: (typeof OUTAGES)[number];
};

export const randomOutage = ({ schema }: World, chance: Chance): Outage => ({
  subgraph: chance.oneOf(schema.subgraphs),
  kind: chance.oneOf(OUTAGES),
});

const COMPLAINT = { message: 'It is out of order.' };

/** The answer of a subgraph as its outage leaves it. */
export function withOutage(kind: Outage['kind'], answer: FaceAnswer): FaceAnswer {
  const { data } = answer;
  switch (kind) {
    case 'rejects':
      throw new Error('It cannot be reached.');
    case 'no data':
      return { data: null, errors: [COMPLAINT] };
    case 'complains':
      return { ...answer, errors: [...(answer.errors ?? []), COMPLAINT] };
    case 'unknown types':
      return { ...answer, data: renamed(data) as JsonObject };
    default:
      return data && Object.keys(data).some(isOfEntities)
        ? withEntities(kind, answer, data)
        : answer;
  }
}

type Entities = readonly unknown[];
type OfEntities = Extract<Outage['kind'], `${string} entities`>;
function withEntities(kind: OfEntities, answer: FaceAnswer, data: JsonObject): FaceAnswer {
  if (kind === 'no entities')
    return { data: null, errors: [{ ...COMPLAINT, path: Object.keys(data).slice(0, 1) }] };
  const entries = Object.entries(data).map(([name, value]) => [
    name,
    isOfEntities(name) ? CHANGED[kind](Array.isArray(value) ? value : []) : value,
  ]);
  return { ...answer, data: Object.fromEntries(entries) };
}

/** Engines that ask several lists of entities at once give them names of their own. */
const isOfEntities = (name: string): boolean => /^(_entities|zlg_\d+)$/.test(name);

const CHANGED: Readonly<
  Record<Exclude<OfEntities, 'no entities'>, (entities: Entities) => Entities>
> = {
  'lost entities': (entities) => entities.map((each, place) => (place % 2 === 0 ? null : each)),
  'wrong entities': (entities) => entities.map((each, place) => (place % 2 === 0 ? 7 : each)),
  'too few entities': (entities) => entities.slice(1),
  'too many entities': (entities) => [...entities, ...entities.slice(0, 1), null],
};

/** What only looks like a type's name, in a scalar of any JSON, is left alone. */
const NO_TYPE = 'Blob';

function renamed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(renamed);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([name, value]) => [
    name,
    name === '__typename' && value !== NO_TYPE ? `No${String(value)}` : renamed(value),
  ]);
  return Object.fromEntries(entries);
}
