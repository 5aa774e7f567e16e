import type { MemberCode } from '../schema/index.ts';
import type { MemberStatus } from './members/index.ts';
import { hideSecrets, withoutSecrets } from './redaction.ts';
import type { MemberTold, NewestTold, Telling } from './registry/index.ts';
import type { MemberDetail, MemberRow, Serving } from './server/index.ts';

export type Told = {
  readonly statuses: () => readonly MemberStatus[];
  /** None where there is no registry. */
  readonly telling: Telling | undefined;
  /** Of the publication up to which the gateway serves. */
  readonly servedNumber: () => number;
};

type Standing = Omit<MemberRow, 'publication'>;

/** What pages tell of members: how they stand, with what they published. Who is withdrawn is told too, for else nobody would know why it is gone. */
export function membersTold({
  statuses,
  telling,
  servedNumber,
}: Told): Pick<Serving, 'members' | 'member'> {
  const rowOf = (status: Standing, publication?: NewestTold): MemberRow => ({
    ...status,
    publication: publication
      ? { ...publication, isServed: publication.number <= servedNumber() }
      : null,
  });
  const members = async (): Promise<readonly MemberRow[]> => {
    const newest = new Map((await telling?.newest())?.map((each) => [each.member, each]));
    const standing = statuses().map(withoutSecrets);
    const gone = [...newest.values()].filter(
      ({ member, kind }) => kind === 'WITHDRAW' && !standing.some(({ code }) => code === member),
    );
    return [
      ...standing.map((each) => rowOf(each, newest.get(each.code))),
      ...gone.map((each) => rowOf(withdrawn(each.member), each)),
    ].sort((a, b) => (a.code < b.code ? -1 : 1));
  };
  return {
    members,
    member: async (code): Promise<MemberDetail | undefined> => {
      const row = (await members()).find((each) => each.code === code);
      const told = row && (await telling?.member(row.code));
      return row && { ...row, published: told ? publishedOf(told) : null };
    },
  };
}

const withdrawn = (code: MemberCode): Standing => ({
  ...{ code, name: null, url: null, modules: [], contractVersion: null, state: 'WITHDRAWN' },
  ...{ records: null, database: null, lastAnswerAt: null, roundTripMs: null, breaker: 'CLOSED' },
  ...{ lastReason: null, lastSays: null, onTime: null, since: null },
});

/** A member's own words may carry a secret: of its faults, and of its extension. */
const publishedOf = ({
  extension,
  audit,
  publications,
}: MemberTold): MemberDetail['published'] => ({
  publications,
  extension: extension.map((each) => ({
    ...each,
    description: each.description && hideSecrets(each.description),
  })),
  audit: audit && {
    ...audit,
    brokenClaims: audit.brokenClaims.map((each) => ({ ...each, saw: hideSecrets(each.saw) })),
  },
});
