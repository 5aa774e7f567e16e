import {
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
} from 'graphql';
import { parseGlobalId } from '../../schema/index.ts';
import type { Asked } from './check-page-sizes.ts';
import { checkValues } from './check-values.ts';

type Value = Readonly<Record<string, unknown>>;

/** What values of an input type must be beyond their form: a sentence where they are not. */
const RANGES: Readonly<Record<string, (value: Value) => string | undefined>> = {
  BBox: ({ south, west, north, east }) => {
    const isWithin = (degrees: unknown, most: number) => Math.abs(Number(degrees)) <= most;
    const isBox =
      [south, north].every((each) => isWithin(each, 90)) && Number(south) <= Number(north);
    if (isBox && [west, east].every((each) => isWithin(each, 180))) return undefined;
    const got = `south ${south}, west ${west}, north ${north}, east ${east}`;
    return `Expected a box with south not above north, latitudes from -90 to 90 and longitudes from -180 to 180, got ${got}.`;
  },
  YearRange: ({ from, to }) =>
    from == null || to == null || Number(from) <= Number(to)
      ? undefined
      : `Expected years with \`from\` not after \`to\`, got ${from} to ${to}.`,
  EventFilter: ({ from, to }) =>
    from == null || to == null || String(from) <= String(to)
      ? undefined
      : `Expected days with \`from\` not after \`to\`, got ${from} to ${to}.`,
};

/** Boxes, years and days that hold nothing, and ids that are none: refused, for nobody who sees an empty list would know why. */
export const checkRanges = (schema: GraphQLSchema, asked: Asked): readonly GraphQLError[] =>
  checkValues(schema, asked, ({ type, name, value }) => faultsIn(type, name, value));

function faultsIn(type: GraphQLInputType, name: string, value: unknown): readonly string[] {
  const named = getNamedType(type);
  if (value === null || value === undefined) return [];
  if (named.name === 'ID' && name === 'id') return parseGlobalId(value) ? [] : [noId(value)];
  if (!isInputObjectType(named) || Array.isArray(value)) return [];
  const given = value as Value;
  const own = RANGES[named.name]?.(given);
  const below = Object.values(named.getFields()).flatMap((each) =>
    faultsIn(each.type, each.name, given[each.name]),
  );
  return own === undefined ? below : [own, ...below];
}

const noId = (value: unknown) =>
  `Expected the id of a record such as "MA:site:MAR003", got ${JSON.stringify(value)}.`;
