import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import parseExpression, { type Info } from 'spdx-expression-parse';
import { z } from 'zod';
import { ALLOWED_LICENCES } from './allowed-licences.ts';

/** A package as it is installed, with the licence that it states, an SPDX expression. */
export type InstalledPackage = {
  readonly name: string;
  readonly version: string;
  readonly licence: string | undefined;
};

/** A sentence for each package that may not be here. */
export const licenceOffences = (packages: readonly InstalledPackage[]): readonly string[] =>
  packages.flatMap((each) => {
    const fault = faultOf(each);
    return fault === undefined ? [] : [`${each.name}@${each.version} ${fault}`];
  });

/** Every package below a folder of packages, those nested in others too, in order of their names. */
export function installedPackages(folder: string): readonly InstalledPackage[] {
  const found = readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isDirectory() && !each.name.startsWith('.'))
    .flatMap(({ name }) =>
      name.startsWith('@') ? installedPackages(join(folder, name)) : packagesAt(join(folder, name)),
    );
  return found.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function packagesAt(folder: string): readonly InstalledPackage[] {
  const manifest = join(folder, 'package.json');
  const nested = join(folder, 'node_modules');
  return [
    ...(existsSync(manifest) ? [parseManifest(readFileSync(manifest, 'utf8'))] : []),
    ...(existsSync(nested) ? installedPackages(nested) : []),
  ];
}

const MANIFEST = z.object({
  name: z.string(),
  version: z.string(),
  // Before SPDX expressions, a licence was written `{ type, url }`.
  license: z
    .union([z.string(), z.object({ type: z.string() }).transform(({ type }) => type)])
    .optional(),
});

function parseManifest(text: string): InstalledPackage {
  const { name, version, license } = MANIFEST.parse(JSON.parse(text));
  return { name, version, licence: license };
}

const WHAT_TO_DO =
  'choose another package, or add it to scripts/check/allowed-licences.ts with the reason.';

function faultOf({ name, licence }: InstalledPackage): string | undefined {
  if (licence === undefined) return `states no licence: ${WHAT_TO_DO}`;
  const expression = expressionOf(licence);
  if (!expression) return `states "${licence}", which is no SPDX expression: ${WHAT_TO_DO}`;
  return isAllowed(expression, name)
    ? undefined
    : `is under ${licence}, which is not allowed for it: ${WHAT_TO_DO}`;
}

function expressionOf(licence: string): Info | undefined {
  try {
    return parseExpression(licence);
  } catch {
    return undefined;
  }
}

/** Of two licences joined by OR one must be allowed, of two joined by AND both. */
function isAllowed(expression: Info, name: string): boolean {
  if ('license' in expression) return isListed(expression.license, name);
  const sides = [expression.left, expression.right];
  return expression.conjunction === 'or'
    ? sides.some((side) => isAllowed(side, name))
    : sides.every((side) => isAllowed(side, name));
}

const isListed = (licence: string, name: string): boolean =>
  ALLOWED_LICENCES.some(
    (each) => each.licence === licence && (each.onlyFor?.includes(name) ?? true),
  );
