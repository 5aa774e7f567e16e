import { GraphQLError } from 'graphql';
import { REFUSALS, type RefusalCode } from '../../../schema/index.ts';

/** What a user did wrong, or cannot have here, with the sentence of its code. */
export const refusal = (code: RefusalCode): GraphQLError =>
  new GraphQLError(REFUSALS[code].says, { extensions: { code } });
