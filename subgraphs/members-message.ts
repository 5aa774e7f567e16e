import type { Progress } from './kit/index.ts';
import type { RunningMembers } from './start-members.ts';

/** What `all.ts` tells the process that forked it. */
export type MembersMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'started'; readonly members: RunningMembers['members'] };
