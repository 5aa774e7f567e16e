import { convert, type Unit } from '../../../../schema/index.ts';
import type { LocalizedText, Quantity } from '../../rows.ts';

type Language = 'EN' | 'FR' | 'AR' | 'PT';
const FALLBACKS = ['EN', 'FR', 'PT', 'AR'] as const;

/** Fields of the contract's values that are worked out. */
export const valueResolvers = {
  LocalizedText: {
    value: (text: LocalizedText, { lang }: { readonly lang?: Language | null }): string =>
      [lang ?? 'EN', ...FALLBACKS].map((each) => textIn(text, each)).find((each) => each != null) ??
      '',
  },
  Quantity: {
    in: ({ value, unit }: Quantity, args: { readonly unit: Unit }): string | null =>
      value == null ? null : convert(value, unit, args.unit),
  },
};

const TEXTS = {
  EN: ({ en }) => en,
  FR: ({ fr }) => fr,
  AR: ({ ar }) => ar,
  PT: ({ pt }) => pt,
} as const satisfies Readonly<Record<Language, (text: LocalizedText) => string | null | undefined>>;
const textIn = (text: LocalizedText, language: Language) => TEXTS[language](text);
