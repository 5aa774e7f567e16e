import type { CommonRow, OwnedType } from '../../rows.ts';
import { refused } from '../refused.ts';
import type { Derived } from './table.ts';

/** When the record changed, as an instant whose bytes compare: zones and precisions of its text may differ. */
export const updatedInstant = {
  columns: [{ kind: 'key', name: 'updatedInstant', bytesMax: 40 }],
  of: ({ updatedAt }: CommonRow) => [instantKey(updatedAt)],
} as const satisfies Derived<OwnedType>;

const INSTANT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/i;

/** The instant in UTC without trailing zeros, so that the order of the bytes is the order of time, to any precision. */
export function instantKey(text: string): string {
  const [, seconds = '', fraction = '', zone = ''] = INSTANT.exec(text) ?? [];
  const at = new Date(`${seconds}${zone}`.toUpperCase());
  const year = at.getUTCFullYear();
  if (!(year >= 0 && year <= 9999))
    throw refused(
      'BAD_VALUE',
      `Expected an instant such as "2026-04-30T12:00:00Z", got ${JSON.stringify(text)}.`,
    );
  return `${at.toISOString().slice(0, 19)}.${fraction.replace(/0+$/, '')}`;
}
