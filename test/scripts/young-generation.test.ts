import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { YOUNG_GENERATION_MB } from '../../scripts/zellige/young-generation.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

test.each(['start', 'gateway'])('`npm run %s` gives the young generation its room', (name) => {
  expect(scripts[name]).toContain(
    `node --max-semi-space-size=${YOUNG_GENERATION_MB} scripts/run.js`,
  );
});

test('members have what Node takes', () => {
  expect(scripts.member).not.toContain('semi-space');
});
