#!/usr/bin/env node
import { COMMANDS } from './commands/index.ts';
import { run } from './run.ts';

/** The command `zellige`, as the kit brings it to an agency. */
await run(COMMANDS, process.argv.slice(2));
