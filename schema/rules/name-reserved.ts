import { fieldsOf } from '../contract.ts';
import type { Rule } from './rule.ts';

/** `ma_phosphateGrade` is Morocco's, `zlg_` the gateway's: a name of the contract can meet neither. */
export const nameReserved: Rule = {
  code: 'NAME_RESERVED',
  says: 'Names with an underscore belong to extensions and to the gateway; choose another.',
  find: (contract) =>
    [...contract.types].flatMap(([name, type]) => [
      ...(isReserved(name) ? [name] : []),
      ...fieldsOf(type)
        .filter((field) => isReserved(field.name.value))
        .map((field) => `${name}.${field.name.value}`),
    ]),
};

const isReserved = (name: string): boolean => name.includes('_');
