const LINE = 100;
/** A list of texts and numbers, each on a line of its own. */
const PLAIN_LIST = /^(.*)\[\n((?:\s+(?:"(?:[^"\\]|\\.)*"|[\w.+-]+),?\n)+)\s*\](,?)$/gm;

/** JSON as the project's formatter lays it out: a short list of texts or numbers stands on one line. */
export const written = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replaceAll(PLAIN_LIST, (list, before, items, after) => {
    const line = `${before}[${items.trim().replaceAll(/,\n\s+/g, ', ')}]${after}`;
    return line.length <= LINE ? line : list;
  })}\n`;
