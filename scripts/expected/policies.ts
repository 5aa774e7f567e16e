import { ALL_ANSWERED } from './answer.ts';
import { byBytes } from './order.ts';
import type { Act, Names, Page, Sources } from './sources.ts';

/** Bodies of the continent, and the forum in Riyadh at which AMSG meets, stand with AMSG. */
export const idOf = ({ id }: { readonly id: string }): string =>
  id.replace(/^XA:/, 'AMSG:').replace(/^SA:/, 'AMSG:');

export const english = (names: Names): string | undefined => names.en ?? names.fr;
export const french = (names: Names): string | undefined => names.fr ?? names.en;

const statusOf = ({ status }: Act): string =>
  status === 'IN_FORCE_AT_LAST_CHECK' ? 'IN_FORCE' : status;

const MEASURES = ['EXPORT_PROHIBITION', 'EXPORT_QUOTA', 'EXPORT_LICENSING', 'EXPORT_TAX'];

/** The question's day; the first day counts, the last does not. A month compares as its text. */
const isInForceOn = (day: string, { inForceFrom, inForceTo }: Act): boolean =>
  inForceFrom <= day && (inForceTo === null || day < inForceTo);

export function exportMeasures({ acts }: Sources) {
  const found = acts.filter(
    (act) =>
      MEASURES.includes(act.type) &&
      ['lithium', 'cobalt'].some((each) => act.commodities.includes(each)) &&
      isInForceOn('2025-06-01', act),
  );
  return {
    policies: {
      edges: found.toSorted(byBytes(idOf)).map((act) => ({
        node: {
          jurisdictionCode: act.country,
          title: { value: french(act.title) },
          status: statusOf(act),
          inForceFrom: act.inForceFrom,
          inForceTo: act.inForceTo,
          checkedAt: checkedAt(act.sources),
          documents: act.sources.map(({ url }) => ({ url })),
        },
      })),
      coverage: ALL_ANSWERED,
    },
  };
}

/** The newest day on which a page that says it is dated. */
const checkedAt = (pages: readonly Page[]): string | null =>
  pages
    .flatMap(({ date }) => (date !== null && date.length === 10 ? [date] : []))
    .toSorted()
    .at(-1) ?? null;

export function lithiumHistory({ acts }: Sources) {
  const found = acts.filter(
    ({ country, commodities }) => country === 'ZW' && commodities.includes('lithium'),
  );
  return {
    policies: {
      edges: found.toSorted(byBytes(({ inForceFrom }) => inForceFrom)).map((act) => ({
        node: {
          title: { value: english(act.title) },
          status: statusOf(act),
          inForceFrom: act.inForceFrom,
          inForceTo: act.inForceTo,
          repealedBy: repealing(acts, act),
        },
      })),
    },
  };
}

function repealing(acts: readonly Act[], { repealedBy }: Act) {
  const act = acts.find(({ id }) => id === repealedBy);
  return act ? { title: { value: english(act.title) } } : null;
}

export const allPolicies = ({ acts }: Sources) => ({
  edges: acts
    .map(idOf)
    .toSorted(byBytes((id) => id))
    .map((id) => ({ node: { id, revision: 1 } })),
});
