import {
  addDecimals,
  canonicalDecimal,
  compareBytes,
  compareDecimals,
  greatestDecimal,
  isDecimal,
  leastDecimal,
} from '../../../schema/index.ts';
import type { Coverage } from '../coverage.ts';
import type { Json, JsonObject } from '../json.ts';

/**
 * Adds the rows of all members that have the same key; the key is every field but the figures. The sum is exact, and the rows are in order
 * of the key's fields as the contract declares them, so the order in which members answer leaves no trace.
 */
export function addRows(
  rows: readonly JsonObject[],
  declared: readonly string[],
): readonly JsonObject[] {
  const sums = new Map<string, JsonObject>();
  for (const row of rows) {
    const key = keyOf(row);
    const before = sums.get(key);
    sums.set(key, before ? added(before, row) : plainly(row));
  }
  return [...sums.values()].sort(inOrderOf(declared.filter((name) => !FIGURES.has(name))));
}

/** The fields that are figures; all others say what may be added to what. */
const FIGURES: ReadonlySet<string> = new Set(['parts', 'count']);

function keyOf(row: JsonObject): string {
  const key = Object.entries(row).filter(([name]) => !FIGURES.has(name));
  return JSON.stringify(key.sort(([a], [b]) => (a < b ? -1 : 1)));
}

type Compare<Value> = (a: Value, b: Value) => number;
const inOrderOf =
  (names: readonly string[]): Compare<JsonObject> =>
  (a, b) => {
    for (const name of names) {
      const order = compareParts(a[name] ?? null, b[name] ?? null);
      if (order !== 0) return order;
    }
    return 0;
  };

/** As everywhere: text by its bytes, numbers as numbers, nothing last. */
function compareParts(a: Json, b: Json): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : compareBytes(String(a), String(b));
}

function added(a: JsonObject, b: JsonObject): JsonObject {
  if (!a.parts) return { ...a, count: Number(a.count) + Number(b.count) };
  return { ...a, parts: addParts(a.parts as JsonObject, b.parts as JsonObject) };
}

/** One number may be written in two ways, 1.5 and 1.50: each is written the shortest way, whoever is the first to send it. */
function plainly(row: JsonObject): JsonObject {
  if (!row.parts) return row;
  const { sum, min, max, ...parts } = row.parts as JsonObject;
  return {
    ...row,
    parts: { ...parts, sum: canonicalDecimal(String(sum)), min: decimal(min), max: decimal(max) },
  };
}

const COUNTS = ['count', 'withheld', 'estimated', 'bounded'] as const;

function addParts(a: JsonObject, b: JsonObject): JsonObject {
  const counts = COUNTS.map((name) => [name, Number(a[name]) + Number(b[name])]);
  return {
    ...Object.fromEntries(counts),
    sum: addDecimals(String(a.sum), String(b.sum)),
    precision: [a, b].some((each) => each.precision === 'AT_LEAST') ? 'AT_LEAST' : 'EXACT',
    min: leastDecimal(decimal(a.min), decimal(b.min)),
    max: greatestDecimal(decimal(a.max), decimal(b.max)),
  };
}
const decimal = (value: Json | undefined): string | null =>
  value == null ? null : canonicalDecimal(String(value));

/** A sum is of all only when all who could add to it are there; a country's own row depends on that country alone. */
export function asFarAsKnown(row: JsonObject, { complete, answered }: Coverage): JsonObject {
  const country = row.countryCode;
  const isKnown = typeof country === 'string' ? answered.includes(country) : complete;
  if (isKnown || !row.parts) return row;
  return { ...row, parts: { ...(row.parts as JsonObject), precision: 'AT_LEAST' } };
}

/** Whether a member's rows can be added at all: a sentence on the first that cannot. Of types that are at home the country is its own. */
export function faultInRows(
  member: string,
  rows: Json | undefined,
  atHome: boolean,
): string | undefined {
  if (!Array.isArray(rows)) return `${member} gave no list of rows.`;
  const fault = (rows as readonly Json[]).find((row) => !isAddable(row));
  if (fault !== undefined)
    return `${member} gave a row whose figures are not whole counts and decimals: ${JSON.stringify(fault).slice(0, 200)}.`;
  const impossible = (rows as readonly JsonObject[]).find((row) => row.parts && !isPossible(row));
  if (impossible !== undefined)
    return `${member} gave a sum that its own figures rule out: ${JSON.stringify(impossible).slice(0, 400)}.`;
  const countries = (rows as readonly JsonObject[]).map((row) => row.countryCode ?? member);
  const foreign = atHome ? countries.find((country) => country !== member) : undefined;
  return foreign === undefined
    ? undefined
    : `${member} gave a sum of ${JSON.stringify(foreign)}, which is not its own.`;
}

function isAddable(row: Json): boolean {
  if (row === null || typeof row !== 'object' || Array.isArray(row)) return false;
  const { parts, count } = row as JsonObject;
  if (parts === undefined) return isCount(count);
  const given = (parts ?? {}) as JsonObject;
  const numbers = [given.sum, given.min ?? '0', given.max ?? '0'];
  return (
    numbers.every((each) => isDecimal(String(each))) && COUNTS.every((name) => isCount(given[name]))
  );
}
const isCount = (value: Json | undefined): boolean =>
  Number.isSafeInteger(value) && Number(value) >= 0;

/** Of no figures there is no least and no greatest; of some there are, the one not above the other, and of one figure all are the same. */
function isPossible({ parts }: JsonObject): boolean {
  const { count, sum, min, max } = parts as JsonObject;
  const [least, greatest] = [decimal(min), decimal(max)];
  if (count === 0) return least === null && greatest === null;
  if (least === null || greatest === null || compareDecimals(least, greatest) > 0) return false;
  return count !== 1 || (least === greatest && least === canonicalDecimal(String(sum)));
}
