import type { Fault } from './fault.ts';
import { FAULTS } from './faults.ts';

/** A member that is to commit a fault, from the k-th request on. */
export type Committing = { readonly code: string; readonly fault: Fault; readonly from: number };
export type FaultsReading =
  | { readonly kind: 'read'; readonly committing: readonly Committing[] }
  | { readonly kind: 'refused'; readonly says: string };

/** Names of the faults that a member on this machine can commit; what names resolve to is not in its hands. */
export const COMMITTABLE: readonly string[] = Object.entries(FAULTS).flatMap(([name, { deed }]) =>
  deed.how === 'NOT_HERE' || (deed.how === 'ADDRESS' && deed.resolvesTo) ? [] : [name],
);

/** Reads `CD=hang,ZM=unsorted@3`: who commits which fault, and from which request on; all of them, or one sentence on the first that cannot be. */
export function readFaults(text: string, members: readonly string[]): FaultsReading {
  const committing: Committing[] = [];
  for (const part of text.split(',').map((each) => each.trim())) {
    const read = readOne(part, members);
    if (typeof read === 'string') return { kind: 'refused', says: read };
    committing.push(read);
  }
  return { kind: 'read', committing };
}

function readOne(part: string, members: readonly string[]): Committing | string {
  const [, code, name = '', from = '1'] = /^([^=]*)=([^@]*)(?:@([1-9]\d{0,5}))?$/.exec(part) ?? [];
  const got = (text: string) => `got ${JSON.stringify(text)}.`;
  if (code === undefined)
    return `Expected members with their faults, such as CD=hang,ZM=unsorted@3; ${got(part)}`;
  if (!members.includes(code))
    return `Expected the code of a member that is started, one of ${members.join(' ')}; ${got(code)}`;
  const fault = COMMITTABLE.includes(name) ? FAULTS[name] : undefined;
  return fault
    ? { code, fault, from: Number(from) }
    : `Expected a fault of the zoo, one of ${COMMITTABLE.join(' ')}; ${got(name)}`;
}
