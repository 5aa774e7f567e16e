export { type OptionsReading, readOptions, type ServeOptions } from './read-options.ts';
export { type Started, startServe } from './start-serve.ts';
