import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import {
  type Contract,
  fieldOf,
  type MergeRule,
  marks,
  mergeOf,
  ownershipOf,
  PAGE,
} from '../../../schema/index.ts';
import type { Asked } from '../check-page-sizes.ts';
import { measure } from '../document/index.ts';
import { type ChosenFields, chosenFields } from './chosen-fields.ts';
import { describedValues } from './described-values.ts';
import { type Field, isHead, type Place, placeBelow, ROOT } from './place.ts';
import { ASSUMED, WEIGHTS, WORK } from './weights.ts';

type Values = Readonly<Record<string, unknown>>;

/** What a cost is counted from, beside the question. */
export type Costing = {
  readonly schema: GraphQLSchema;
  readonly contract: Contract;
  /** How many members are asked for records of a type, by the arguments of the list. */
  readonly membersAsked: (of: string | undefined, args: Values) => number;
};

/** What a question costs at most. */
export type Cost = {
  /** In values of records. */
  readonly cost: number;
  /** How many requests to members it makes. */
  readonly requests: number;
  /** Milliseconds of processor time that the gateway is reckoned to spend on it, with all that it must do where it has no plan yet. */
  readonly workMs: number;
  /** The part of the question that costs most, by its name in the answer. */
  readonly dearest: string;
};

/** Counted from the question, its variables and the contract, before anything is planned. None where the variables are not what they should be. */
export function costOf(costing: Costing, asked: Asked): Cost | undefined {
  const operation = getOperationAST(asked.document, asked.operationName);
  const query = costing.schema.getQueryType();
  if (!operation || !query) return undefined;
  const definitions = operation.variableDefinitions ?? [];
  const { coerced } = getVariableValues(costing.schema, definitions, asked.variables);
  if (!coerced) return undefined;
  const walk: Walk = {
    ...costing,
    variables: coerced,
    choose: chosenFields(asked.document, coerced),
  };
  const roots = walk.choose(operation.selectionSet).map((node) => ({
    name: node.alias?.value ?? node.name.value,
    ...ofField(walk, { node, type: query }, ROOT),
  }));
  const whole = together(roots);
  const dearest = roots.reduce(
    (most, each) => (each.cost > most.cost ? each : most),
    roots[0] ?? NO_ROOT,
  );
  const requests = whole.scattered + whole.hops;
  const workMs = planningMs(asked) + requests * WORK.request + whole.joiningMs;
  return {
    cost: whole.cost,
    requests,
    workMs: Math.round(workMs),
    dearest: dearest.name,
  };
}

function planningMs({ document }: Asked): number {
  const { fields, conditions } = measure(document);
  return fields * WORK.field + conditions * WORK.condition;
}

type Walk = Costing & { readonly variables: Values; readonly choose: ChosenFields };

/** Lists that stand beside one another are asked for in one request, so the widest scatter of a place counts; hops further down add up. */
type Sum = {
  readonly cost: number;
  readonly scattered: number;
  readonly hops: number;
  readonly joiningMs: number;
};
const NOTHING: Sum = { cost: 0, scattered: 0, hops: 0, joiningMs: 0 };
const NO_ROOT = { name: '', ...NOTHING };

const together = (sums: readonly Sum[]): Sum =>
  sums.reduce(
    (all, each) => ({
      cost: all.cost + each.cost,
      scattered: Math.max(all.scattered, each.scattered),
      hops: all.hops + each.hops,
      joiningMs: all.joiningMs + each.joiningMs,
    }),
    NOTHING,
  );

/** Selections that stand on one place. A shared entity's lists are asked for in a hop of their own. */
function ofSet(walk: Walk, set: SelectionSetNode, type: GraphQLObjectType, place: Place): Sum {
  const fields = walk.choose(set);
  const { scattered, ...sum } = together([
    hopTo(walk, fields, type, place),
    ...fields.map((node) => ofField(walk, { node, type }, place)),
  ]);
  return { ...sum, scattered: 0, hops: sum.hops + scattered };
}

type Selected = { readonly node: FieldNode; readonly type: GraphQLObjectType };

function ofField(walk: Walk, { node, type }: Selected, place: Place): Sum {
  const field = type.getFields()[node.name.value];
  if (!field) return ofSchema(walk, node);
  const below = getNamedType(field.type);
  const given = { type, field, args: getArgumentValues(field, node, walk.variables) };
  if (!isObjectType(below) || !node.selectionSet)
    return { ...NOTHING, cost: values(walk, given, place) };
  if (isMadeHere(walk, below)) return { ...NOTHING, cost: place.count };
  const within = { set: node.selectionSet, type: below };
  const rule = mergeOf(walk.contract, below.name);
  if (rule) return scattered(walk, { ...given, rule }, within, place);
  if (type.name === 'Query') return lookUp(walk, given, within);
  return ofSet(walk, within.set, within.type, placeBelow(walk.contract, given, place));
}

/** The type's name, or a question about the schema, which asks nobody. */
const ofSchema = ({ choose }: Walk, { selectionSet }: FieldNode): Sum => ({
  ...NOTHING,
  cost: 1,
  joiningMs: selectionSet ? describedValues(selectionSet, choose) * WORK.described : 0,
});

/** Coverage and the like the gateway makes of what it has. */
const isMadeHere = ({ contract }: Walk, { name }: GraphQLObjectType): boolean =>
  name === 'PageInfo' || marks(contract.types.get(name), 'gateway');

type Given = { readonly type: GraphQLObjectType; readonly field: Field; readonly args: Values };
type Within = { readonly set: SelectionSetNode; readonly type: GraphQLObjectType };

/** Values of a scalar field: a count is more work than a value. */
function values(walk: Walk, given: Given, place: Place): number {
  const { senders } = placeBelow(walk.contract, given, place);
  const weight = given.type.name === 'Total' && given.field.name === 'count' ? WEIGHTS.count : 1;
  return place.count * senders * weight;
}

type Scattered = Given & { readonly rule: MergeRule };

/** A list, count or sum of all members that could contribute, once for each parent; of a country's own records that country alone is asked. */
function scattered(
  walk: Walk,
  { type, args, rule }: Scattered,
  within: Within,
  { count }: Place,
): Sum {
  const asked = walk.membersAsked(rule.of, args);
  const isAtOwner = type.name === 'Country' && ownershipOf(walk.contract, rule.of).atHome === true;
  const senders = isAtOwner ? Math.min(1, asked) : asked;
  const each = WEIGHTS.parent + (rule.by === 'PARTS' ? WEIGHTS.sum : 0);
  const rows = rowsOf(rule, args);
  const below = ofSet(walk, within.set, within.type, { count, senders, rows, arrives: 'HEAD' });
  const cost = asked * WEIGHTS.ask + count * senders * each + below.cost;
  const parents = type.name === 'Query' ? 0 : count;
  const joiningMs = below.joiningMs + parents * WORK.parent;
  return { cost, scattered: asked, hops: below.hops, joiningMs };
}

function rowsOf({ by }: MergeRule, { first }: Values): number {
  if (by === 'PARTS') return ASSUMED.groups;
  if (by === 'LIST') return 1;
  return typeof first === 'number' ? first : PAGE.default;
}

/** A root field that one member answers: a vocabulary, one record, or an extension's own. */
function lookUp(walk: Walk, given: Given, { set, type }: Within): Sum {
  if (walk.contract.kindOf(type.name) === 'shared') {
    const { codes } = given.args;
    const count = Array.isArray(codes) ? codes.length : vocabularyOf(type);
    return ofSet(walk, set, type, { count, senders: 1, arrives: 'REFERENCE' });
  }
  const isContracts = fieldOf(walk.contract.types.get('Query'), given.field.name) !== undefined;
  const count = isContracts ? 1 : ASSUMED.extensionRows;
  const below = ofSet(walk, set, type, placeBelow(walk.contract, given, { ...ROOT, rows: count }));
  return { ...below, cost: WEIGHTS.ask + below.cost, hops: 1 + below.hops };
}

const vocabularyOf = ({ name }: GraphQLObjectType): number =>
  name === 'Country' ? ASSUMED.countries : ASSUMED.commodities;

/** What a place needs to be asked for: details of records of which only heads or ids are there, and what AMSG says of a shared entity. */
function hopTo(
  walk: Walk,
  fields: readonly FieldNode[],
  type: GraphQLObjectType,
  place: Place,
): Sum {
  const kind = walk.contract.kindOf(type.name);
  const isMore = fields.some((node) => {
    const field = type.getFields()[node.name.value];
    return field !== undefined && !isThere(walk, { type, field }, place);
  });
  if (!isMore || (kind !== 'owned' && kind !== 'shared')) return NOTHING;
  const members = kind === 'shared' ? 1 : Math.min(place.count, walk.membersAsked(type.name, {}));
  return { ...NOTHING, cost: members * WEIGHTS.ask, hops: members };
}

function isThere({ contract }: Walk, { type, field }: Omit<Given, 'args'>, place: Place): boolean {
  if (contract.kindOf(type.name) === 'owned') return isHead(contract, type, field, place);
  const isContracts = fieldOf(contract.types.get(type.name), field.name) !== undefined;
  return isContracts; // the key, and lists that are scattered for themselves
}
