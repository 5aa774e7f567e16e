import { contractTypes, type ExtensionRule } from './extension.ts';

/** Half an input is an input for nobody. */
export const inputRedefined: ExtensionRule = {
  code: 'INPUT_REDEFINED',
  says: 'Leave the definition out, it is put in for you; composition would keep only what all agree on, and take filters from everybody.',
  find: (extension) =>
    contractTypes(extension).flatMap(({ name }) =>
      extension.contract.kindOf(name.value) === 'input' ? [name.value] : [],
    ),
};
