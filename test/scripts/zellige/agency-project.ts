import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

type Manifest = {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
};

/**
 * Installs a project without the network: its kit as it was packed, and beside it the packages that the two manifests name, and no others, from
 * this checkout. What a manifest forgets is not found.
 */
export function installOffline(project: string): void {
  const kit = join(project, 'node_modules/zellige-kit');
  mkdirSync(kit, { recursive: true });
  unpack(join(project, 'vendor/kit.tgz'), kit);
  const [own, kits] = [manifestIn(project), manifestIn(kit)];
  const names = Object.keys({ ...kits.dependencies, ...own.dependencies, ...own.devDependencies });
  for (const name of names.filter((each) => each !== 'zellige-kit')) {
    const place = join(project, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(resolve('node_modules', name), place);
  }
}

function unpack(file: string, folder: string): void {
  const { status, stderr } = spawnSync('tar', ['-xzf', file, '-C', folder, '--strip-components=1']);
  if (status !== 0) throw new Error(`Expected tar to unpack ${file}, got ${stderr}`);
}

const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** A program in the project's folder; what it has said and its exit code. */
export function runIn(
  project: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args], {
    cwd: project,
    encoding: 'utf8',
    env: environment,
  });
  return { status, said: `${stdout}${stderr}` };
}

/** The member of a project, as `npm start` runs it, on a port that the system gives. */
export async function startProject(project: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: project,
    env: { PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  const { url } = JSON.parse(line) as { readonly url: string };
  const exit = once(child, 'exit');
  return {
    url,
    /** Its exit code. */
    stop: async (): Promise<unknown> => {
      child.kill('SIGTERM');
      const [code] = await exit;
      return code;
    },
  };
}
