import type { GraphQLError } from 'graphql';
import type { RefusalCode } from '../../../schema/index.ts';
import { refusal } from '../refusal.ts';
import type { Measured } from './measure.ts';

/** What is wrong with the size of a document; undefined where nothing is. */
export type DocumentCheck = (measured: Measured) => GraphQLError | undefined;

/** A check of one figure against its limit: what was expected, what came, what to do. */
export const atMost =
  ({ figure, limit, code, what, remedy }: Limit): DocumentCheck =>
  (measured) => {
    const came = measured[figure];
    if (came <= limit) return undefined;
    return refusal(code, `Expected at most ${limit} ${what}, got ${came}. ${remedy}`);
  };

type Limit = {
  readonly figure: keyof Measured;
  readonly limit: number;
  readonly code: RefusalCode;
  /** What is counted, after its number. */
  readonly what: string;
  readonly remedy: string;
};
