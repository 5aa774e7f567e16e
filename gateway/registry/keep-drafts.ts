import { setTimeout as wait } from 'node:timers/promises';
import type { MemberCode } from '../../schema/index.ts';
import { LIMITS } from '../limits/index.ts';
import { CHECKS, type Knowing, runChecks, type Verdict } from './checks/index.ts';
import type { Attempt } from './database/index.ts';
import type { Draft } from './draft.ts';
import { publisherOf } from './holder.ts';
import type { Ledger, Numberless } from './ledger.ts';
import { hashOf, type Publication } from './publication.ts';
import { type Refusal, refusal } from './refusals.ts';
import { withDraft } from './with-draft.ts';

export type Submitted =
  | { readonly kind: 'published'; readonly publication: Publication }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** A draft that has passed its checks, what they knew of the others then, and the try that it comes of. */
export type Checked = {
  readonly draft: Draft;
  readonly knew: Knowing;
  readonly attempt: Attempt;
};

export type Keeping = {
  readonly ledger: Ledger;
  /** What checks know now of this member and of all others. */
  readonly knowing: (member: MemberCode) => Knowing;
  /** Runs one after another what reads the ledger and then writes it. */
  readonly inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>;
};

type Waiting = {
  readonly checked: Checked;
  readonly settle: (submitted: Promise<Submitted>) => void;
};

/**
 * Drafts that wait while others are kept are then kept together: to compose with fifty costs as much as with one. A second draft of the same
 * member waits for the first.
 */
export function openKeeping(parts: Keeping): (checked: Checked) => Promise<Submitted> {
  let waiting: readonly Waiting[] = [];
  const keepWaiting = async () => {
    const batch = firstOfEach(waiting);
    waiting = waiting.filter((each) => !batch.includes(each));
    const kept = keepTogether(
      batch.map(({ checked }) => checked),
      parts,
    );
    for (const [place, { settle }] of batch.entries())
      settle(kept.then((all) => all[place] ?? refusedWith(refusal('REGISTRY_BUSY'))));
    await kept.catch(() => undefined); // who waits is told
  };
  return (checked) =>
    new Promise((settle) => {
      waiting = [...waiting, { checked, settle }];
      void parts.inTurn(keepWaiting);
    });
}

const firstOfEach = (waiting: readonly Waiting[]): readonly Waiting[] =>
  waiting.filter(({ checked }, place) => {
    const earlier = waiting.slice(0, place);
    return !earlier.some((each) => each.checked.draft.member === checked.draft.member);
  });

/** Where others published since they were checked, they are checked against those again; where one of several is refused, each goes by itself. */
async function keepTogether(
  batch: readonly Checked[],
  parts: Keeping,
): Promise<readonly Submitted[]> {
  const { ledger } = parts;
  for (let tries = 1; batch.length > 0 && tries <= LIMITS.publicationTriesMax; tries += 1) {
    await ledger.renew();
    const verdicts = await Promise.all(batch.map((each) => judgedAgain(each, batch, parts)));
    const drafts = verdicts.flatMap((each) => (each.kind === 'passed' ? [each.draft] : []));
    if (drafts.length < batch.length && batch.length > 1) return await keepEach(batch, parts);
    const refused = verdicts.filter((each) => each.kind === 'refused');
    if (refused.length > 0) return refused;
    const after = ledger.number();
    const publications = drafts.map((each) => publicationOf(each, after));
    const kept = await ledger.keep(publications, (publication) => accepted(publication, batch));
    if (kept.kind === 'kept')
      return kept.publications.map((publication) => ({ kind: 'published', publication }));
    await wait(tries * WAIT_MS);
  }
  return [];
}

/** Others who write at the same time need a moment each. */
const WAIT_MS = 2;

async function keepEach(batch: readonly Checked[], parts: Keeping): Promise<readonly Submitted[]> {
  const all: Submitted[] = [];
  for (const each of batch) {
    const [submitted = refusedWith(refusal('REGISTRY_BUSY'))] = await keepTogether([each], parts);
    all.push(submitted);
  }
  return all;
}

const CHECKS_OF_OTHERS = CHECKS.filter(({ isOfOthers }) => isOfOthers);

/** For each of a batch the others of it are as good as published, so all of them ask for one and the same composition. */
function judgedAgain(
  checked: Checked,
  batch: readonly Checked[],
  { knowing }: Keeping,
): Verdict | Promise<Verdict> {
  const { draft, knew } = checked;
  const now = knowing(draft.member);
  const others = batch.filter((each) => each !== checked);
  if (others.length === 0 && knew.state.number === now.state.number)
    return { kind: 'passed', draft };
  const extensions = others.reduce(
    (joined, other) => withDraft(joined, other.draft),
    now.state.extensions,
  );
  return runChecks(CHECKS_OF_OTHERS, draft, { ...now, state: { ...now.state, extensions } });
}

const publicationOf = (draft: Draft, after: number): Numberless => ({
  ...draft.content,
  member: draft.member,
  kind: draft.kind,
  goesBackTo: draft.goesBackTo,
  who: publisherOf(draft.holder),
  audits: draft.audits,
  composition: { after, breaks: draft.breaks },
  hash: hashOf(draft.member, draft.content),
});

function accepted({ member, number, when: at }: Publication, batch: readonly Checked[]): Attempt {
  const found = batch.find(({ draft }) => draft.member === member);
  if (!found) throw new Error(`Expected a draft of ${member} among those that are kept.`);
  return { ...found.attempt, at, number, outcome: 'ACCEPTED' };
}

export const refusedWith = (why: Refusal): Submitted => ({ kind: 'refused', refusal: why });
