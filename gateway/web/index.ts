export { type Asset, assetAt, hrefOf } from './assets.ts';
export { explorerPage } from './explorer-page.ts';
export { page } from './page.ts';
export { QUESTIONS, type Question } from './questions.ts';
