import { isUtf8 } from 'node:buffer';
import type { AnswerFit } from '../fit.ts';
import { afterLiteral, NOT } from './bytes.ts';
import { openPage, type Page } from './page.ts';
import { isPage, type PageReading, passPage } from './pages.ts';
import { passObject, passOf, stepsOf } from './passing.ts';

/**
 * The pages in the bytes of an answer, by their names, where it is word for word what was asked: all fields in their order, each value as it
 * must be, nothing else and nothing wrong. Undefined where anything is otherwise: then it is for the parser to read and for the checks to say
 * what is wrong with it, if anything is.
 */
export type Reader = (bytes: Buffer, member: string) => Pages | undefined;
export type Pages = ReadonlyMap<string, Page>;

/** The reader of the answers to one question. It goes over the bytes once, and makes nothing of them. */
export function readerOf({ root, asksEntities }: AnswerFit): Reader | undefined {
  if (asksEntities || root.fields.length === 0) return undefined;
  const pass = passObject<PageReading>(
    stepsOf(root, (fit, name) => (isPage(fit) ? passPage(name, fit) : passOf(fit))),
  );
  return (bytes, member) => {
    const reading = openReading(bytes, member);
    const end = pass(reading, afterLiteral(bytes, 0, START));
    return endsBehind(bytes, end) && isUtf8(bytes) ? reading.pages : undefined;
  };
}
const START = Buffer.from('{"data":');
const END = Buffer.from('}');

const openReading = (bytes: Buffer, member: string): PageReading => ({
  bytes,
  member: Buffer.from(`"${member}`),
  key: undefined,
  pages: new Map(),
  page: openPage(bytes),
  rows: [],
});

/** Many a server ends its answers with a line feed. */
function endsBehind(bytes: Uint8Array, end: number): boolean {
  if (end === NOT) return false;
  let at = afterLiteral(bytes, end, END);
  while (at !== NOT && bytes[at] === LINE_FEED) at += 1;
  return at === bytes.length;
}
const LINE_FEED = 0x0a;
