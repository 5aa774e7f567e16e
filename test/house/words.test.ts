import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const NOT_OURS: readonly string[] = ['node_modules', '.git', 'data', 'coverage'];
const IS_TEXT = /(\.(ts|js|json|md|graphql|ya?ml|css|html|svg|csv)|\/[^.]+|\/\.[^/]+)$/;

/** A place on one person's machine; the letters in brackets keep this file from naming them. */
const PLACES = [
  /(?<![\w.-])\/(wor[k]|roo[t]|hom[e]|User[s])\/[\w.-]/,
  /(?<![\w.-])\/tm[p]\/[\w.-]/,
  /[A-Z]:\\\\?User[s]/,
];

test('no file names a place on somebody’s machine', () => {
  const strays = filesUnder('.').flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => PLACES.some((place) => place.test(line)))
      .map((line) => `${path}: ${line.trim().slice(0, 120)}`),
  );
  expect(strays).toEqual([]);
});

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((each) => !NOT_OURS.includes(each.name))
    .flatMap((each) => {
      const path = `${folder}/${each.name}`;
      if (each.isDirectory()) return filesUnder(path);
      return each.isFile() && IS_TEXT.test(path) ? [join(path)] : [];
    });
}
