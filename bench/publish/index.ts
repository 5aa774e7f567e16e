export { GENERATION_QUESTION, generationsIn } from './generations-in.ts';
export { publish } from './publish.ts';
