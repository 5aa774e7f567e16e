import { Kind } from 'graphql';
import { contractTypes, definedTypes, type ExtensionRule } from './extension.ts';

/** The planner splits an abstract type by what its records are, which nobody knows of a record that is not asked yet. */
export const interfaceOnRecord: ExtensionRule = {
  code: 'INTERFACE_ON_RECORD',
  says: 'Leave records of the contract out of interfaces and unions; give them in fields of their own types.',
  find: (extension) => [
    ...contractTypes(extension).flatMap((type) =>
      type.kind === Kind.OBJECT_TYPE_DEFINITION && type.interfaces?.length ? [type.name.value] : [],
    ),
    ...definedTypes(extension).flatMap((type) =>
      type.kind === Kind.UNION_TYPE_DEFINITION &&
      type.types?.some(({ name }) => extension.contract.types.has(name.value))
        ? [type.name.value]
        : [],
    ),
  ],
};
