import type { Draft } from '../draft.ts';
import { type Refusal, refusal } from '../refusals.ts';
import { type Check, EVERY_KIND, passedUnless } from './check.ts';

/** A member publishes for itself alone; the operator for everybody. */
export const isEntitled: Check = {
  name: 'isEntitled',
  kinds: EVERY_KIND,
  isOfOthers: false,
  judge: (draft) => passedUnless(whyNotEntitled(draft), draft),
};

function whyNotEntitled({ holder, member }: Draft): Refusal | undefined {
  switch (holder.kind) {
    case 'nobody':
      return refusal('TOKEN_MISSING');
    case 'stranger':
      return refusal('TOKEN_UNKNOWN');
    case 'operator':
      return undefined;
    case 'member':
      return holder.member === member
        ? undefined
        : refusal(
            'TOKEN_OF_ANOTHER',
            `This token is ${holder.member}'s and cannot publish for ${member}; take ${member}'s own.`,
          );
  }
}
