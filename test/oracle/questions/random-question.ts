import {
  GraphQLBoolean,
  type GraphQLField,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  isRequiredArgument,
  parse,
  validate,
} from 'graphql';
import { chanceOf } from '../chance.ts';
import { type Draft, type Pools, repeated, valueText, variable } from './written.ts';

export type RandomQuestion = {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
};
export type Manner = {
  readonly pools: Pools;
  readonly conditions?: number;
  /** The share of aliases that are the name of another field of their type, or reserved; the stock engine answers none of them. */
  readonly shadowing?: number;
};

/** A valid question over the client's schema: any fields, nested as it comes, with aliases, fragments, variables and conditions. */
export function randomQuestion(
  schema: GraphQLSchema,
  seed: number | string,
  { pools, conditions = 0.06, shadowing = 0 }: Manner,
): RandomQuestion {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const chance = chanceOf(`${seed} ${attempt}`);
    const written = { definitions: [], variables: {}, fragments: [] };
    const draft = { chance, pools, conditions, shadowing, ...written };
    const question = writeQuestion(schema, draft);
    if (validate(schema, parse(question.query)).length === 0)
      return { name: `seed ${seed}`, ...question };
  }
  throw new Error(`Expected a valid question of seed ${seed} within 50 attempts, got none.`);
}

function writeQuestion(schema: GraphQLSchema, draft: Draft) {
  const query = schema.getQueryType();
  if (!query) throw new Error('Expected a schema with a query type.');
  const body = selection(draft, query, 4 + draft.chance.below(6));
  const head = draft.definitions.length > 0 ? `(${draft.definitions.join(', ')})` : '';
  return {
    query: [`query Random${head} ${body}`, ...draft.fragments].join('\n'),
    variables: draft.variables,
  };
}

function selection(draft: Draft, type: GraphQLObjectType, depth: number): string {
  const { chance } = draft;
  const chosen = chooseFields(draft, type, depth);
  const used = new Set<string>();
  const texts = chosen
    .map((field) => fieldText(draft, field, { type, depth, used }))
    .filter(Boolean);
  if (texts.length === 0 || chance.happens(0.1)) texts.push('__typename');
  const cut = chance.below(texts.length + 1);
  if (chance.happens(0.15))
    return `{ ${[...texts.slice(0, cut), spread(draft, type, texts.slice(cut))].join(' ')} }`;
  return `{ ${texts.join(' ')} }`;
}

/** Some of a type's fields; more often than not those that lead on, and always those without which a list shows no records. */
function chooseFields({ chance }: Draft, type: GraphQLObjectType, depth: number) {
  const all = Object.values(type.getFields()).filter((field) => depth > 0 || !leadsOn(field));
  const leading = all.filter(leadsOn);
  const most = type.name === 'Query' ? 2 : 4;
  const chosen = repeated(all.length > 0 ? 1 + chance.below(most) : 0, () =>
    chance.oneOf(chance.happens(0.6) && leading.length > 0 ? leading : all),
  );
  const needed = all.filter(({ name }) =>
    ['edges', 'node', 'nodes', 'rows', 'parts'].includes(name),
  );
  return [...needed, ...chosen.filter((field) => !needed.includes(field))];
}

const leadsOn = (field: GraphQLField<unknown, unknown>) => isObjectType(getNamedType(field.type));

/** Names that no field has; each may stand at several depths, for the planner joins by them. */
const ALIASES = ['a1', 'b1', 'c1', 'd1', 'e1', 'f1', 'g1', 'h1', 'k1'];
/** Names that mean something to planner, gateway or JavaScript. */
const RESERVED = ['__key', '__proto__', '__typename', 'zlg_id', 'zz_id', '_entities'];

function aliasesOn(type: GraphQLObjectType, { chance, shadowing }: Draft): readonly string[] {
  if (shadowing === 0 || !chance.happens(shadowing)) return ALIASES;
  return chance.happens(0.2) ? RESERVED : Object.keys(type.getFields());
}

type Within = {
  readonly type: GraphQLObjectType;
  readonly depth: number;
  readonly used: Set<string>;
};
function fieldText(
  draft: Draft,
  field: GraphQLField<unknown, unknown>,
  { type: parent, depth, used }: Within,
): string {
  const { chance } = draft;
  const free = aliasesOn(parent, draft).filter((alias) => !used.has(alias));
  const isAliased = used.has(field.name) || chance.happens(0.15);
  if (isAliased && free.length === 0) return '';
  const name = isAliased ? chance.oneOf(free) : field.name;
  used.add(name);
  const type = getNamedType(field.type);
  const below = isObjectType(type) ? ` ${selection(draft, type, depth - 1)}` : '';
  const label = isAliased ? `${name}: ${field.name}` : name;
  return `${label}${argumentsText(draft, field)}${condition(draft)}${below}`;
}

function argumentsText(draft: Draft, field: GraphQLField<unknown, unknown>): string {
  const { chance } = draft;
  const given = field.args.filter(
    (each) =>
      isRequiredArgument(each) ||
      (each.name === 'first' ? chance.happens(0.9) : each.name !== 'after' && chance.happens(0.4)),
  );
  const texts = given.map((each) => `${each.name}: ${valueText(draft, each.type, each.name)}`);
  return texts.length > 0 ? `(${texts.join(', ')})` : '';
}

function condition(draft: Draft): string {
  const { chance } = draft;
  if (!chance.happens(draft.conditions)) return '';
  const names = chance.happens(0.1) ? ['skip', 'include'] : [chance.oneOf(['skip', 'include'])];
  const value = () =>
    chance.happens(0.5)
      ? variable(draft, new GraphQLNonNull(GraphQLBoolean), 'if')
      : String(chance.happens(0.5));
  return names.map((name) => ` @${name}(if: ${value()})`).join('');
}

/** The same fields inside an inline or a named fragment. */
function spread(draft: Draft, type: GraphQLObjectType, texts: readonly string[]): string {
  const body = `{ ${texts.length > 0 ? texts.join(' ') : '__typename'} }`;
  const { chance, fragments } = draft;
  if (chance.happens(0.4)) return `... on ${type.name}${condition(draft)} ${body}`;
  if (chance.happens(0.3)) return `...${condition(draft)} ${body}`;
  const name = `F${fragments.length}`;
  fragments.push(`fragment ${name} on ${type.name} ${body}`);
  return `...${name}${condition(draft)}`;
}
