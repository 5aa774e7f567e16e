import { SCALARS } from '../../index.ts';
import type { Asking } from '../asking.ts';
import { type Claim, MUST } from '../claim.ts';
import type { FieldValue } from '../field-values.ts';
import { looked } from '../looked.ts';
import { unlessNewer } from '../versions.ts';

/** The form of each value of the records that the member showed. */
export const VALUE_CLAIMS: readonly Claim[] = [
  {
    id: 'VALUE_NOT_NULL',
    ...MUST,
    sentence: 'What the contract says is never null is never null.',
    remedy: 'Give the value, or null in place of the whole object that holds it.',
    check: (asking) =>
      looked(
        asking,
        ({ leaves, lists }) => [...leaves, ...lists].filter((each) => each.isRequired),
        ({ value }) => value !== null,
      ),
  },
  {
    id: 'VALUE_LIST',
    ...MUST,
    sentence: 'A list is a list, and none of its items is null.',
    remedy: 'Give an array, and leave out what has no value.',
    check: (asking) =>
      looked(
        asking,
        ({ lists }) => lists,
        ({ value }) => value === null || (Array.isArray(value) && !value.includes(null)),
      ),
  },
  scalarClaim(
    'Decimal',
    'A number is an exact decimal in a string, such as "0.35": no exponent, no separators.',
    'Write decimals as text from the database on; a binary float has lost digits already.',
  ),
  scalarClaim(
    'Date',
    'A day is YYYY-MM-DD, and is in the calendar.',
    'Write days as text, without time and zone.',
  ),
  scalarClaim(
    'DateTime',
    'An instant is RFC 3339 in UTC and ends with Z.',
    'Convert to UTC, and write Z in place of +00:00.',
  ),
  scalarClaim(
    'PartialDate',
    'A date is as exact as its source: 2025, 2025-02 or 2025-02-21.',
    'Leave off what the source does not say; do not fill in the first of January.',
  ),
  scalarClaim(
    'CountryCode',
    'A country is ISO 3166-1 alpha-2, in capitals.',
    'Map your codes: COD is CD.',
  ),
  scalarClaim(
    'CommodityCode',
    'A commodity is a CGI concept code, such as phosphate-rock.',
    'Map your words onto the vocabulary, and keep them in `published`.',
  ),
  scalarClaim(
    'MemberCode',
    'A member is named by its code, in capitals.',
    'Give your own code as `home`.',
  ),
  scalarClaim(
    'LEI',
    'A legal entity identifier has 20 characters, the last two of them digits.',
    'Leave null what is no LEI.',
  ),
  scalarClaim('HSCode', 'A customs code has 4 or 6 digits.', 'Write it without dots.'),
  scalarClaim(
    'CurrencyCode',
    'A currency is ISO 4217 alphabetic.',
    'Map signs and numbers: FC is CDF.',
  ),
  scalarClaim(
    'URL',
    'An address begins with http:// or https:// and can be parsed.',
    'Give the whole address, or null.',
  ),
  scalarClaim(
    'Licence',
    'A licence is an SPDX id, US-PD or LicenseRef-*.',
    'Write CC-BY-4.0, not "Creative Commons".',
  ),
  typeClaim('String', 'string', 'A text is a string.'),
  typeClaim('Int', 'whole number', 'A whole number is a number of 32 bits.'),
  typeClaim('Float', 'number', 'A degree is a number.'),
  typeClaim('Boolean', 'boolean', 'What is so or not is true or false.'),
  {
    id: 'VALUE_ENUM',
    ...MUST,
    sentence: 'A word of an enum is one that the contract has.',
    remedy: 'Map your words onto those of the contract, and keep yours in `published`.',
    check: unlessNewer((asking) =>
      looked(
        asking,
        ({ leaves }) =>
          leaves.filter(
            ({ type, value }) => value !== null && asking.contract.kindOf(type) === 'enum',
          ),
        ({ type, value }) => wordsOf(asking, type).includes(value),
      ),
    ),
  },
];

function scalarClaim(type: keyof typeof SCALARS, sentence: string, remedy: string): Claim {
  const { isValid } = SCALARS[type];
  return {
    id: `VALUE_${type.replace(/(?<=[a-z])[A-Z]|(?<=[A-Z])[A-Z](?=[a-z])/g, '_$&').toUpperCase()}`,
    ...MUST,
    sentence,
    remedy,
    check: (asking) =>
      looked(
        asking,
        ({ leaves }) => ofType(leaves, type),
        ({ value }) => typeof value === 'string' && isValid(value),
      ),
  };
}

const FORMS: Readonly<Record<string, (value: unknown) => boolean>> = {
  String: (value) => typeof value === 'string',
  Int: (value) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31,
  Float: (value) => typeof value === 'number',
  Boolean: (value) => typeof value === 'boolean',
};

function typeClaim(type: string, form: string, sentence: string): Claim {
  return {
    id: `VALUE_${type.toUpperCase()}`,
    ...MUST,
    sentence,
    remedy: `Give a JSON ${form}.`,
    check: (asking) =>
      looked(
        asking,
        ({ leaves }) => ofType(leaves, type),
        ({ value }) => FORMS[type]?.(value) ?? true,
      ),
  };
}

const ofType = (leaves: readonly FieldValue[], type: string): readonly FieldValue[] =>
  leaves.filter((each) => each.type === type && each.value !== null);

function wordsOf({ contract }: Asking, type: string): readonly unknown[] {
  const found = contract.types.get(type);
  return found?.kind === 'EnumTypeDefinition'
    ? (found.values ?? []).map(({ name }) => name.value)
    : [];
}
