import { isSaid } from '../contract.ts';
import { contractTypes, definedTypes, type ExtensionRule, outputFields } from './extension.ts';

/** Of two descriptions composers choose differently. */
export const descriptionChanged: ExtensionRule = {
  code: 'DESCRIPTION_CHANGED',
  says: 'Leave the description out: what the contract says of its types and keys stays as it is.',
  find: (extension) => [
    ...[...contractTypes(extension), ...definedTypes(extension).filter(isRoot)].flatMap((type) =>
      isSaid(type) ? [type.name.value] : [],
    ),
    ...contractTypes(extension).flatMap((type) =>
      outputFields(type).flatMap((field) =>
        field.name.value === 'id' && isSaid(field) ? [`${type.name.value}.id`] : [],
      ),
    ),
  ],
};

const isRoot = ({ name }: { readonly name: { readonly value: string } }) => name.value === 'Query';
