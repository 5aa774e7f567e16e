import { queryResolvers } from './query.ts';
import { recordResolvers } from './records.ts';
import { sharedResolvers } from './shared.ts';
import { valueResolvers } from './values.ts';

/** The contract's fields that are not columns; entities are found in `entities.ts`. */
export const CONTRACT_RESOLVERS = {
  ...queryResolvers,
  ...recordResolvers,
  ...sharedResolvers,
  ...valueResolvers,
};
