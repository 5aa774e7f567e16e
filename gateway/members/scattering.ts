import type { GraphQLSchema } from 'graphql';
import type { Instance } from './instance.ts';
import type { JsonObject } from './json.ts';
import type { Member } from './member.ts';
import type { Question } from './rewrite.ts';
import { standing } from './route.ts';
import { askedAs } from './scattered.ts';
import type { FaceRequest, Parts } from './source.ts';

/** One question to the continental face, with the variables of this request. */
export type Scatter = {
  readonly parts: Parts;
  readonly schema: GraphQLSchema;
  readonly question: Question;
  readonly request: FaceRequest;
};

export const isOfRoot = ({ request }: Scatter): boolean =>
  request.variables.representations === undefined;

/** The objects that the question stands on: at the root one, without a name. */
export const parentsOf = ({ variables }: FaceRequest): readonly JsonObject[] =>
  (variables.representations as readonly JsonObject[] | undefined) ?? [{}];

export const isAsked = (
  { contract }: Parts,
  member: Member,
  { field, args, parent }: Instance,
): boolean => standing(contract, member, { ...askedAs(field), args, parent }).kind === 'asked';
