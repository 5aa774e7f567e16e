import { baseName } from '../contract.ts';
import { contractTypes, type ExtensionRule, fieldPlaces } from './extension.ts';

/** Shared entities belong to nobody. */
export const sharedTouched: ExtensionRule = {
  code: 'SHARED_TOUCHED',
  says: "Give the code (`CountryCode`, `CommodityCode`) and no field on it: countries, commodities and companies are nobody's own.",
  find: (extension) => [
    ...contractTypes(extension)
      .map(({ name }) => name.value)
      .filter((name) => extension.contract.kindOf(name) === 'shared'),
    ...fieldPlaces(extension).flatMap(({ field, name }) =>
      extension.contract.kindOf(baseName(field.type)) === 'shared' ? [name] : [],
    ),
  ],
};
