/** A date of reduced precision is every day that it may mean: the first of them. */
export const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10);

/** And the last. */
export function lastDay(date: string): string {
  const [year = 0, month = 12, day] = date.split('-').map(Number);
  if (day !== undefined) return date;
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Microseconds since 1970, which a `Date` cannot hold; minus one where the text is no instant. */
export function microseconds(text: string): bigint {
  const [, seconds = '', fraction = ''] = /^(.{19})(?:\.(\d+))?Z$/.exec(text) ?? [];
  const whole = Date.parse(`${seconds}Z`);
  if (Number.isNaN(whole)) return -1n;
  return BigInt(whole) * 1000n + BigInt(fraction.slice(0, 6).padEnd(6, '0'));
}
