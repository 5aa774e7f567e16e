export { routeRegistry } from './route-registry.ts';
