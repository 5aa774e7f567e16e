import { COMMANDS } from './commands/index.ts';
import { run } from './run.ts';

/** The command `zellige`, as the checkout has it. */
await run(COMMANDS, process.argv.slice(2));
