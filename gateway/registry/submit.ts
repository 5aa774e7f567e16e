import { randomUUID } from 'node:crypto';
import { type MemberCode, parseMemberCode } from '../../schema/index.ts';
import { CHECKS, type Knowing, runChecks } from './checks/index.ts';
import type { Attempt, Store } from './database/index.ts';
import { type Ask, readDraft } from './draft.ts';
import { type Holder, holderOf, nameOfHolder } from './holder.ts';
import { type Checked, refusedWith, type Submitted } from './keep-drafts.ts';
import { type Refusal, refusal } from './refusals.ts';

export type Submitting = {
  readonly store: Store;
  /** What checks know now of this member and of all others. */
  readonly knowing: (member: MemberCode) => Knowing;
  readonly keep: (checked: Checked) => Promise<Submitted>;
};

/** From what was asked to a publication, or to why there is none. Every try is written down, and what is accepted together with its publication. */
export async function submit(ask: Ask, parts: Submitting): Promise<Submitted> {
  const { store } = parts;
  const holder = await holderOf(store, ask.token);
  const submitted = await submitBy(holder, ask, parts);
  if (submitted.kind === 'refused')
    await store.keepAttempt({ ...attemptOf(ask, holder), ...refusedFor(submitted.refusal) });
  return submitted;
}

async function submitBy(holder: Holder, ask: Ask, parts: Submitting): Promise<Submitted> {
  const member = parseMemberCode(ask.member);
  if (!member) return refusedWith(refusal('MEMBER_UNKNOWN'));
  const draft = await readDraft(ask, { member, holder, store: parts.store });
  const knew = parts.knowing(member);
  const verdict = await runChecks(CHECKS, draft, knew);
  if (verdict.kind === 'refused') return verdict;
  return await parts.keep({ draft: verdict.draft, knew, attempt: attemptOf(ask, holder) });
}

const attemptOf = (ask: Ask, holder: Holder): Attempt => ({
  id: randomUUID(),
  at: new Date().toISOString(),
  member: ask.member.slice(0, 8).replaceAll(/[^ -~]/g, '?'),
  kind: ask.kind,
  who: nameOfHolder(holder),
  outcome: 'REFUSED',
  code: null,
  says: null,
  number: null,
});

const refusedFor = ({ code, says }: Refusal) => ({ code, says: says.slice(0, 2_000) });
