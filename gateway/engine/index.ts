export { type Engine, openStockEngine, type RequestContext } from './stock.ts';
