import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type MemberCode, parseMemberCode } from '../../schema/index.ts';
import { LIMITS } from '../limits/index.ts';
import { CHECKS, type Knowing, runChecks, type Verdict } from './checks/index.ts';
import type { Attempt, Store } from './database/index.ts';
import { type Ask, type Draft, readDraft } from './draft.ts';
import { type Holder, holderOf, nameOfHolder, publisherOf } from './holder.ts';
import type { Ledger, Numberless } from './ledger.ts';
import { hashOf, type Publication } from './publication.ts';
import { type Refusal, refusal } from './refusals.ts';

export type Submitted =
  | { readonly kind: 'published'; readonly publication: Publication }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export type Submitting = {
  readonly store: Store;
  readonly ledger: Ledger;
  /** What checks know now of this member and of all others. */
  readonly knowing: (member: MemberCode) => Knowing;
  /** Runs one after another what reads the ledger and then writes it. */
  readonly inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>;
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
  const knowing = parts.knowing(member);
  const verdict = await runChecks(CHECKS, draft, knowing);
  if (verdict.kind === 'refused') return verdict;
  return await parts.inTurn(() => keepDraft(verdict.draft, knowing, { ...parts, ask }));
}

const refusedWith = (why: Refusal): Submitted => ({ kind: 'refused', refusal: why });

/** Where others published since it was checked, it is checked against them again. */
async function keepDraft(
  checked: Draft,
  known: Knowing,
  { ledger, knowing, ask }: Submitting & { readonly ask: Ask },
): Promise<Submitted> {
  let [draft, judgedBy] = [checked, known];
  for (let tries = 1; tries <= LIMITS.publicationTriesMax; tries += 1) {
    await ledger.renew();
    const now = knowing(draft.member);
    const verdict: Verdict = await judgedAgain(draft, judgedBy, now);
    if (verdict.kind === 'refused') return verdict;
    [draft, judgedBy] = [verdict.draft, now];
    const attempt = attemptOf(ask, draft.holder);
    const kept = await ledger.keep([publicationOf(draft, now)], (number, at) => ({
      ...attempt,
      ...{ at, number, outcome: 'ACCEPTED' },
    }));
    const [publication] = kept.kind === 'kept' ? kept.publications : [];
    if (publication) return { kind: 'published', publication };
    await wait(tries * WAIT_MS);
  }
  return refusedWith(refusal('REGISTRY_BUSY'));
}

/** Others who write at the same time need a moment each. */
const WAIT_MS = 2;

const CHECKS_OF_OTHERS = CHECKS.filter(({ isOfOthers }) => isOfOthers);

function judgedAgain(draft: Draft, before: Knowing, now: Knowing): Verdict | Promise<Verdict> {
  const isSame = before.state.number === now.state.number;
  return isSame ? { kind: 'passed', draft } : runChecks(CHECKS_OF_OTHERS, draft, now);
}

const publicationOf = (draft: Draft, { state }: Knowing): Numberless => ({
  ...draft.content,
  member: draft.member,
  kind: draft.kind,
  goesBackTo: draft.goesBackTo,
  who: publisherOf(draft.holder),
  audits: draft.audits,
  composition: { after: state.number, breaks: draft.breaks },
  hash: hashOf(draft.member, draft.content),
});

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
