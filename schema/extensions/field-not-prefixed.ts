import { type ExtensionRule, fieldPrefix, rowPlaces } from './extension.ts';

/** The prefix is the route, and keeps names of later contracts free. */
export const fieldNotPrefixed: ExtensionRule = {
  code: 'FIELD_NOT_PREFIXED',
  says: "Begin the name with your code in small letters and an underscore: `ma_phosphateGrade` is Morocco's.",
  find: (extension) =>
    rowPlaces(extension).flatMap(({ field, name }) =>
      isNamed(field.name.value, fieldPrefix(extension)) ? [] : [name],
    ),
};

const isNamed = (name: string, prefix: string): boolean =>
  name.startsWith(prefix) && /^[a-z][A-Za-z0-9]*$/.test(name.slice(prefix.length));
