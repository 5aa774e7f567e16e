import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { ALLOWED_LICENCES, installedPackages } from '../../scripts/check/index.ts';

const NOTICE = readFileSync('NOTICE', 'utf8');

test('NOTICE names the packages under the Elastic License that are installed, and the check the same', () => {
  const named = [...NOTICE.matchAll(/^- (@apollo\/\S+)$/gm)].map(([, name]) => name);
  const installed = installedPackages('node_modules').filter(
    (each) => each.licence === 'Elastic-2.0',
  );
  expect(named).toEqual([...new Set(installed.map((each) => each.name))]);
  const listed = ALLOWED_LICENCES.find((each) => each.licence === 'Elastic-2.0');
  expect(listed?.onlyFor).toEqual(named);
});

test('the licence is Apache-2.0, in the file and in the package', () => {
  expect(readFileSync('LICENSE', 'utf8')).toContain('Copyright 2026 The Zellige authors');
  expect(readFileSync('LICENSE', 'utf8')).toContain(
    'Apache License\n                           Version 2.0, January 2004',
  );
  expect(JSON.parse(readFileSync('package.json', 'utf8')).license).toBe('Apache-2.0');
});
