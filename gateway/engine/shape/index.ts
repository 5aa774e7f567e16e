export { collectFields } from './collect-fields.ts';
export { compileShape, type ShapeParts } from './compile-shape.ts';
export { type Conditions, conditionsIn, isSelected } from './conditions.ts';
export { quoted } from './json-text.ts';
export { markedOwn, unmarked } from './own.ts';
export type { ObjectShape } from './shape.ts';
export { type Fault, TooLong, type WriteOptions, type Written, writeData } from './write.ts';
export { writeAnswer } from './write-in-parts.ts';
