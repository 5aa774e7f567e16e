export { rangesBehind } from './behind.ts';
export { orderedBy, type Step, stepsOf } from './ordering.ts';
