import type { GraphQLSchema } from 'graphql';
import type { Chance } from '../../oracle/chance.ts';

/** How questions are written. */
export type Manner = {
  /** Whether aliases may carry the names of other fields. */
  readonly shadowing: boolean;
};

/** A question while it is written. */
export type Draft = Manner & {
  readonly schema: GraphQLSchema;
  readonly chance: Chance;
  /** Definitions of variables, and their values where they are given one. */
  readonly variables: Map<string, { readonly definition: string; readonly value: unknown }>;
  readonly fragments: { readonly name: string; readonly on: string; readonly text: string }[];
  /** What each response name stands for, by the place where it stands: the same names must mean the same. */
  readonly names: Map<string, Map<string, string>>;
  /** How many more fields it may have. */
  left: number;
};

/** A new variable, as it is used. */
export function variable(
  draft: Draft,
  type: string,
  { value, byDefault }: { readonly value: unknown; readonly byDefault?: string },
): string {
  const name = `v${draft.variables.size}`;
  const definition = `$${name}: ${type}${byDefault === undefined ? '' : ` = ${byDefault}`}`;
  draft.variables.set(name, { definition, value });
  return `$${name}`;
}
