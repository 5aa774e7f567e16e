import { readdirSync, readFileSync } from 'node:fs';

/** A process below another, as Linux tells it. */
export type Descendant = {
  readonly command: string;
  /** Memory it holds now, and the most that it has held. */
  readonly rssMb: number;
  readonly peakRssMb: number;
};

/** All processes below one; on Linux alone. */
export function descendantsOf(pid: number): readonly Descendant[] {
  const parents = new Map(processIds().map((each) => [each, parentOf(each)]));
  const below = (parent: number): readonly number[] =>
    [...parents].flatMap(([each, its]) => (its === parent ? [each, ...below(each)] : []));
  return below(pid).map(describe);
}

const processIds = (): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

/** Behind the command in brackets stand the state and the parent; a command may hold brackets itself. */
const parentOf = (pid: number): number =>
  Number(read(pid, 'stat').split(') ').at(-1)?.split(' ')[1] ?? 0);

function describe(pid: number): Descendant {
  const status = read(pid, 'status');
  const megabytes = (field: string) =>
    Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024;
  return {
    command: read(pid, 'cmdline').split('\0').join(' ').trim(),
    rssMb: megabytes('VmRSS'),
    peakRssMb: megabytes('VmHWM'),
  };
}

/** Empty where the process has just ended. */
function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
