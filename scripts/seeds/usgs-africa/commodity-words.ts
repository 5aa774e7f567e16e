/** What the CGI list has under another word than the source. The source's own word is kept on the record. */
const UNDER_ANOTHER_WORD: Readonly<Record<string, readonly string[]>> = {
  Caesium: ['cesium'],
  'Chromium (chromite)': ['chromium', 'chromite'],
  'Clay (Bentonite)': ['bentonite'],
  'Clay (Kaolin)': ['kaolin'],
  Colbalt: ['cobalt'],
  Diamonds: ['diamond'],
  Gem: ['gemstones'],
  'Gem (aquamarine, amethyst)': ['aquamarine', 'amethyst'],
  'Gem (beryl, aquamarine)': ['beryl', 'aquamarine'],
  'Gem (emerald)': ['emerald'],
  'Gem (peridot)': ['olivine-gemstone'],
  'Gem (ruby)': ['ruby'],
  'Gem (ruby, sapphire)': ['ruby', 'sapphire'],
  'Gem (sapphire)': ['sapphire'],
  'Gem (tourmaline, garnet, aquamarine, topaz)': [
    'tourmaline',
    'garnet-gemstone',
    'aquamarine',
    'topaz',
  ],
  'Glass sand': ['silica-sand'],
  Gravel: ['sand-and-gravel'],
  Halite: ['salt'],
  'Heavy Minerals': ['heavy-mineral-sand'],
  'Heavy minerals': ['heavy-mineral-sand'],
  'Heavy minerals (ilmenite)': ['heavy-mineral-sand', 'ilmenite'],
  'Heavy minerals (ilmenite, rutile, zircon)': [
    'heavy-mineral-sand',
    'ilmenite',
    'rutile',
    'zircon',
  ],
  'Heavy minerals (ilmenite, rutile, zircon, leucoxene)': [
    'heavy-mineral-sand',
    'ilmenite',
    'rutile',
    'zircon',
    'leucoxene',
  ],
  'Heavy minerals (zircon, rutile, ilmenite)': [
    'heavy-mineral-sand',
    'zircon',
    'rutile',
    'ilmenite',
  ],
  /** A feldspar, and listed by the source among the gemstones. */
  Labradorite: ['feldspar-gemstone'],
  /** CGI has no dolomite: what is left is the limestone that the source says first. */
  'Limestone (dolomite)': ['limestone'],
  'Limestone (marble)': ['limestone', 'marble'],
  'Limestone (marble, dolomite)': ['limestone', 'marble'],
  'Niobium (columbium) and tantalum': ['niobium', 'tantalum'],
  Semiprecious: ['gemstones'],
  'Tantalum and niobium (columbium)': ['tantalum', 'niobium'],
};

/** What CGI has no concept for, or none that is certainly the same: made goods, and words that may mean several things. */
const WITHOUT_A_CONCEPT: readonly string[] = [
  'Bricks',
  'Calcium carbonate',
  'Carbon',
  'Caustic soda',
  'Cement',
  'Coke',
  'Dolomite',
  'Ferromanganese',
  'Ferrosilicon',
  'Glass',
  'Glasswool',
  'Methanol',
  'Nitrogen',
  'Rockwool',
  'Soda',
  'Sodium sulfate',
];

/** The CGI codes of a commodity as the source calls it; none where CGI has no concept. */
export function commodityCodesOf(name: string, given: string | null): readonly string[] {
  if (given !== null) return [given];
  const codes = UNDER_ANOTHER_WORD[name];
  if (codes) return codes;
  if (WITHOUT_A_CONCEPT.includes(name)) return [];
  throw new Error(
    `Expected "${name}" in one of the tables of commodity-words.ts; add it to the one where it belongs.`,
  );
}

/** Whether the code says no more and no less than the word, so that the word need not be kept. */
export const saysTheSame = (name: string, codes: readonly string[]): boolean =>
  codes.length === 1 && codes[0] === name.toLowerCase().replaceAll(' ', '-');
