import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

type Locked = { readonly optionalDependencies?: Readonly<Record<string, string>> };

const locked: Readonly<Record<string, Locked>> = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
).packages;

test('what a package has for other machines is locked too, or `npm ci` refuses a fresh clone', () => {
  const lacking = Object.entries(locked).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(name, path))
      .map((name) => `${name} of ${path}`),
  );
  expect(lacking).toEqual([]);
});

test('the lock file names no registry, so that whoever installs takes their own', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved": "https?:/);
});

/** Beside the package, or in a folder of packages above it. */
function isLocked(name: string, path: string): boolean {
  const beside = path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`;
  if (beside in locked) return true;
  return (
    path !== '' && isLocked(name, path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))))
  );
}
