import { type ExtensionRule, ownTypes } from './extension.ts';

/** Only ids of the contract say whom to ask. */
export const keyOnOwnType: ExtensionRule = {
  code: 'KEY_ON_OWN_TYPE',
  says: 'Leave @key out: a type of your own is reached from your records and your questions, and from nowhere else.',
  find: (extension) =>
    ownTypes(extension).flatMap(({ name, directives }) =>
      directives?.some((each) => each.name.value === 'key') ? [name.value] : [],
    ),
};
