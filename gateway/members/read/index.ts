export { cursorAt, idAt, type Page, risesById, rowAt, rowsIn, valueNamed } from './page.ts';
export { type Pages, type Reader, readerOf } from './reader.ts';
