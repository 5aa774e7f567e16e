export { chosenBy, newestEdition } from './chosen-by.ts';
