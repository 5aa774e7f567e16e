export { firstDay, lastDay } from './calendar.ts';
export { CHOICES, type Choice, commoditiesOf, countryOf } from './chosen.ts';
export {
  type Count,
  countedBy,
  type Dimension,
  POLICY_DIMENSIONS,
  SITE_DIMENSIONS,
} from './counts.ts';
export { editionsOf, FIGURE_FIELDS, FIGURES, isUnit } from './figure.ts';
export { everyRow, hasEditions, knownUpTo, type OwnRows, ownRows } from './own-rows.ts';
export { isRow, isWithheld, listed, type Row, shows, textOf, withheldPaths } from './row.ts';
export {
  capacityTotals,
  estimateTotals,
  type Key,
  nameOf,
  type Parts,
  productionTotals,
  type Summing,
  type Total,
} from './sums.ts';
export { TRIED, type Tried } from './tried-values.ts';
