export { CONTRACT_PAGE, contractDocs } from './contract-docs.ts';
export { code, table } from './markdown.ts';
