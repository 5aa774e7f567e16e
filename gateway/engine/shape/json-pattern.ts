import type { Shape } from './shape.ts';

/**
 * What a value of this shape looks like where its JSON can be passed on as it is: as regular expressions have it, and without anything that could
 * be read in two ways, so that none looks twice at a sign. Undefined where a value must be read before it is written. What does not look so is not
 * wrong; it is for the parser.
 */
export function jsonPattern(shape: Shape): string | undefined {
  const pattern = patternOf(shape);
  return pattern === undefined || shape.nonNull ? pattern : `(?:null|${pattern})`;
}

function patternOf(shape: Shape): string | undefined {
  switch (shape.kind) {
    case 'leaf':
      return shape.values ? anyOf(shape.values) : (BUILT_IN[shape.type] ?? SCALAR);
    case 'list':
      return listOf(jsonPattern(shape.of));
    case 'object':
      return undefined;
  }
}

const listOf = (item: string | undefined) => item && `\\[(?:${item}(?:,${item})*)?\\]`;

/** Beyond so many it is quicker to look a word up. */
const WORDS_MAX = 50;
const anyOf = (words: readonly string[]) =>
  words.length <= WORDS_MAX ? `"(?:${words.join('|')})"` : undefined;

const ESCAPE = String.raw`\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})`;
const PLAIN = String.raw`[^"\\\x00-\x1f]*`;
const TEXT = `"${PLAIN}(?:${ESCAPE}${PLAIN})*"`;
/** Of so many digits all are numbers of 32 bits. */
const INTEGER = '(?:0|-?[1-9][0-9]{0,8})';
/** Without an exponent; a zero has no sign in an answer. */
const NUMBER = String.raw`(?!-[0.]+[,\]}])-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,17})?`;
const BOOLEAN = '(?:true|false)';
const SCALAR = `(?:${TEXT}|${NUMBER}|${BOOLEAN})`;

const BUILT_IN: Readonly<Record<string, string>> = {
  String: TEXT,
  // A number that is an id is written as a text.
  ID: TEXT,
  Boolean: BOOLEAN,
  Float: NUMBER,
  Int: INTEGER,
};
