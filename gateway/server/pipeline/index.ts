export { openHandler } from './open-handler.ts';
