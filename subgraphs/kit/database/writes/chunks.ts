const CHUNK = 500;

/** Few enough values for one statement. */
export const inChunks = <Value>(values: readonly Value[]): readonly (readonly Value[])[] =>
  Array.from({ length: Math.ceil(values.length / CHUNK) }, (_, place) =>
    values.slice(place * CHUNK, (place + 1) * CHUNK),
  );
