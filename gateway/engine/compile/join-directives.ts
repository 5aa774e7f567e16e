import type { ConstDirectiveNode } from 'graphql';

/** How composition writes into a supergraph what its subgraphs said: directives of these names, with texts and graphs as arguments. */
export const directivesOf = (
  { directives = [] }: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): readonly ConstDirectiveNode[] => directives.filter((each) => each.name.value === name);

export function argumentOf(
  { arguments: given = [] }: ConstDirectiveNode,
  name: string,
): string | undefined {
  const value = given.find((each) => each.name.value === name)?.value;
  return value?.kind === 'EnumValue' || value?.kind === 'StringValue' ? value.value : undefined;
}
