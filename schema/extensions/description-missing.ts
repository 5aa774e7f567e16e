import { isSaid } from '../contract.ts';
import { type ExtensionRule, fieldPlaces, ownTypes } from './extension.ts';

/** A researcher reads the schema: every type and field of your own says what it is. */
export const descriptionMissing: ExtensionRule = {
  code: 'DESCRIPTION_MISSING',
  says: 'Say what it is, for a researcher, with unit and standard.',
  find: (extension) => [
    ...ownTypes(extension).flatMap((type) => (isSaid(type) ? [] : [type.name.value])),
    ...fieldPlaces(extension).flatMap(({ field, name }) => (isSaid(field) ? [] : [name])),
  ],
};
