import { type DocumentNode, visit } from 'graphql';
import { directivesOf } from './join-directives.ts';

/**
 * Names of fields that plans ask for whether a client does or not: those in keys, in what fields require, and in what arguments have from
 * context. All words of composition's texts, so that none is missing.
 */
export function namesInPlans({ definitions }: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  const directives = definitions.flatMap((type) => {
    if (type.kind !== 'ObjectTypeDefinition' && type.kind !== 'InterfaceTypeDefinition') return [];
    const onFields = (type.fields ?? []).flatMap((field) => directivesOf(field, 'join__field'));
    return [...directivesOf(type, 'join__type'), ...onFields];
  });
  for (const directive of directives)
    visit(directive, {
      StringValue: ({ value }) => {
        for (const word of value.match(/\w+/g) ?? []) names.add(word);
      },
    });
  return names;
}
