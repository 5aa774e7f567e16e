import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The kit's own package.json. */
export type Manifest = {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
};

const door = (path: string) => ({ types: `./${path}.d.ts`, default: `./${path}.js` });

/** Versions are the checkout's; dependencies are what the compiled files import, and no more. */
export function manifestOf(root: string, folder: string): Manifest {
  const { version, license, engines, dependencies } = parseManifest(join(root, 'package.json'));
  return {
    name: 'zellige-kit',
    version,
    description: 'What an agency builds its member of Zellige with.',
    license,
    type: 'module',
    engines,
    bin: { zellige: 'scripts/zellige/agency.js' },
    exports: {
      '.': door('subgraphs/kit/index'),
      './contract': door('schema/index'),
      './audits': door('schema/audits/index'),
      './package.json': './package.json',
    },
    dependencies: Object.fromEntries(
      importedBy(folder).map((name) => [name, versionOf(name, dependencies)]),
    ),
  };
}

function versionOf(name: string, known: Readonly<Record<string, string>>): string {
  const version = known[name];
  if (version !== undefined) return version;
  throw new Error(`Expected ${name}, which the kit imports, among our dependencies.`);
}

/** Names of packages, in order; types count too, for whoever compiles against the kit needs them. */
function importedBy(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(js|d\.ts)$/.test(file),
  );
  const names = files.flatMap((file) => packagesIn(readFileSync(join(folder, file), 'utf8')));
  return [...new Set(names)].sort();
}

/** As the compiler writes imports: each in a line of its own, or inside a type. */
const IMPORTS =
  /^(?:import|export) [^'"\n]*\bfrom ['"]([^'"]+)['"]|^import ['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm;

const packagesIn = (text: string): readonly string[] =>
  [...text.matchAll(IMPORTS)]
    .map(([, from, alone, inside]) => from ?? alone ?? inside ?? '.')
    .filter((path) => !path.startsWith('.') && !path.startsWith('node:'))
    .map((path) =>
      path
        .split('/')
        .slice(0, path.startsWith('@') ? 2 : 1)
        .join('/'),
    );

type Checkout = {
  readonly version: string;
  readonly license: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
};

const parseManifest = (file: string): Checkout =>
  JSON.parse(readFileSync(file, 'utf8')) as Checkout;
