import { type ExtensionRule, ownTypes, typePrefix } from './extension.ts';

/** Names that say whose they are never meet. */
export const typeNotPrefixed: ExtensionRule = {
  code: 'TYPE_NOT_PREFIXED',
  says: "Begin the name with your code, one capital and the others small, and go on with a capital: `MaPhosphateComplex` is Morocco's.",
  find: (extension) => {
    const named = new RegExp(`^${typePrefix(extension)}[A-Z][A-Za-z0-9]*$`);
    return ownTypes(extension).flatMap(({ name }) =>
      named.test(name.value) || isRoot(name.value) ? [] : [name.value],
    );
  },
};

/** A rule of their own has them. */
const isRoot = (name: string): boolean => name === 'Mutation' || name === 'Subscription';
