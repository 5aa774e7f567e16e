import { Kind } from 'graphql';
import { type ExtensionRule, nameOf } from './extension.ts';

/** A directive of one member would be one of the whole schema. */
export const directiveDefined: ExtensionRule = {
  code: 'DIRECTIVE_DEFINED',
  says: 'Define no directives; @key, @deprecated and @specifiedBy are there.',
  find: ({ document }) =>
    document.definitions.flatMap((each) =>
      each.kind === Kind.DIRECTIVE_DEFINITION ? [`@${nameOf(each)}`] : [],
    ),
};
