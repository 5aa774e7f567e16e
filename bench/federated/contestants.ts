import {
  type Contestant,
  MEASURED,
  PRODUCTION,
  READY_MS_MAX,
  whenReady,
  youngSwitches,
} from '../contestants.ts';
import { freePort, startProgram, untilReady } from '../processes/index.ts';
import type { FederatedName } from '../result.ts';

/** Who takes part, with how much room for what has just been made: megabytes, or null for what Node takes by itself. */
export type Entry = {
  readonly name: FederatedName;
  readonly youngMb: number | null;
  /** Where its sources are; those of this process where nobody says. */
  readonly folder?: string;
};

export type Supergraph = {
  /** The file that holds it. */
  readonly file: string;
  /** Where Hive Gateway is installed. */
  readonly hive: string;
  readonly core: string | null;
};

const TYPENAME = {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: '{"query":"{ __typename }"}',
};

/** Starts a gateway over the supergraph; it is ready once it answers a question that no subgraph is asked. */
export async function startOver(
  { file, hive, core }: Supergraph,
  { name, youngMb, folder }: Entry,
): Promise<Contestant> {
  const port = await freePort();
  const program = startProgram({
    command: [MEASURED, ...COMMANDS[name](file, port, hive)],
    environment: PRODUCTION,
    nodeSwitches: youngSwitches(youngMb),
    ...(folder !== undefined && { folder }),
    cores: core,
  });
  const url = `http://127.0.0.1:${port}/graphql`;
  const ready = untilReady(url, READY_MS_MAX, program.ended, TYPENAME);
  return whenReady({ ...program, name, url }, ready);
}

type Command = (file: string, port: number, hive: string) => readonly string[];

const COMMANDS: Readonly<Record<FederatedName, Command>> = {
  zellige: (supergraph, port) => [
    'gateway/serve-main.ts',
    ...['--supergraph', supergraph, '--port', String(port), '--engine', 'zellige'],
  ],
  stock: (supergraph, port) => [
    'bench/programs/stock-server.ts',
    JSON.stringify({ port, supergraph }),
  ],
  hive: (supergraph, port, folder) => [
    'bench/programs/hive-server.ts',
    JSON.stringify({ port, supergraph, folder }),
  ],
};
