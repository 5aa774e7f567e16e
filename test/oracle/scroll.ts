import {
  type GraphQLInputObjectType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
} from 'graphql';
import type { OwnedType } from '../../subgraphs/kit/rows.ts';
import { chanceOf } from './chance.ts';
import type { Filter } from './one-database/choose.ts';
import type { OrderBy } from './one-database/order.ts';
import type { Parent } from './one-database/scattered.ts';
import { anyValue, type Choosing, type Pools, repeated } from './questions/written.ts';
import { COUNTRIES, VOCABULARY } from './rows/vocabulary.ts';

/** A list to be paged through to its end. */
export type Scroll = {
  readonly field: Field;
  readonly of: OwnedType;
  readonly parent: Parent;
  readonly filter: Filter;
  readonly orderBy: OrderBy;
};

const LISTS = {
  organisations: { of: 'Organisation', input: 'Organisation' },
  deposits: { of: 'Deposit', input: 'Deposit' },
  sites: { of: 'Site', input: 'Site' },
  estimates: { of: 'ResourceEstimate', input: 'Estimate' },
  production: { of: 'ProductionRecord', input: 'Production' },
  policies: { of: 'Policy', input: 'Policy' },
  events: { of: 'Event', input: 'Event' },
} as const satisfies Readonly<Record<string, { readonly of: OwnedType; readonly input: string }>>;
type Field = keyof typeof LISTS;

const FIELDS: readonly Field[] = [
  'organisations',
  'deposits',
  'sites',
  'estimates',
  'production',
  'policies',
  'events',
];
const NOT_UNDER: Readonly<Record<string, readonly string[]>> = {
  Country: ['organisations'],
  Commodity: ['organisations', 'events'],
};

/** Any list of the contract with any filter and up to three orders, one time in four under a country or a commodity. */
export function randomScroll(schema: GraphQLSchema, seed: string, pools: Pools): Scroll {
  const chance = chanceOf(seed);
  const draft = { chance, pools };
  const parent = chance.oneOf<Parent>([
    {},
    {},
    { type: 'Country', code: chance.oneOf(COUNTRIES.slice(0, 9)).code },
    { type: 'Commodity', code: chance.oneOf(VOCABULARY).code },
  ]);
  const field = chance.oneOf(
    FIELDS.filter((each) => !NOT_UNDER[parent.type ?? '']?.includes(each)),
  );
  const input = inputsOf(schema, field);
  return {
    field,
    of: LISTS[field].of,
    parent,
    filter: chance.happens(0.7) ? randomFilter(draft, input('filter')) : null,
    orderBy: repeated(chance.below(4), () => ({
      ...(anyValue(draft, input('orderBy'), 'orderBy') as { readonly field: string }),
      direction: chance.oneOf(['ASC', 'DESC']),
    })),
  };
}

/** One to three of a filter's fields. */
function randomFilter(draft: Choosing, type: GraphQLInputObjectType): Filter {
  const { chance } = draft;
  const fields = chance.shuffled(Object.values(type.getFields())).slice(0, 1 + chance.below(3));
  return Object.fromEntries(
    fields.map((field) => [field.name, anyValue(draft, field.type, field.name)]),
  );
}

const inputsOf =
  (schema: GraphQLSchema, field: Field) =>
  (name: string): GraphQLInputObjectType => {
    const args = schema.getQueryType()?.getFields()[field]?.args ?? [];
    const type = args.find((each) => each.name === name)?.type;
    const named = type && getNamedType(type);
    if (!isInputObjectType(named)) throw new Error(`Expected ${field} to take ${name}.`);
    return named;
  };

/** A page as the client reads it. */
export type ListPage = {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly total: { readonly count: number; readonly precision: string };
  readonly coverage: { readonly complete: boolean };
};

/** The question for one page; its answer holds the page as `list`, or in the one entry of `parents`. */
export function pageQuestion({ field, parent, filter, orderBy }: Scroll, page: PageOf) {
  const { input } = LISTS[field];
  const list = `list: ${field}(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    edges { cursor node { id } } pageInfo { hasNextPage endCursor } total { count precision } coverage { complete } }`;
  const head = `$filter: ${input}Filter, $orderBy: [${input}Order!], $first: Int, $after: Cursor`;
  const variables = { filter, orderBy, ...page };
  if (!parent.type) return { query: `query Page(${head}) { ${list} }`, variables };
  const root =
    parent.type === 'Country'
      ? `parents: countries(codes: ["${parent.code}"])`
      : `parents: commodities(text: "${parent.code}")`;
  return { query: `query Page(${head}) { ${root} { code ${list} } }`, variables };
}
export type PageOf = { readonly first: number; readonly after: string | null };
