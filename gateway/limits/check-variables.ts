import type { GraphQLError } from 'graphql';
import type { Asked } from './check-page-sizes.ts';
import { LIMITS } from './limits.ts';
import { refusal } from './refusal.ts';

/** Variables with a list that is too long, or nested deeper than any argument: to be asked before they are read by their types. */
export function checkVariables({ variables }: Pick<Asked, 'variables'>): readonly GraphQLError[] {
  for (const [name, value] of Object.entries(variables)) {
    const fault = faultIn(name, value, 0);
    if (fault) return [fault];
  }
  return [];
}

function faultIn(name: string, value: unknown, depth: number): GraphQLError | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth === LIMITS.valueDepthMax) return refusal('DOCUMENT_TOO_DEEP', tooDeep(name));
  if (Array.isArray(value) && value.length > LIMITS.listItemsMax)
    return refusal('LIST_TOO_LONG', tooLong(name, value.length));
  for (const each of Object.values(value)) {
    const fault = faultIn(name, each, depth + 1);
    if (fault) return fault;
  }
  return undefined;
}

const tooLong = (name: string, length: number) =>
  `Expected at most ${LIMITS.listItemsMax} values in one list, got ${length} in $${name}. Ask for them in several questions.`;

const tooDeep = (name: string) =>
  `Expected at most ${LIMITS.valueDepthMax} levels of lists and objects in one value, got more in $${name}. No argument nests as deep as that; see its type in the explorer.`;
