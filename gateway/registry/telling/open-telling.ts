import { additionsOf, type Contract, type MemberCode } from '../../../schema/index.ts';
import { LIMITS } from '../../limits/index.ts';
import type { Publication } from '../publication.ts';
import { changesOf } from './changes-of.ts';
import {
  type AuditTold,
  type MemberTold,
  type NewestTold,
  type PublicationTold,
  tellAudit,
  tellPublication,
} from './told.ts';

/** What pages tell of publications. */
export type Telling = {
  /** The newest of each member, those that are withdrawn too. */
  readonly newest: () => Promise<readonly NewestTold[]>;
  /** Undefined of whom nothing was ever published. */
  readonly member: (code: MemberCode) => Promise<MemberTold | undefined>;
};

type Known = {
  readonly contract: Contract;
  readonly newest: () => readonly Publication[];
  /** The newest first. */
  readonly history: (member: MemberCode, most: number) => Promise<readonly Publication[]>;
};

/** An audit has some hundred sentences, so what was told is kept until the member publishes again. */
export function openTelling({ contract, newest, history }: Known): Telling {
  const tell = (publications: readonly Publication[]) => (each: Publication, place: number) =>
    tellPublication(each, changesOf(each, publications[place + 1], contract));
  const memberOf = keptWhileNewest(async ({ member }: Publication) => {
    // One more than is told, for what the oldest of them changed.
    const publications = await history(member, LIMITS.historyPublicationsMax + 1);
    return toldOf(member, publications, publications.map(tell(publications)), contract);
  });
  const newestOf = keptWhileNewest(async (newest: Publication) => {
    const publications = await history(newest.member, 2);
    const [last] = publications.map(tell(publications));
    const audited = publications.find(({ audits }) => audits !== null);
    const audit = audited ? tellAudit(audited) : (await memberOf(newest)).audit;
    return last ? [{ ...last, lastAudit: countsOf(audit) }] : [];
  });
  return {
    newest: async () => (await Promise.all(newest().map(newestOf))).flat(),
    member: async (code) => {
      const last = newest().find(({ member }) => member === code);
      return last && (await memberOf(last));
    },
  };
}

const countsOf = (audit: AuditTold | null): NewestTold['lastAudit'] =>
  audit && { number: audit.number, kept: audit.kept, broken: audit.brokenClaims.length };

function toldOf(
  code: MemberCode,
  publications: readonly Publication[],
  told: readonly PublicationTold[],
  contract: Contract,
): MemberTold {
  const [last] = publications;
  const audited = publications.find(({ audits }) => audits !== null);
  return {
    code,
    modules: last?.modules ?? [],
    extension: additionsOf(last?.extension ?? '', code, contract),
    audit: audited ? tellAudit(audited) : null,
    publications: told.slice(0, LIMITS.historyPublicationsMax),
  };
}

function keptWhileNewest<Told>(tell: (newest: Publication) => Promise<Told>) {
  const kept = new Map<string, { readonly number: number; readonly told: Promise<Told> }>();
  return (newest: Publication): Promise<Told> => {
    const { member, number } = newest;
    const known = kept.get(member);
    if (known?.number === number) return known.told;
    const told = tell(newest);
    kept.set(member, { number, told });
    told.catch(() => kept.delete(member)); // to be read again by who asks next
    return told;
  };
}
