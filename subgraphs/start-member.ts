import { defineMember } from './define-member.ts';
import { type RunningMember, type StartOptions, startMember as startDefined } from './kit/index.ts';

export type StartMemberOptions = StartOptions & { readonly code: string };

/** One reference member by its code: its database, its seeds where that is empty, its address. Port 0 is one that the system gives. */
export async function startMember({
  code,
  ...options
}: StartMemberOptions): Promise<RunningMember> {
  return await startDefined(defineMember(code), options);
}
