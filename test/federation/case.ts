import { isDeepStrictEqual } from 'node:util';
import { parseValue, valueFromASTUntyped } from 'graphql';
import type { JsonObject } from '../../gateway/members/index.ts';
import type { Row, Subgraph } from './subgraph.ts';

/**
 * What a client asks, and the answer that the specifications of GraphQL and Federation leave no other choice than to give. The answer is
 * written as GraphQL writes values, its fields in the order of the question.
 */
export type Ask = readonly [query: string, answer: string, more?: More];
export type More = {
  readonly variables?: JsonObject;
  /** Places of the errors, as in `users.0.name`, in any order; none unless told. */
  readonly errors?: readonly string[];
  /** Subgraphs that there is no reason to ask. */
  readonly unasked?: readonly string[];
};

export type Case = {
  /** A sentence about Federation. */
  readonly says: string;
  readonly subgraphs: Readonly<Record<string, Subgraph>>;
  readonly asks: readonly Ask[];
  /** Questions that the client's schema does not have. */
  readonly invalid?: readonly string[];
};

/** A value as GraphQL writes it. */
export const written = (text: string): unknown => valueFromASTUntyped(parseValue(text));
export const rows = (text: string): readonly Row[] => written(text) as readonly Row[];

/** SDL of Federation 2 that imports what it uses. */
export function fed(sdl: string, version = '2.9'): string {
  const used = DIRECTIVES.filter((name) => new RegExp(`${name}\\b`).test(sdl));
  const names = [...used, ...SCALARS.filter((name) => new RegExp(`\\b${name}\\b`).test(sdl))];
  const imports = names.map((name) => JSON.stringify(name)).join(', ');
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v${version}", import: [${imports}])\n${sdl}`;
}

const DIRECTIVES = [
  ...['@key', '@requires', '@provides', '@external', '@shareable', '@override', '@inaccessible'],
  ...['@interfaceObject', '@tag', '@extends', '@authenticated', '@requiresScopes', '@policy'],
  ...['@context', '@fromContext', '@composeDirective', '@cost', '@listSize'],
] as const;
const SCALARS = ['FieldSet', 'ContextFieldValue'] as const;

/** Finds the row of a reference by whichever of these fields it has, and gives both: what was required stands in the reference. */
export const among =
  (known: readonly Row[], ...keys: readonly string[]) =>
  (reference: Row): Row | undefined => {
    const given = keys.filter((key) => key in reference);
    const row = known.find((each) =>
      given.every((key) => isDeepStrictEqual(plain(each[key]), plain(reference[key]))),
    );
    return given.length > 0 && row ? { ...reference, ...row } : undefined;
  };

/** What GraphQL reads has no prototype. */
const plain = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

/** A reference is all there is to know. */
export const itself = (reference: Row): Row => reference;

/** A reference, and what is always the same. */
export const plus =
  (more: Row) =>
  (reference: Row): Row => ({ ...more, ...reference });
