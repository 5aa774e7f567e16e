import type { Answer, Calling, MemberAddress, MemberRequest } from '../member.ts';
import type { MissingReason } from '../missing-reason.ts';

/** What one ask came to, with what only the limits around it need to know. */
export type Outcome = {
  readonly answer: Answer;
  /** It answers, and may be wrong because of this question alone: that says nothing of other questions. */
  readonly mayBeTheQuestion?: true;
  /** A socket kept from before was closed under us, and nothing of the answer had come. */
  readonly wasTired?: true;
  /** How long it asks not to be asked. */
  readonly retryAfterMs?: number;
};

/** Asks one member once. It always resolves. Every limit takes one of these and gives one. */
export type Ask = (
  member: MemberAddress,
  request: MemberRequest,
  calling: Calling,
) => Promise<Outcome>;

/**
 * The same outcome, but this is run before anybody sees it; without an outcome where there is none. Every ask goes through several of these:
 * it makes one promise where `finally` makes three, and an `async` function around it two.
 */
export const whenSettled = (
  asking: Promise<Outcome>,
  run: (outcome: Outcome | undefined) => void,
): Promise<Outcome> =>
  asking.then(
    (outcome) => {
      run(outcome);
      return outcome;
    },
    (error) => {
      run(undefined);
      throw error;
    },
  );

/** A silence that the member has made. */
export const silence = (reason: MissingReason, says: string): Outcome => ({
  answer: { kind: 'silent', reason, says },
});

/** A silence of ours: nothing was sent. */
export const unasked = (reason: MissingReason, says: string): Outcome => ({
  answer: { kind: 'silent', reason, says, unasked: true },
});

/** Where a member was asked, as far as may stand in a log. */
export function placeOf({ url }: MemberAddress): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}
