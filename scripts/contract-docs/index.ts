export { CONTRACT_PAGE, contractDocs } from './contract-docs.ts';
