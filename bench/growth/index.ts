export { type Curve, EXPONENT_MAX } from './curve.ts';
export { growth } from './growth.ts';
export { plotOf } from './plot.ts';
