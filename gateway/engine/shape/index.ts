export { compileShape, type ShapeParts } from './compile-shape.ts';
export { type Conditions, conditionsIn } from './conditions.ts';
export { quoted } from './json-text.ts';
export type { ObjectShape } from './shape.ts';
export { AnswerTooLong, type Fault, type WriteOptions, type Written, writeData } from './write.ts';
