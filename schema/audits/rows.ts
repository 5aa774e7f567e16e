import type { Asking } from './asking.ts';
import { type Claim, keptUnless, notApplicable } from './claim.ts';
import type { List } from './lists.ts';
import type { Sample } from './sample.ts';

export type Listed = { readonly asking: Asking; readonly list: List; readonly sample: Sample };
/** Looks at one list, and says what is wrong with it. */
export type Look = (listed: Listed) => readonly string[] | Promise<readonly string[]>;

/** Looks at every list that has rows; there is nothing to be told where none has. */
export function onLists(look: Look, isMeant: (list: List) => boolean = () => true): Claim['check'] {
  return async (asking) => {
    const all = await Promise.all(
      asking.lists
        .filter(isMeant)
        .map(async (list) => ({ asking, list, sample: await asking.sample(list) })),
    );
    const filled = all.filter(({ sample }) => sample.rows.length > 0);
    if (filled.length === 0) return notApplicable('It holds no such records.');
    const faults = await Promise.all(filled.map(look));
    const rows = filled.reduce((sum, { sample }) => sum + sample.rows.length, 0);
    return keptUnless(faults.flat(), `${rows} rows of ${filled.length} lists were looked at.`);
  };
}

/** The same of single rows. */
export const onRows = (
  look: (node: Sample['rows'][number]['node'], listed: Listed) => readonly string[],
  isMeant?: (list: List) => boolean,
): Claim['check'] =>
  onLists((listed) => listed.sample.rows.flatMap(({ node }) => look(node, listed)), isMeant);
