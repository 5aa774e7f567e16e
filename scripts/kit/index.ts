export { packKit } from './pack-kit.ts';
