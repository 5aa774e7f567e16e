export { type Address, type Served, type Serving, serve } from './serve.ts';
