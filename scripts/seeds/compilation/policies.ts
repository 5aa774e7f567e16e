import type { LocalizedText, PolicyRate, PolicyRow } from '../../../subgraphs/index.ts';
import { decimalOf, record } from '../record.ts';
import type { CompiledPolicy } from '../sources.ts';
import { memberId } from './owners.ts';
import { documentsOf, newestDay, provenanceOfPages } from './pages.ts';
import { textOf } from './text.ts';

const TYPES: Readonly<Record<string, string>> = {
  DECLARATION: 'DECLARATION',
  ENVIRONMENTAL_RESTRICTION: 'ENVIRONMENTAL',
  EXPORT_PROHIBITION: 'EXPORT_PROHIBITION',
  EXPORT_QUOTA: 'EXPORT_QUOTA',
  INITIATIVE: 'INITIATIVE',
  LOCAL_CONTENT: 'LOCAL_CONTENT',
  MEMORANDUM_OF_UNDERSTANDING: 'MEMORANDUM_OF_UNDERSTANDING',
  MINING_CODE: 'MINING_CODE',
  REGULATION: 'REGULATION',
  REPORTING_CODE: 'REPORTING_CODE',
};
/** What was launched is announced: no text of it that binds anybody was found. */
const STATUSES: Readonly<Record<string, string>> = {
  ADOPTED: 'ADOPTED',
  ANNOUNCED: 'ANNOUNCED',
  EXPIRED: 'EXPIRED',
  IN_FORCE: 'IN_FORCE',
  IN_FORCE_AT_LAST_CHECK: 'IN_FORCE',
  LAUNCHED: 'ANNOUNCED',
  REPEALED: 'REPEALED',
  SIGNED: 'SIGNED',
  UNKNOWN: 'UNKNOWN',
};

/** Parties that the compilation names by their member, with the body that signed. */
const PARTIES: Readonly<Record<string, string>> = {
  MA: 'MA:org:MTEDD',
  AMSG: 'AMSG:org:AMSG',
};

/** Numbers and days of adoption that stand in the titles and summaries of the compilation. */
const READ_IN_THE_TEXT: Readonly<
  Record<string, { readonly officialNumber: string; readonly adopted?: string }>
> = {
  'ZW:policy:SI-213-2022': { officialNumber: 'S.I. 213 of 2022' },
  'ZW:policy:SI-5-2023': { officialNumber: 'S.I. 5 of 2023' },
  'MA:policy:loi-33-13': { officialNumber: 'Loi 33-13', adopted: '2015-07-01' },
  'MA:policy:decret-2-15-807': { officialNumber: 'Décret 2-15-807', adopted: '2016-04-20' },
};

export function policyRow(policy: CompiledPolicy): PolicyRow {
  const { id, country, title, inForceFrom, sources, status } = policy;
  const isAgreed = status === 'ADOPTED' || status === 'SIGNED';
  return {
    ...record(memberId(id), provenanceOfPages(sources, inForceFrom ?? '2026')),
    title: textOf(title),
    type: mapped(TYPES, policy.type),
    status: mapped(STATUSES, status),
    jurisdictionCode: country === 'XA' ? null : country,
    officialNumber: null,
    adopted: isAgreed ? inForceFrom : null,
    ...READ_IN_THE_TEXT[id],
    inForceFrom,
    inForceTo: policy.inForceTo,
    checkedAt: newestDay(sources),
    commodityCodes: policy.commodities,
    hsCodes: [],
    stages: [],
    rates: (policy.quotas ?? []).map(rateOf),
    abstract: abstractOf(policy),
    partyIds: (policy.parties ?? []).map((party) => mapped(PARTIES, party)),
    documents: documentsOf(sources),
    repealedById: policy.repealedBy ? memberId(policy.repealedBy) : null,
  };
}

const rateOf = ({
  period,
  quantity,
}: NonNullable<CompiledPolicy['quotas']>[number]): PolicyRate => ({
  quota: { value: decimalOf(quantity), unit: 'TONNE', basis: null, flag: 'EXACT' },
  period,
});

/** A policy has no list of published words: those that the contract's terms replace stand at the end of its abstract, with the doubts. */
function abstractOf({ summary, note, type, status }: CompiledPolicy): LocalizedText {
  const text = textOf(summary);
  const words = [
    ...(note ? [note] : []),
    ...(TYPES[type] === type ? [] : [`Type as compiled: ${type}.`]),
    ...(STATUSES[status] === status ? [] : [`Status as compiled: ${status}.`]),
  ];
  return text.en ? { ...text, en: [text.en, ...words].join(' ') } : text;
}

function mapped(table: Readonly<Record<string, string>>, published: string): string {
  const ours = table[published];
  if (ours !== undefined) return ours;
  throw new Error(`Expected "${published}" in the tables of policies.ts; add it there.`);
}
