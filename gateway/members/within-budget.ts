import type { Answer, Send } from './member.ts';

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
