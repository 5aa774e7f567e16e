export type { Page } from './page.ts';
export { type Pages, type Reader, readerOf } from './reader.ts';
