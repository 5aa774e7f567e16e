import type { DirectiveNode, OperationDefinitionNode, SelectionNode } from 'graphql';

/** The values of the variables that `@skip` and `@include` look at; for each assignment there is one shape. */
export type Conditions = Readonly<Record<string, boolean>>;

/** Whether a selection counts under these. */
export const isSelected = ({ directives = [] }: SelectionNode, conditions: Conditions): boolean =>
  directives.every((each) => admits(each, conditions));

function admits(directive: DirectiveNode, conditions: Conditions): boolean {
  const name = directive.name.value;
  if (name !== 'skip' && name !== 'include') return true;
  const condition = directive.arguments?.find((each) => each.name.value === 'if')?.value;
  const value =
    condition?.kind === 'Variable'
      ? conditions[condition.name.value]
      : condition?.kind === 'BooleanValue' && condition.value;
  return (value === true) === (name === 'include');
}

/** As a request sets them, defaults included. */
export function conditionsIn(
  names: readonly string[],
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Conditions {
  const values = names.map((name): [string, boolean] => {
    const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const definition = variableDefinitions.find((each) => each.variable.name.value === name);
    const byDefault = definition?.defaultValue;
    return [
      name,
      given === undefined ? byDefault?.kind === 'BooleanValue' && byDefault.value : given === true,
    ];
  });
  return Object.fromEntries(values);
}
