import { gunzipSync } from 'node:zlib';
import { compilation } from './compilation/index.ts';
import type { SeedFile } from './files.ts';
import { phosphate } from './morocco/index.ts';
import type { Sources } from './sources.ts';
import { usgsAfrica } from './usgs-africa/index.ts';
import { usgsMcs } from './usgs-mcs/index.ts';
import { vocabularies } from './vocabulary/index.ts';

/** Every file of the seeds, the same bytes from the same sources. */
export function seedsFrom(sources: Sources): readonly SeedFile[] {
  const records = [...usgsAfrica(sources), ...usgsMcs(sources), ...compilation(sources)];
  const phosphates = phosphate(sources);
  return [...records, ...phosphates, ...vocabularies(sources, codesIn(records))];
}

/** The commodity codes of all records; phosphate rock, of which the complexes speak, is among them. */
function codesIn(files: readonly SeedFile[]): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const { path, bytes } of files)
    JSON.parse(textOf(path, bytes), (key, value) => {
      if (key === 'commodityCodes') for (const code of value) codes.add(code);
      if (key === 'commodityCode' && value !== null) codes.add(value);
      return value;
    });
  return codes;
}

const textOf = (path: string, bytes: Buffer): string =>
  (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
