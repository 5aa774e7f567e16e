export { finishing } from './finishing.ts';
export { type Engine, openStockEngine, type RequestContext } from './stock.ts';
