import { definedTypes, type ExtensionRule, outputFields } from './extension.ts';

/** Two names that look the same are read as the same. */
export const namesLookAlike: ExtensionRule = {
  code: 'NAMES_LOOK_ALIKE',
  says: 'Choose names that differ by more than small and capital letters, l, I and 1, or O and 0.',
  find: (extension) => {
    const types = definedTypes(extension).map(({ name }) => name.value);
    return [
      ...alikeAmong(types),
      ...definedTypes(extension).flatMap((type) =>
        alikeAmong(outputFields(type).map(({ name }) => name.value)).map(
          (name) => `${type.name.value}.${name}`,
        ),
      ),
    ];
  },
};

/** Those that look like one before them. */
function alikeAmong(names: readonly string[]): readonly string[] {
  const seen = new Map<string, string>();
  return names.filter((name) => {
    const look = lookOf(name);
    const before = seen.get(look);
    seen.set(look, before ?? name);
    return before !== undefined;
  });
}

const lookOf = (name: string): string =>
  name.replaceAll(/[lI1]/g, 'l').replaceAll(/[oO0]/g, 'o').toLowerCase();
