export { bounding } from './bounding.ts';
export { finishing } from './finishing.ts';
export { type Engine, openStockEngine, type PlannerLimits, type RequestContext } from './stock.ts';
