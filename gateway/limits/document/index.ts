export { checkDocument } from './check-document.ts';
export { type Measured, measure } from './measure.ts';
