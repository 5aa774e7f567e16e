import { type DirectiveNode, Kind, print, visit } from 'graphql';
import { type Contract, readContract } from './contract.ts';
import { isOlder } from './since.ts';

/** The contract as an earlier version had it: without what came later. Of a later version nothing is known, so it stays as it is. */
export function contractAsOf(contract: Contract, version: string): Contract {
  if (!isOlder(version, contract.version)) return contract;
  const earlier = visit(contract.document, {
    enter: (node) =>
      'directives' in node && node.directives?.some((each) => cameAfter(version, each))
        ? null
        : undefined,
  });
  return readContract(print(earlier), version);
}

function cameAfter(version: string, { name, arguments: given = [] }: DirectiveNode): boolean {
  const since = given[0]?.value;
  return name.value === 'since' && since?.kind === Kind.STRING && isOlder(version, since.value);
}
