export { type Cost, type Costing, costOf } from './cost-of.ts';
