import type { Answer, Send } from './member.ts';

/** How many more requests one question may make to members. It is counted here, whatever was foreseen. */
export type AskBudget = {
  /** Takes one; false where none is left. */
  readonly take: () => boolean;
  /** Whether one was wanted that was not left: the answer lacks what it would have brought. */
  readonly isOverdrawn: () => boolean;
};

export function openBudget(requestsMax: number): AskBudget {
  let taken = 0;
  return {
    take: () => {
      taken += 1;
      return taken <= requestsMax;
    },
    isOverdrawn: () => taken > requestsMax,
  };
}

/** The same sending, as long as the question has a request left; what is beyond is not sent. */
export const withinBudget =
  (send: Send): Send =>
  (member, request, calling) =>
    (calling.budget?.take() ?? true)
      ? send(member, request, calling)
      : Promise.resolve(notSent(member.code));

const notSent = (member: string): Answer => ({
  kind: 'silent',
  reason: 'UNREACHABLE',
  says: `${member} was not asked: the question had made all its requests.`,
});
