export { type Checked, checkHeads, type Heads, type PageOrder } from './heads.ts';
export { headsOfPage } from './heads-of-page.ts';
export { ended, faultOfBoth, joined } from './joined.ts';
export { type MergedPage, mergeInOrder, type Winner } from './order.ts';
export { addRows, asFarAsKnown, faultInRows } from './parts.ts';
export { type ShortPage, shortPages } from './short-pages.ts';
