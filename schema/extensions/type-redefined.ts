import { contractTypes, type ExtensionRule } from './extension.ts';

/** A value or an enum means the same everywhere. */
export const typeRedefined: ExtensionRule = {
  code: 'TYPE_REDEFINED',
  says: 'Leave the definition out: the values, enums and scalars of the contract are put in for you.',
  find: (extension) =>
    contractTypes(extension).flatMap(({ name }) =>
      ['owned', 'shared', 'input'].includes(extension.contract.kindOf(name.value))
        ? []
        : [name.value],
    ),
};
