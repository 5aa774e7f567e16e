import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { environmentWith } from '../processes/index.ts';

const HERE = import.meta.dirname;

/**
 * Installs Hive Gateway into a folder, as the lock file beside this has it, and runs no script of any package. It is no dependency of ours:
 * of its 160 packages one has an install script, and one wants a newer Node than we do.
 */
export async function installHive(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(join(HERE, file), join(folder, file));
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await promisify(execFile)('npm', args, { cwd: folder, env: environmentWith({}) });
  return folder;
}
