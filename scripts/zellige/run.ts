import { Command, CommanderError } from 'commander';
import type { Subcommand } from './command.ts';
import { EXIT_CODES, type Outcome, unasked } from './outcome.ts';
import { paintFor } from './paint.ts';

/** Runs the command that was asked for, prints what it ended with, and leaves the exit code. */
export async function run(
  commands: readonly Subcommand[],
  words: readonly string[],
): Promise<void> {
  const program = new Command('zellige')
    .description('Publish a member of the continental gateway, and see that it keeps the contract.')
    .addHelpText('after', `\n${EXITS}`)
    .configureHelp({ showGlobalOptions: true });
  for (const add of commands) add(program, tell);
  quieten(program);
  try {
    await program.parseAsync([...words], { from: 'user' });
  } catch (fault) {
    tell(outcomeOf(fault, program), { json: words.includes('--json') });
  }
}

const EXITS =
  'Exit codes: 0 kept or done, 1 broken or refused, 2 could not be asked. `zellige COMMAND --help` says more.';

/** Commander tells its faults by throwing, in every command of the tree; we print them. */
function quieten(command: Command): void {
  command.exitOverride().configureOutput({ writeErr: () => undefined });
  for (const each of command.commands) quieten(each as Command);
}

function tell(outcome: Outcome | undefined, { json }: { readonly json?: boolean }): void {
  if (!outcome) return;
  process.exitCode = EXIT_CODES[outcome.kind];
  if (outcome.kind === 'unasked') {
    const { code, says } = outcome;
    if (json) print(process.stdout, toJson({ code, message: says }));
    else print(process.stderr, says);
  } else {
    print(process.stdout, json ? toJson(outcome.value) : outcome.text(paintFor(isTerminal())));
  }
}

const toJson = (value: unknown): string => JSON.stringify(value, null, 2);
const print = (to: NodeJS.WriteStream, text: string): boolean => to.write(`${text}\n`);
const isTerminal = (): boolean => process.stdout.isTTY === true && !process.env.NO_COLOR;

/** Help that was asked for has been printed and is no fault. */
function outcomeOf(fault: unknown, program: Command): Outcome | undefined {
  if (!(fault instanceof CommanderError))
    return unasked('INTERNAL', fault instanceof Error ? fault.message : String(fault));
  if (fault.exitCode === 0) return undefined;
  if (fault.code === 'commander.help') return unasked('NO_COMMAND', program.helpInformation());
  const says = fault.message.replace(/^error: /, '').replaceAll(/\s*\n\s*/g, ' ');
  return unasked('BAD_COMMAND', `${says.slice(0, 1).toUpperCase()}${says.slice(1)}`);
}
