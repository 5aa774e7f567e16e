import { GraphQLError } from 'graphql';
import type { RequestContext } from './engine/index.ts';
import { VIEWER } from './gateway.ts';
import type { LeasedContext } from './generations/index.ts';
import { LIMITS } from './limits/index.ts';
import {
  CLIENT_GONE,
  GATEWAY_STOPS,
  openAccount,
  openBudget,
  openCalling,
  REQUEST_ANSWERED,
} from './members/index.ts';
import { type OptionsReading, readOptions } from './options.ts';
import type { Accompany, HttpQuestion } from './server/index.ts';

/** A request as every part of the gateway sees it: who asks, until when, what was asked of whom, and what it decides for itself. */
export type RequestWithOptions = RequestContext &
  LeasedContext & { readonly reading: OptionsReading };

/** The requests that are under way. */
export type Requests = {
  readonly open: (asked: HttpQuestion) => RequestWithOptions;
  /** Ends what they ask of members: each answers with what it has. For a gateway that stops. */
  readonly hurry: () => void;
};

/** A request ends with its deadline, with its answer, or when its client leaves: nobody is asked on behalf of nobody. */
export function openRequests(defaultMs: number): Requests {
  const ends = new Set<(why: Error) => void>();
  return {
    open: (asked) => {
      const reading = readOptions(asked.headers, asked.extensions);
      const chosenMs = reading.kind === 'read' ? reading.options.deadlineMs : null;
      const { calling, end } = openCalling(VIEWER, chosenMs ?? defaultMs);
      ends.add(end);
      asked.onEnd((isAnswered) => {
        ends.delete(end);
        end(isAnswered ? REQUEST_ANSWERED : CLIENT_GONE);
      });
      return {
        reading,
        onEnd: asked.onEnd,
        hurry: () => end(GATEWAY_STOPS),
        calling: {
          ...calling,
          account: openAccount(),
          budget: openBudget(LIMITS.memberRequestsMax),
        },
      };
    },
    hurry: () => {
      for (const end of ends) end(GATEWAY_STOPS);
    },
  };
}

/** Refuses an option that cannot be kept, before anybody is asked. */
export const keepsOptions: Accompany<RequestWithOptions> = ({ context: { reading } }) => ({
  refuses: () => (reading.kind === 'read' ? undefined : badOption(reading.says)),
});

const badOption = (says: string): GraphQLError =>
  new GraphQLError(says, { extensions: { code: 'BAD_OPTION' } });
