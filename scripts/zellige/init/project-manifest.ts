import { readFileSync } from 'node:fs';

type Versions = Readonly<Record<string, string>>;

/** The project's package.json; what it needs beside the kit, in the versions that this checkout is tested with. */
export function projectManifest(code: string): string {
  const { engines, dependencies, devDependencies } = parseManifest();
  const manifest = {
    name: `zellige-${code.toLowerCase()}`,
    version: '0.1.0',
    private: true,
    type: 'module',
    engines,
    scripts: {
      start: 'node --import tsx src/main.ts',
      test: 'node --import tsx --test test/member.test.ts',
      types: 'tsc -p .',
    },
    dependencies: {
      pino: dependencies.pino,
      tsx: dependencies.tsx,
      'zellige-kit': 'file:vendor/kit.tgz',
    },
    devDependencies: {
      '@types/node': devDependencies['@types/node'],
      typescript: devDependencies.typescript,
    },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

type Manifest = {
  readonly engines: Versions;
  readonly dependencies: Versions;
  readonly devDependencies: Versions;
};

const parseManifest = (): Manifest =>
  JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as Manifest;
