export { compileProgram, type Program } from './compile-program.ts';
export { type Normalised, normalised } from './normalised.ts';
export { openPlanner, type Planner, type PlannerLimits } from './planner.ts';
export { clientName } from './rename-aliases.ts';
