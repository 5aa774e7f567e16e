import { checkContract, type Finding, readContract, sdlFile } from '../../../schema/index.ts';

const CONTRACT = sdlFile('contract.graphql');

/** What is found in the contract after one edit of a text that stands in it once. */
export function findingsAfter(from: string, to: string): readonly Finding[] {
  const times = CONTRACT.split(from).length - 1;
  if (times !== 1) throw new Error(`Expected ${from} once in the contract, got it ${times} times.`);
  return checkContract(readContract(CONTRACT.replace(from, to)));
}

/** What is found in the contract with more definitions behind it. */
export const findingsWith = (more: string): readonly Finding[] =>
  checkContract(readContract(`${CONTRACT}\n${more}`));
