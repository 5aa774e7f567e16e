import { existsSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { seedsFrom } from '../../../scripts/seeds/seeds.ts';
import { readSources } from '../../../scripts/seeds/sources.ts';
import { SEED_PATHS, textOf } from './committed.ts';

const SOURCES = '../shared/data';
/** They are no part of the project, nor of any machine: `npm test` lets these be skipped. */
const whereTheSourcesAre = existsSync(SOURCES) ? test : test.skip;

whereTheSourcesAre(
  'the committed seeds are what the sources give, file by file [needs the sources]',
  () => {
    const made = seedsFrom(readSources(SOURCES));
    expect(made.map(({ path }) => path).sort()).toEqual(SEED_PATHS);
    // Packed bytes may differ from one version of zlib to the next, what is packed may not.
    const changed = made.filter(({ path, bytes }) => {
      const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
      return text !== textOf(path);
    });
    expect(changed.map(({ path }) => path)).toEqual([]);
  },
);

whereTheSourcesAre('the same sources give the same bytes [needs the sources]', () => {
  const bytes = () =>
    seedsFrom(readSources(SOURCES)).map(({ path, bytes }) => `${path} ${bytes.toString('base64')}`);
  expect(bytes()).toEqual(bytes());
});
