import type { Subcommand } from '../command.ts';
import { check } from './check.ts';
import { history } from './history.ts';
import { members } from './members.ts';
import { publish } from './publish.ts';
import { rollback } from './rollback.ts';
import { serve } from './serve.ts';
import { token } from './token.ts';
import { verify } from './verify.ts';
import { withdraw } from './withdraw.ts';

/** In the order in which an agency meets them; `zellige --help` lists them so. */
export const COMMANDS: readonly Subcommand[] = [
  verify,
  check,
  publish,
  history,
  rollback,
  withdraw,
  members,
  token,
  serve,
];
