import { readContract } from '../../../schema/index.ts';

/** The contract that every member of this process serves. */
export const CONTRACT = readContract();
