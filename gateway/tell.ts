import type { GraphQLResponse } from '@apollo/server';

type Told = Readonly<Record<string, unknown>>;

/** Adds to what an answer says of itself, beside what is there: `extensions.zellige`. */
export function tell({ body }: Pick<GraphQLResponse, 'body'>, told: Told): void {
  if (body.kind !== 'single') return;
  const { extensions = {} } = body.singleResult;
  const zellige = { ...(extensions.zellige as Told | undefined), ...told };
  body.singleResult.extensions = { ...extensions, zellige };
}
