import { spawnSync } from 'node:child_process';

/** Runs a tool to its end; what it says of a fault is thrown as it stands, for it is ours to mend. */
export function runTool(program: string, args: readonly string[], folder: string): void {
  const { status, stdout, stderr, error } = spawnSync(program, [...args], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  const said = `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`.trim();
  throw new Error(`Expected ${program} to pack the kit, got exit code ${status}:\n${said}`);
}
