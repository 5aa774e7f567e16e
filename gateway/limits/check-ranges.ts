import { type GraphQLError, type GraphQLSchema, getNamedType } from 'graphql';
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
  checkValues(schema, asked, ({ type, name, value }) => {
    const called = getNamedType(type).name;
    if (called === 'ID' && name === 'id') return parseGlobalId(value) ? [] : [noId(value)];
    if (Array.isArray(value)) return [];
    const fault = RANGES[called]?.(value as Value);
    return fault === undefined ? [] : [fault];
  });

const noId = (value: unknown) =>
  `Expected the id of a record such as "MA:site:MAR003", got ${JSON.stringify(value)}.`;
