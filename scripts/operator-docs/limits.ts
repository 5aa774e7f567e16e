import { readFileSync } from 'node:fs';
import { LIMITS } from '../../gateway/index.ts';
import { code, table } from '../contract-docs/index.ts';

/** What each limit is for stands beside it in its file, where whoever changes it reads it; the page takes it from there. */
export function limits(): readonly string[] {
  const says = commentsIn(readFileSync('gateway/limits/limits.ts', 'utf8'));
  return table(
    ['limit', 'is', 'what it holds for'],
    Object.entries(LIMITS).map(([name, most]) => [
      code(name),
      `${most.toLocaleString('en')}${unitOf(name)}`,
      says.get(name) ?? '',
    ]),
  );
}

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/Bytes/, ' bytes'],
  [/Ms(Min|Max)?$/, ' ms'],
  [/Rows/, ' rows'],
  [/PerMinute/, ' a minute'],
];
const unitOf = (name: string): string => UNITS.find(([form]) => form.test(name))?.[1] ?? '';

/** A limit without a comment shares that of the limit before it. */
function commentsIn(source: string): ReadonlyMap<string, string> {
  let shared = '';
  const lines = source.matchAll(/^ {2}(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?(\w+): /gm);
  return new Map(
    [...lines].map(([, says, name = '']) => {
      shared = says?.replaceAll(/\s*\n\s*\* ?/g, ' ').trim() ?? shared;
      return [name, shared];
    }),
  );
}
