export { aliasesShadowNoField } from './aliases-shadow-no-field.ts';
export { checkCost } from './check-cost.ts';
export { checkNulls } from './check-nulls.ts';
export { type Asked, checkPageSizes } from './check-page-sizes.ts';
export { checkRanges } from './check-ranges.ts';
export { checkVariables } from './check-variables.ts';
export { type Cost, type Costing, costOf } from './cost/index.ts';
export { checkDocument, measure } from './document/index.ts';
export { LIMITS } from './limits.ts';
