/**
 * A date of reduced precision is every day that it may mean: 2025-02 is the 1st to the 28th of February. A policy is in force from the first
 * day that its `inForceFrom` may mean, and no longer on the first day that its `inForceTo` may mean; an event has begun on the first day
 * that its start may mean, and is over after the last day that its end may mean.
 */
export const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10);

export function lastDay(date: string): string {
  const [year = 0, month = 12, day] = date.split('-').map(Number);
  if (day !== undefined) return date;
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Microseconds since 1970, which `Date` cannot hold: seconds by `Date`, the fraction by its digits. */
export function microseconds(text: string): bigint {
  const [, seconds = '', fraction = '', zone = 'Z'] =
    /^(.{19})(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/i.exec(text) ?? [];
  const whole = BigInt(Date.parse(`${seconds}${zone}`)) * 1000n;
  return whole + BigInt(fraction.slice(0, 6).padEnd(6, '0'));
}
