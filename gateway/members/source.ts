import { type Contract, REFUSALS } from '../../schema/index.ts';
import type { Sealer } from './cursor.ts';
import type { JsonObject } from './json.ts';
import type { KeptAnswers } from './kept-answers.ts';
import type { Calling, Member, MemberError, Send } from './member.ts';

/** What the engine sends to a logical subgraph, and what it takes back: GraphQL as JSON. A source always resolves. */
export type FaceRequest = {
  readonly query: string;
  readonly variables: JsonObject;
  readonly calling: Calling;
  /** Of the query. */
  readonly operationName?: string | undefined;
  /** The variables as JSON, where whoever asks has them so. */
  readonly variablesText?: string;
  /** Reads the text of an answer that stands as it is wanted; who has no text, or one that does not, parses it or makes it. */
  readonly read?: ((text: string) => FaceAnswer | undefined) | undefined;
};
export type FaceAnswer = {
  readonly data: JsonObject | null;
  readonly errors?: readonly MemberError[];
};
export type Source = {
  (request: FaceRequest): Promise<FaceAnswer>;
  /** Whether it answers any question of GraphQL. A face reads such as the planner writes: of the root, or of one list of entities. */
  readonly takesAnyQuestion?: true;
};

/** What every source works with. `members` are those of this moment, in order of their codes. */
export type Parts = {
  readonly contract: Contract;
  readonly members: () => readonly Member[];
  readonly send: Send;
  readonly sealer: Sealer;
  /** Told when a member breaks the contract: the sentence is for its agency. */
  readonly onBroken: (member: string, says: string) => void;
  /** Since when a member has been silent, where known. */
  readonly silentSince: (member: string) => string | null;
  /** What vocabularies said before; none where nothing is kept. */
  readonly kept?: KeptAnswers;
  /** Of a member's page, by estimate: of a longer one a fraction is asked for first. Without it pages are asked for whole. */
  readonly wholePageBytesMax?: number;
};

export const answerWith = (data: JsonObject | null, errors: readonly MemberError[]): FaceAnswer =>
  errors.length > 0 ? { data, errors } : { data };

/** The error that a silent owner leaves at each place of its records. */
export const unavailable = (
  member: string,
  path: readonly (string | number)[],
  reason: string,
): MemberError => ({
  message: `${member} did not answer.`,
  path,
  extensions: { code: 'MEMBER_UNAVAILABLE', member, reason },
});

/** A member's own error as a client sees it: codes of the contract as they are, anything else told to the agency alone. */
export function toldBy(parts: Parts, member: string, error: MemberError): MemberError {
  const code = String(error.extensions?.code);
  const place = error.path ? { path: error.path } : {};
  if (Object.hasOwn(REFUSALS, code) && !isOurs(code, error))
    return { ...place, message: error.message, extensions: { code, member } };
  parts.onBroken(
    member,
    `${member} could not give ${(error.path ?? []).join('.')}: ${error.message}`,
  );
  const extensions = { code: 'MEMBER_ERROR', member };
  return { ...place, message: `${member} could not give this.`, extensions };
}

/** What a member has no business to say: that a fault is the gateway's, or that the gateway did not ask it. */
const isOurs = (code: string, { lacks }: MemberError): boolean =>
  code === 'INTERNAL' || (code === 'FIELD_NOT_OFFERED' && lacks !== true);

/** The error with its path where that begins at one of these fields, else without: no member says what stands elsewhere in an answer. */
export function beginningAt(fields: readonly string[], error: MemberError): MemberError {
  const { path, ...rest } = error;
  return path && fields.includes(String(path[0])) ? error : rest;
}
