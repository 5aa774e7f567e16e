import { fieldsOf, isSaid } from '../contract.ts';
import type { Rule } from './rule.ts';

/** A researcher reads the schema: every type, every field of it and every input says what it is. */
export const descriptionMissing: Rule = {
  code: 'DESCRIPTION_MISSING',
  says: 'Say what it is, for a researcher, with unit and standard.',
  find: (contract) =>
    [...contract.types].flatMap(([name, type]) => [
      ...(isSaid(type) ? [] : [name]),
      ...fieldsOf(type)
        .filter((field) => !isSaid(field))
        .map((field) => `${name}.${field.name.value}`),
    ]),
};
