// `npm run seeds [FOLDER]`: makes the seeds of the project from a folder of sources, ../shared/data when none is given.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { seedsFrom } from './seeds.ts';
import { readSources } from './sources.ts';

const SEED_FOLDERS = ['national', 'amsg', 'morocco'].map((each) => `subgraphs/${each}/seeds`);

function main(folder: string): void {
  if (!existsSync(folder))
    throw new Error(`Expected the folder of the sources at ${folder}; give its path.`);
  const files = seedsFrom(readSources(folder));
  for (const each of SEED_FOLDERS) rmSync(each, { recursive: true, force: true });
  for (const { path, bytes } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  process.stdout.write(`${files.length} files of seeds written.\n`);
}

try {
  main(process.argv[2] ?? '../shared/data');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
