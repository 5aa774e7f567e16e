export { tricks } from './tricks.ts';
