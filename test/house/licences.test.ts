import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ALLOWED_LICENCES, installedPackages, licenceOffences } from '../../scripts/check/index.ts';

test('every installed package is under a licence that is allowed for it', () => {
  const packages = installedPackages('node_modules');
  expect(packages.length).toBeGreaterThan(100);
  expect(licenceOffences(packages)).toEqual([]);
});

test.each(['MIT', 'MIT OR GPL-3.0-only', '(MIT AND BSD-3-Clause)', 'CC0-1.0 OR (MIT AND ISC)'])(
  'a package under %s may be here',
  (licence) => {
    expect(licenceOffences([{ name: 'sieve', version: '1.0.0', licence }])).toEqual([]);
  },
);

const DO =
  'choose another package, or add it to scripts/check/allowed-licences.ts with the reason.';

test.each([
  ['GPL-3.0-only', `is under GPL-3.0-only, which is not allowed for it: ${DO}`],
  ['MIT AND GPL-3.0-only', `is under MIT AND GPL-3.0-only, which is not allowed for it: ${DO}`],
  ['Elastic-2.0', `is under Elastic-2.0, which is not allowed for it: ${DO}`],
  ['SEE LICENSE IN FILE', `states "SEE LICENSE IN FILE", which is no SPDX expression: ${DO}`],
  [undefined, `states no licence: ${DO}`],
])('a package under %s is refused in a sentence', (licence, fault) => {
  expect(licenceOffences([{ name: 'sieve', version: '1.0.0', licence }])).toEqual([
    `sieve@1.0.0 ${fault}`,
  ]);
});

test('an exception holds for the packages that it names alone', () => {
  const engine = { name: '@apollo/gateway', version: '2.14.4', licence: 'Elastic-2.0' };
  expect(licenceOffences([engine])).toEqual([]);
  expect(licenceOffences([{ ...engine, name: '@apollo/other' }])).toHaveLength(1);
});

test('a licence is listed once', () => {
  const listed = ALLOWED_LICENCES.map((each) => each.licence);
  expect(listed).toEqual([...new Set(listed)]);
});

test('a package inside another is seen, with a licence in the form of before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zellige-licences-'));
  installed(join(folder, '@ore/sieve'), { name: '@ore/sieve', version: '2.0.0', license: 'MIT' });
  installed(join(folder, '@ore/sieve/node_modules/mesh'), {
    name: 'mesh',
    version: '0.1.0',
    license: { type: 'GPL-2.0', url: 'https://mesh.example' },
  });
  expect(installedPackages(folder)).toEqual([
    { name: '@ore/sieve', version: '2.0.0', licence: 'MIT' },
    { name: 'mesh', version: '0.1.0', licence: 'GPL-2.0' },
  ]);
});

function installed(folder: string, manifest: object): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
}
