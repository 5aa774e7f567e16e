import type { Filter } from '../../repository.ts';
import type { OwnedType } from '../../rows.ts';
import { refused } from '../refused.ts';
import { allOf, own, type Sql, sql } from '../sql.ts';
import { tableOf } from '../tables/index.ts';
import { askedBoolean } from './asked-value.ts';
import { CONDITIONS } from './conditions.ts';

/** The records that a filter chooses; of figures the newest editions alone, unless it wants all. A field that is unknown is refused. */
export function chosenBy(type: OwnedType, filter: Filter): Sql {
  const asked = Object.entries(filter).filter(([, value]) => value !== null && value !== undefined);
  const hasEditions = tableOf(type).figureOf !== undefined;
  const conditions = asked
    .filter(([field]) => !(hasEditions && field === 'allEditions'))
    .map(([field, value]) => conditionOf(type, field)(value, field));
  return allOf(hasEditions && !wantsAll(filter) ? [...conditions, newestEdition] : conditions);
}

export const newestEdition = sql`${own('superseded')} = 0`;

const wantsAll = ({ allEditions }: Filter): boolean =>
  allEditions !== null && allEditions !== undefined && askedBoolean('allEditions', allEditions);

function conditionOf(type: OwnedType, field: string) {
  const known = CONDITIONS[type];
  const condition = Object.hasOwn(known, field) ? known[field] : undefined;
  if (!condition)
    throw refused(
      'BAD_VALUE',
      `Expected a filter of ${type} (${Object.keys(known).join(', ')}), got ${field}.`,
    );
  return condition;
}
