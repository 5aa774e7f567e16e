export { byIds } from './by-ids.ts';
export { changes, counts, revisions } from './history.ts';
export { ownPages } from './own-pages.ts';
export { page } from './page.ts';
export { pagesUnder } from './pages-under.ts';
