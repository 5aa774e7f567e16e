import { COMMANDS } from './commands/index.ts';
import { init } from './init/index.ts';
import { run } from './run.ts';

/** The command `zellige`, as a checkout has it: the kit is packed from its sources, so only here can a project begin. */
await run([init, ...COMMANDS], process.argv.slice(2));
