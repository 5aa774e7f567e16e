import { isRequired } from '../contract.ts';
import { type ExtensionRule, rowPlaces } from './extension.ts';

/** What must not be null takes its row with it when its member is silent. */
export const fieldRequired: ExtensionRule = {
  code: 'FIELD_REQUIRED',
  says: 'Make it nullable: your silence must not sink a row or a whole answer.',
  find: (extension) =>
    rowPlaces(extension).flatMap(({ field, name }) => (isRequired(field.type) ? [name] : [])),
};
