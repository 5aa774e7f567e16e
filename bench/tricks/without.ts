import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Trick } from './trick.ts';

/** What a gateway is made of that the bench starts. */
const SOURCES = ['bench', 'gateway', 'schema', 'scripts', 'package.json'];

/** A copy of the sources, without the trick where one is named; the working tree is never touched. Whoever asks removes it. */
export function copyWithout(trick: Trick | undefined): string {
  const changed = trick && textWithout(trick, readFileSync(trick.file, 'utf8'));
  const folder = mkdtempSync(join(tmpdir(), 'zellige-trick-'));
  for (const each of SOURCES) cpSync(each, join(folder, each), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  if (trick && changed) writeFileSync(join(folder, trick.file), changed);
  return folder;
}

/** The text of the trick's file as it would be without. */
export function textWithout({ name, file, find, replace }: Trick, text: string): string {
  const times = text.split(find).length - 1;
  if (times === 1) return text.replace(find, () => replace);
  throw new Error(`${name}: expected its text once in ${file}, found it ${times} times.`);
}
