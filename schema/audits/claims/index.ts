export { CLAIMS } from './claims.ts';
