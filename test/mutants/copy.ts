import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Mutant, occurrences } from './mutant.ts';

/** A copy of the sources in which a fault can be planted; the working tree is never touched. */
export type Copy = {
  readonly folder: string;
  /** Plants a fault, and gives what takes it out again. */
  readonly plant: (mutant: Mutant) => () => void;
  readonly close: () => void;
};

/** What the engine and its tests are made of. */
const SOURCES = [
  'babel.config.json',
  'bench',
  'docs',
  'gateway',
  'jest.config.json',
  'package.json',
  'README.md',
  'schema',
  'scripts',
  'subgraphs',
  'test',
  'tsconfig.json',
];

export function openCopy(): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'zellige-mutants-'));
  for (const each of SOURCES) cpSync(each, join(folder, each), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    plant: ({ file, find, replace }) => {
      const path = join(folder, file);
      const right = readFileSync(path, 'utf8');
      const times = occurrences(right, find);
      if (times !== 1)
        throw new Error(`Expected the text of a fault once in ${file}, found it ${times} times.`);
      writeFileSync(
        path,
        right.replace(find, () => replace),
      );
      return () => writeFileSync(path, right);
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
