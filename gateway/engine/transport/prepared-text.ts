import { remembering } from '../../members/index.ts';

/** A text of a plan, as it begins each body that asks it. */
type PreparedText = { readonly head: string; readonly isMutation: boolean };
export type Prepare = (query: string, operationName: string | undefined) => PreparedText;

/** A plan's texts are few and asked over and over: each is written as JSON once. Its name stands in it, so it needs no place in the key. */
export function openPrepare(): Prepare {
  const heads = remembering(TEXTS_KEPT, headOf, CHARACTERS_KEPT);
  return (query, operationName) => {
    const { head, isMutation } = heads(query);
    if (operationName === undefined) return { head, isMutation };
    return { head: `${head},"operationName":${JSON.stringify(operationName)}`, isMutation };
  };
}

const TEXTS_KEPT = 5_000;
const CHARACTERS_KEPT = 8_388_608;

const headOf = (query: string): PreparedText => ({
  head: `{"query":${JSON.stringify(query)}`,
  isMutation: /^\s*mutation\b/.test(query),
});

/** The body of one ask, with its variables as JSON. */
export const bodyOf = (head: string, variables: string): string =>
  variables === '{}' ? `${head}}` : `${head},"variables":${variables}}`;
