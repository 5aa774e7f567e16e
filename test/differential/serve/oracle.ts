import { type DocumentNode, type ExecutionResult, execute } from 'graphql';
import type { FieldFaults, Path } from './fault.ts';
import type { World } from './open-world.ts';
import { type Answering, resolveField, resolveType } from './resolve.ts';

export type Question = {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
};
export type Told = {
  /** The data as JSON text. */
  readonly text: string;
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly path?: Path | undefined }[];
  readonly mutations: readonly string[];
};

/** What one schema that holds everything answers, by graphql-js. */
export function askOracle(
  world: World,
  { document, variables }: Question,
  faults: FieldFaults,
  asked: Answering['asked'] = () => {},
): Told {
  const answering: Answering = { world, faults, mutations: [], mangles: [], asked };
  const result = execute({
    schema: world.api,
    document,
    variableValues: variables,
    contextValue: answering,
    fieldResolver: resolveField,
    typeResolver: resolveType,
  }) as ExecutionResult;
  const data = result.data ?? null;
  const errors = (result.errors ?? []).map(({ message, path }) => ({ message, path }));
  return { text: JSON.stringify(data), data, errors, mutations: answering.mutations };
}
