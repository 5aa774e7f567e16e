export { type Answers, type Ask, answering } from './conversation.ts';
export { type Cores, chooseCores, measuredCore, otherCores } from './cores.ts';
export { type Program, startProgram } from './program.ts';
