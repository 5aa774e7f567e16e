import { parseGlobalId } from '../../../schema/index.ts';
import type { OwnedType } from '../rows.ts';

export type RecordKind = {
  readonly type: OwnedType;
  /** The field of `Record` that holds it. */
  readonly field: string;
};

/** The kinds that stand in ids, `<member>:<kind>:<local>`. */
export const RECORD_KINDS = {
  org: { type: 'Organisation', field: 'organisation' },
  deposit: { type: 'Deposit', field: 'deposit' },
  site: { type: 'Site', field: 'site' },
  estimate: { type: 'ResourceEstimate', field: 'estimate' },
  production: { type: 'ProductionRecord', field: 'production' },
  policy: { type: 'Policy', field: 'policy' },
  event: { type: 'Event', field: 'event' },
} as const satisfies Readonly<Record<string, RecordKind>>;

const isKind = (text: string): text is keyof typeof RECORD_KINDS =>
  Object.hasOwn(RECORD_KINDS, text);

/** What kind of record has that id; undefined where it is no id, or of no kind of the contract. */
export function recordKindOf(id: string): RecordKind | undefined {
  const [, kind = ''] = parseGlobalId(id)?.split(':') ?? [];
  return isKind(kind) ? RECORD_KINDS[kind] : undefined;
}
