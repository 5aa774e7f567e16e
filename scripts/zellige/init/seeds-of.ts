import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const SEEDS = fileURLToPath(new URL('../../../subgraphs/national/seeds', import.meta.url));

/**
 * What open sources say of a state, as files of the project: the agency has records to start with, real and with their source, until it
 * puts its own in their place. Unpacked, for they are to be read and changed.
 */
export function seedsOf(code: string): Readonly<Record<string, string>> {
  const paths = readdirSync(SEEDS, { recursive: true, encoding: 'utf8' }).sort();
  const ours = paths.filter((path) => [`${code}.json`, `${code}.json.gz`].includes(basename(path)));
  return Object.fromEntries([...ours.map(rowsIn), ...ours.flatMap(sourceOf)]);
}

function rowsIn(path: string): readonly [string, string] {
  const bytes = readFileSync(join(SEEDS, path));
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  return [
    join('seeds', path.replace(/\.gz$/, '')),
    `${JSON.stringify(JSON.parse(text), null, 2)}\n`,
  ];
}

/** Whom to name for those records. */
function sourceOf(path: string): readonly (readonly [string, string])[] {
  const file = join(dirname(path), 'SOURCE.json');
  if (!existsSync(join(SEEDS, file))) return [];
  return [[join('seeds', file), readFileSync(join(SEEDS, file), 'utf8')]];
}
