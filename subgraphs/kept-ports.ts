import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

type Ports = Readonly<Record<string, number>>;

/** The ports that members had, so that they answer where they did before, and nobody has to publish a new address at each start. */
export type KeptPorts = {
  /** The one before where it is free, else one that the system gives. */
  readonly portOf: (code: string, host: string) => Promise<number>;
  readonly keep: (members: readonly { readonly code: string; readonly url: string }[]) => void;
};

export function openKeptPorts(folder: string): KeptPorts {
  const file = join(folder, 'member-ports.json');
  const before = readPorts(file);
  return {
    portOf: async (code, host) => {
      const port = before[code] ?? 0;
      return port > 0 && (await isFree(port, host)) ? port : 0;
    },
    keep: (members) => {
      const now = members.map(({ code, url }) => [code, Number(new URL(url).port)] as const);
      const all = { ...before, ...Object.fromEntries(now) };
      if (now.some(([code, port]) => before[code] !== port))
        writeFileSync(file, `${JSON.stringify(all)}\n`);
    },
  };
}

/** Nothing hangs on them: what cannot be read is made anew. */
function readPorts(file: string): Ports {
  try {
    return parsePorts(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

function parsePorts(read: unknown): Ports {
  if (typeof read !== 'object' || read === null) return {};
  const isPort = (port: unknown) =>
    Number.isInteger(port) && Number(port) > 0 && Number(port) < 65_536;
  return Object.fromEntries(
    Object.entries(read).flatMap(([code, port]) => (isPort(port) ? [[code, Number(port)]] : [])),
  );
}

async function isFree(port: number, host: string): Promise<boolean> {
  const probe = createServer();
  try {
    await once(probe.listen(port, host), 'listening');
    return true;
  } catch {
    return false;
  } finally {
    probe.close();
  }
}
