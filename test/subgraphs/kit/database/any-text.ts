import fc from 'fast-check';

/** Texts that a database may pad, fold or compare by another order: accents in one sign or two, other scripts, blanks, cases, wildcards. */
const HOSTILE = [
  'Zoé',
  'Zoe\u0301',
  'zoe',
  'ZOE',
  'Ångström',
  '\u212bngström',
  'منجم',
  'مَنجَم',
  '\ue000 private',
  '\u{10000} linear B',
  '\u{1f48e}',
  'kolwezi',
  'kolwezi ',
  'kolwezi\t',
  ' kolwezi',
  'İzmir',
  'ﬁne',
  'straße',
  'STRASSE',
  '50%',
  '50_',
  "o'brien",
  'back\\slash',
  '"; DROP TABLE site; --',
  '?',
  ':p0',
  '',
  ' ',
  '\u0301',
];
/** Few words, so that ties are the rule; now and then two together. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...HOSTILE) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...HOSTILE), fc.constantFrom(...HOSTILE))
      .map((both) => both.join('')),
  },
);

export const orNull = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(value, { nil: null, freq: 4 });

export const anyName = orNull(
  fc.oneof(
    anyText.map((en) => ({ en, originalLanguage: 'EN' })),
    anyText.map((fr) => ({ fr, pt: 'b', ar: 'c', originalLanguage: 'FR' })),
    anyText.map((ar) => ({ ar, fr: 'a', originalLanguage: 'AR', machineTranslated: ['FR'] })),
    fc.constant({ originalLanguage: 'EN' }),
  ),
);

/** Numbers that no binary float or 64-bit integer holds, one number written in two ways, negative ones and zeros. */
export const anyNumber = fc.constantFrom(
  '0',
  '-0',
  '0.000',
  '10',
  '9.5',
  '9.50',
  '-3.25',
  '-3.3',
  '-12',
  '0.1',
  '0.2',
  '1500',
  '1500000',
  '9007199254740992',
  '9007199254740993',
  '9007199254740993.1',
  '18446744073709551617',
  '123456789012345678901234567890.5',
  '-123456789012345678901234567890.5',
  '0.000000000000000000000000000001',
);
