export { environmentWith } from './config.ts';
export { type Answers, type Ask, answering } from './conversation.ts';
export { type Cores, chooseCores, measuredCore, otherCores } from './cores.ts';
export { type Program, type ProgramStart, startProgram } from './program.ts';
export { freePort, untilReady } from './ready.ts';
export { type Descendant, descendantsOf } from './tree.ts';
