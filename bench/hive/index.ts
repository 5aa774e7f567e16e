export { installHive } from './install-hive.ts';
