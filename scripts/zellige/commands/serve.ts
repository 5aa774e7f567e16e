import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Option } from 'commander';
import { named, type Subcommand } from '../command.ts';
import { unasked } from '../outcome.ts';
import { YOUNG_GENERATION_MB } from '../young-generation.ts';

type Asked = {
  readonly supergraph: string;
  readonly host: string;
  readonly port: string;
  readonly header?: readonly string[];
  readonly deadlineMs: string;
  readonly engine: string;
};

/** `zellige serve --supergraph FILE`: an ordinary federation gateway. The gateway is a program of its own, which a kit does not have. */
export const serve: Subcommand = (program, end) => {
  program
    .command('serve')
    .description('serve any Federation supergraph')
    .requiredOption('--supergraph <file>', 'its SDL; nobody is asked but at its addresses')
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--port <port>', 'port to listen on', '4000')
    .option(
      '--header <names...>',
      'headers of requests that subgraphs are sent too (default: authorization)',
      named,
    )
    .option('--deadline-ms <ms>', 'for each answer', '30000')
    .addOption(
      new Option('--engine <engine>', 'what runs a plan')
        .env('ENGINE')
        .choices(['zellige', 'apollo'])
        .default('zellige'),
    )
    .action(async (options: Asked) => {
      if (!existsSync(PROGRAM)) return end(unasked('NO_GATEWAY', SAYS_NO_GATEWAY), {});
      process.exitCode = await runProgram(wordsOf(options));
    });
};

const PROGRAM = fileURLToPath(new URL('../../../gateway/serve-main.ts', import.meta.url));
const RUN = fileURLToPath(new URL('../../run.js', import.meta.url));
const SAYS_NO_GATEWAY =
  'Expected a checkout of the gateway around this command, found the kit alone; run `zellige serve` in a checkout.';

const wordsOf = ({ header = [], deadlineMs, ...rest }: Asked): readonly string[] => [
  ...Object.entries(rest).flatMap(([name, value]) => [`--${name}`, value]),
  ...header.flatMap((name) => ['--header', name]),
  ...['--deadline-ms', deadlineMs],
];

/** Runs it until it ends. It ends too when this process does, however that ends. */
async function runProgram(words: readonly string[]): Promise<number> {
  const room = `--max-semi-space-size=${YOUNG_GENERATION_MB}`;
  const child = spawn(process.execPath, [room, RUN, PROGRAM, ...words], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  passOn(child);
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : 1;
}

/** A terminal tells both of Ctrl-C; this one waits for the other. */
function passOn(child: ChildProcess): void {
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
}
