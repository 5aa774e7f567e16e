import type { FieldDefinitionNode, InputValueDefinitionNode } from 'graphql';
import { type Contract, fieldsOf, marks, objectFields } from '../contract.ts';

/** A field, an argument or a field of an input, in what has been there from the start: whether it came later its own mark says. */
export type Part = {
  readonly name: string;
  readonly node: FieldDefinitionNode | InputValueDefinitionNode;
  readonly isInput: boolean;
};

export const partsOf = (contract: Contract): readonly Part[] =>
  [...contract.types.values()].flatMap((type) => {
    if (marks(type, 'since')) return [];
    const isInput = contract.kindOf(type.name.value) === 'input';
    const own = fieldsOf(type).map((node) => ({ name: nameIn(type, node), node, isInput }));
    return [
      ...own,
      ...objectFields(type).flatMap((field) => argumentsIn(nameIn(type, field), field)),
    ];
  });

type Named = { readonly name: { readonly value: string } };
const nameIn = (type: Named, { name }: Named): string => `${type.name.value}.${name.value}`;

const argumentsIn = (field: string, node: FieldDefinitionNode): readonly Part[] =>
  marks(node, 'since')
    ? []
    : (node.arguments ?? []).map((each) => ({
        name: `${field}(${each.name.value}:)`,
        node: each,
        isInput: true,
      }));
