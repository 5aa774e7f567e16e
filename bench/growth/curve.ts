/** What a request costs at so many of something. */
export type Point = { readonly size: number; readonly cpuMs: number };
export type Curve = {
  /** What grows, in a word or two. */
  readonly of: string;
  /** From the smallest to the largest. */
  readonly points: readonly Point[];
};

/** Measuring is not exact; a cost of a fixed part and one of each grows by less than 1 in truth. */
export const EXPONENT_MAX = 1.1;

/**
 * The power of the size by which the cost grows, from the second point to the last: 1 is linear, 2 is quadratic. The first point is left out, for there
 * the fixed part of a request hides the rest.
 */
export function exponentOf({ of, points }: Curve): number {
  const [, from, to = from] = [points[0], points[1], points.at(-1)];
  if (!from || !to || points.length < 3)
    throw new Error(`Expected three points of ${of} or more, got ${points.length}.`);
  return Math.log(to.cpuMs / from.cpuMs) / Math.log(to.size / from.size);
}
