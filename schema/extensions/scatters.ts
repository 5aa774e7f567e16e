import { baseName, marks } from '../contract.ts';
import { type ExtensionRule, fieldPlaces } from './extension.ts';

/** A connection of the contract speaks for everybody, with coverage that one member cannot give. */
export const scatters: ExtensionRule = {
  code: 'SCATTERS',
  says: "Give your own rows only, as a list of a type of your own or of records: lists over all members are the gateway's.",
  find: (extension) =>
    fieldPlaces(extension).flatMap(({ field, name }) => {
      const target = extension.contract.types.get(baseName(field.type));
      return extension.contract.kindOf(target?.name.value) === 'merge' || marks(target, 'gateway')
        ? [name]
        : [];
    }),
};
