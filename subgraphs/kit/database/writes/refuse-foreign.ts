import { ownerOf } from '../../../../schema/index.ts';
import type { Write } from '../../repository.ts';
import { refused } from '../refused.ts';
import { idOf } from './plan.ts';

/** A member holds its own records alone: the id and the home say whose they are. */
export function refuseForeign(member: string, writes: readonly Write[]): void {
  for (const write of writes) {
    const home = 'put' in write ? write.put.home : member;
    if (ownerOf(idOf(write)) !== member || home !== member)
      throw refused(
        'BAD_VALUE',
        `Expected a record of ${member}, got ${JSON.stringify(idOf(write))} of ${JSON.stringify(home)}.`,
      );
  }
}
