import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { CLAIMS, claimPage } from '../../../schema/audits/index.ts';

test('there are at least 80 claims, each with a name of its own', () => {
  const ids = CLAIMS.map(({ id }) => id);
  expect(ids.length).toBeGreaterThanOrEqual(80);
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  expect(ids.filter((id) => !/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(id))).toEqual([]);
});

test('each claim says in sentences what is to be so and what to do', () => {
  const texts = CLAIMS.flatMap(({ id, sentence, remedy }) => [
    [id, sentence],
    [id, remedy],
  ]);
  expect(texts.filter(([, text = '']) => !/^[A-Z`"].*[.`]$/s.test(text))).toEqual([]);
});

test('each claim has its place in docs/contract.md', () => {
  const [page = '', anchor = ''] = claimPage('ORDER_OF_NAME').split('#');
  expect(anchor).toBe('order_of_name');
  const text = readFileSync(page, 'utf8');
  expect(CLAIMS.filter(({ id }) => !text.includes(`<a id="${id.toLowerCase()}"></a>`))).toEqual([]);
});
