import { type Command, InvalidArgumentError, Option } from 'commander';
import { parseMemberCode } from '../../schema/index.ts';
import type { Outcome } from './outcome.ts';

/** Gives what a command ended with to whoever prints it. */
export type End = (outcome: Outcome, options: { readonly json?: boolean }) => void;
/** Adds one command to the program. */
export type Subcommand = (program: Command, end: End) => void;

/** What every command takes; those that ask nobody take it too, so that a script may give all of them the same. */
export type CommonOptions = {
  readonly gateway: string;
  readonly token?: string;
  readonly json?: boolean;
};

export const withCommonOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--gateway <url>', 'address of the gateway')
        .env('ZELLIGE_GATEWAY')
        .default('http://127.0.0.1:4000'),
    )
    .addOption(
      new Option('--token <token>', "token of a member, or the operator's").env('ZELLIGE_TOKEN'),
    )
    .option('--json', 'print JSON and nothing else');

/** A member's code, on the command line. */
export function memberCode(text: string): string {
  const code = parseMemberCode(text);
  if (code) return code;
  throw new InvalidArgumentError(
    'Expected two capital letters of a state, as in MA, or the acronym of a body, as in AMSG.',
  );
}

/** Names by comma; an option that is given twice adds up. */
export const named = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  ...text.split(/[\s,]+/).filter(Boolean),
];
