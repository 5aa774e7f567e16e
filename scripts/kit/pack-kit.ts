import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manifestOf } from './manifest.ts';
import { runTool } from './run-tool.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What an agency builds with, as a package in one file: the kit, the contract, and the command `zellige`, compiled, with their types. */
export function packKit(file: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'zellige-kit-'));
  try {
    compileInto(folder);
    addTexts(folder);
    writeFileSync(
      join(folder, 'package.json'),
      `${JSON.stringify(manifestOf(ROOT, folder), null, 2)}\n`,
    );
    pack(folder, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compileInto(folder: string): void {
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  const project = join(ROOT, 'scripts/kit/tsconfig.json');
  runTool(process.execPath, [compiler, '-p', project, '--outDir', folder], ROOT);
}

/** What the compiler leaves: the contract's SDL, vectors and other texts that the code reads beside itself. */
function addTexts(folder: string): void {
  cpSync(join(ROOT, 'schema'), join(folder, 'schema'), {
    recursive: true,
    filter: (source) => !source.endsWith('generated') && extname(source) !== '.ts',
  });
  for (const name of ['LICENSE', 'NOTICE']) cpSync(join(ROOT, name), join(folder, name));
  cpSync(join(ROOT, 'scripts/kit/kit-readme.md'), join(folder, 'README.md'));
}

const QUIETLY = ['--ignore-scripts', '--offline', '--update-notifier=false', '--loglevel=error'];

/** npm gives the archive a name of its own, in the folder that it is told. */
function pack(folder: string, file: string): void {
  const out = mkdtempSync(join(dirname(file), '.pack-'));
  try {
    runTool('npm', ['pack', folder, '--pack-destination', out, ...QUIETLY], folder);
    const { name, version } = manifestOf(ROOT, folder);
    cpSync(join(out, `${name}-${version}.tgz`), file);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
