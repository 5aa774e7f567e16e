// The table of contents: what a question goes through between the server and the members.
import type { GraphQLSchema } from 'graphql';
import { type Contract, checkScalars } from '../schema/index.ts';
import {
  bounding,
  type Engine,
  finishing,
  inTurns,
  type SharingLimits,
  sharing,
  type Turns,
} from './engine/index.ts';
import type { EngineName } from './engine-name.ts';
import { ENGINES } from './engines.ts';
import { type Cost, type Costing, costOf, LIMITS, SHARED_QUESTIONS } from './limits/index.ts';
import {
  badCursors,
  type ClientQuestion,
  checking,
  type FaceSdls,
  howManyAreAsked,
  type JsonObject,
  type KeptAnswers,
  type Member,
  openSealer,
  openSources,
  recording,
  type Send,
  type Speaking,
  withinBudget,
  withinVersion,
  withMissingDetails,
  withoutNewerValues,
} from './members/index.ts';

/** What one generation of the gateway is made of. Its members are the same from beginning to end; what is known of them changes. */
export type GatewayParts = {
  readonly engine: EngineName;
  readonly contract: Contract;
  readonly supergraph: string;
  readonly faces: FaceSdls;
  /** Codes of the members that publish an extension. */
  readonly extended: readonly string[];
  readonly members: () => readonly Member[];
  readonly send: Send;
  readonly cursorKey: Uint8Array;
  readonly onBroken: (member: string, says: string) => void;
  readonly silentSince: (member: string) => string | null;
  /** What vocabularies said before; none where nothing is kept. */
  readonly kept?: KeptAnswers;
  /** In which questions begin, for each is sent to many members at once. */
  readonly turns?: Turns;
  /** Until when equal questions are answered together; as everywhere, where nobody says. */
  readonly sharing?: SharingLimits;
};

export type Gateway = {
  /** The client's schema. */
  readonly schema: GraphQLSchema;
  /** What Apollo Server takes as its `gateway`; it closes the engine when it stops. */
  readonly engine: Engine;
  /** What a question costs at most, before it is planned; none where its variables are not what they should be. */
  readonly costOf: (question: ClientQuestion) => Cost | undefined;
  /** As they are known now. */
  readonly members: () => readonly Member[];
  readonly isMember: (code: string) => boolean;
  /** Root fields whose cursor is not of their list, to be refused before anything is asked. */
  readonly badCursors: (question: ClientQuestion) => readonly string[];
};

/** Of what is sent to members, the first to look at an answer stands innermost. */
const sendingOf = ({ send, onBroken }: GatewayParts, speaking: Speaking): Send => {
  const checked = checking(withoutNewerValues(send, speaking), { ...speaking, onBroken });
  return withinVersion(recording(withinBudget(checked)), speaking);
};

/** Until access is built, everybody is the same viewer. */
export const VIEWER = 'public';

const PLANNER_LIMITS = {
  maxEvaluatedPlans: LIMITS.evaluatedPlansMax,
  pathsLimit: LIMITS.followedPathsMax,
};

export async function openGateway(parts: GatewayParts): Promise<Gateway> {
  const { contract, extended, faces, supergraph, sharing: limits = SHARED_QUESTIONS } = parts;
  const sealer = openSealer(Buffer.from(parts.cursorKey));
  const sources = openSources(faces, extended, (face) => ({
    ...parts,
    sealer,
    wholePageBytesMax: LIMITS.wholePageBytesMax,
    send: sendingOf(parts, { sdl: faces[face] ?? '', contract }),
  }));
  const { open, sharesAnswers } = ENGINES[parts.engine];
  const opened = await open(supergraph, sources, PLANNER_LIMITS);
  const engine = parts.turns ? inTurns(opened, parts.turns) : opened;
  const { schema } = engine;
  checkScalars(schema);
  const knowing = { schema, contract, silentSince: parts.silentSince };
  const costing: Costing = {
    schema,
    contract,
    membersAsked: (of, args) =>
      howManyAreAsked(contract, parts.members(), { of, args: args as JsonObject }),
  };
  const finished = finishing(
    bounding(engine, LIMITS.memberRequestsMax),
    ({ request, ...asked }, data, errors) => {
      const variables = (request.variables ?? {}) as JsonObject;
      return withMissingDetails(knowing, { ...asked, variables }, { data, errors });
    },
  );
  return {
    schema,
    engine: sharesAnswers ? sharing(finished, limits, parts.turns) : finished,
    members: parts.members,
    isMember: (code) => parts.members().some((each) => each.code === code),
    costOf: (question) => costOf(costing, question),
    badCursors: (question) => badCursors({ schema, contract, sealer, viewer: VIEWER }, question),
  };
}
