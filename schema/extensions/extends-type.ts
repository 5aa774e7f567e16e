import { isTypeExtensionNode } from 'graphql';
import { type ExtensionRule, nameOf } from './extension.ts';

/** One way to say a thing is enough; what is said in two would be looked at by half of the rules. */
export const extendsType: ExtensionRule = {
  code: 'EXTENDS_TYPE',
  says: 'Write `type` without `extend`: what you write is joined with what others write.',
  find: ({ document }) =>
    document.definitions.flatMap((each) => (isTypeExtensionNode(each) ? [nameOf(each)] : [])),
};
