import { GraphQLError, type GraphQLSchema, isScalarType, valueFromASTUntyped } from 'graphql';
import { isDecimal } from './decimal.ts';
import { parseMemberCode } from './global-id.ts';

type ScalarForm = {
  readonly isValid: (text: string) => boolean;
  /** As the sentence of a refusal has it: `a Date such as 2025-02-21`. */
  readonly called: string;
  readonly example: string;
};

const matches = (pattern: RegExp) => (text: string) => pattern.test(text);
const isDate = (text: string): boolean => {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};
const isDateTime = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/.test(text) &&
  isDate(text.slice(0, 10));
const isPartialDate = (text: string): boolean =>
  /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text) || isDate(text);

/** The form of each scalar that a question may carry. Places in lists are checked where the list's order is known. */
export const SCALARS = {
  MemberCode: {
    isValid: (text) => parseMemberCode(text) !== undefined,
    called: 'a MemberCode',
    example: 'MA',
  },
  CountryCode: { isValid: matches(/^[A-Z]{2}$/), called: 'a CountryCode', example: 'MA' },
  CommodityCode: {
    isValid: matches(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    called: 'a CommodityCode',
    example: 'phosphate-rock',
  },
  LEI: {
    isValid: matches(/^[A-Z0-9]{18}\d\d$/),
    called: 'an LEI',
    example: '5493001KJTIIGC8Y1R12',
  },
  HSCode: { isValid: matches(/^\d{4}(\d\d)?$/), called: 'an HSCode', example: '2510' },
  CurrencyCode: { isValid: matches(/^[A-Z]{3}$/), called: 'a CurrencyCode', example: 'MAD' },
  Date: { isValid: isDate, called: 'a Date', example: '2025-02-21' },
  DateTime: { isValid: isDateTime, called: 'a DateTime', example: '2025-02-21T09:30:00Z' },
  PartialDate: { isValid: isPartialDate, called: 'a PartialDate', example: '2025-02' },
  Decimal: { isValid: isDecimal, called: 'a Decimal', example: '"0.35"' },
  URL: {
    isValid: (text) => /^https?:/.test(text) && URL.canParse(text),
    called: 'a URL',
    example: 'https://example.org/report',
  },
  Licence: {
    isValid: matches(/^[A-Za-z0-9][A-Za-z0-9.+-]{0,63}$/),
    called: 'a Licence',
    example: 'CC-BY-4.0',
  },
} as const satisfies Readonly<Record<string, ScalarForm>>;

/**
 * Makes a schema refuse, with BAD_VALUE, what has not the form of its scalar; for a schema that was just built, before it serves.
 * Scalars that the schema does not have are passed over.
 */
export function checkScalars(schema: GraphQLSchema): void {
  for (const [name, form] of Object.entries(SCALARS)) {
    const scalar = schema.getType(name);
    if (!isScalarType(scalar)) continue;
    scalar.parseValue = (value) => checked(form, value);
    scalar.parseLiteral = (node, variables) => checked(form, valueFromASTUntyped(node, variables));
  }
}

function checked(form: ScalarForm, value: unknown): string {
  if (typeof value === 'string' && form.isValid(value)) return value;
  const says = `Expected ${form.called} such as ${form.example}, got ${shortened(value)}.`;
  throw new GraphQLError(says, { extensions: { code: 'BAD_VALUE' } });
}

const SHOWN_CHARACTERS = 60;
function shortened(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}...` : text;
}
