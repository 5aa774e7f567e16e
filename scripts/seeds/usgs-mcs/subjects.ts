import type { McsFigure } from '../sources.ts';

/** What a figure counts. Two editions of one figure have the same subject, whatever words each edition uses. */
export type Subject = {
  readonly commodityCode: string | null;
  /** Where output is counted: what comes of a plant, not of a mine, is counted as a refinery's. */
  readonly stage: 'MINE' | 'REFINERY';
  readonly basis: string | null;
  /** What reserves are measured in, where it is not what output is measured in. */
  readonly reserves?: { readonly commodityCode?: string; readonly basis: string | null };
};

const mined = (commodityCode: string, basis: string | null = null): Subject => ({
  commodityCode,
  stage: 'MINE',
  basis,
});
const refined = (commodityCode: string | null, basis: string | null = null): Subject => ({
  commodityCode,
  stage: 'REFINERY',
  basis,
});

const METAL = 'metal content';
const CHROMITE: Subject = {
  ...mined('chromium', 'gross weight'),
  reserves: { basis: 'shipping-grade ore, 45% Cr2O3' },
};
const ILMENITE = mined('ilmenite', 'TiO2 content');
const RUTILE = mined('rutile', 'TiO2 content');
/** Iron ore reserves are of crude ore, where output is of usable ore. */
const USABLE_ORE: Subject = {
  ...mined('iron-ore', 'usable ore'),
  reserves: { basis: 'crude ore' },
};
/** All platinum-group metals stand in the row of platinum. */
const PLATINUM: Subject = {
  ...mined('platinum'),
  reserves: { commodityCode: 'platinum-group', basis: 'PGM content' },
};
const ZIRCONIUM: Subject = {
  ...mined('zirconium', 'gross weight'),
  reserves: { basis: 'ZrO2 content' },
};

/** By commodity, then by the words of the column that the figure stands under. */
const SUBJECTS: Readonly<Record<string, Readonly<Record<string, Subject>>>> = {
  Arsenic: {
    'Plant production, arsenic trioxide or calculated equivalent.': refined('arsenic', 'As2O3'),
  },
  Asbestos: { 'Mine production, asbestos': mined('asbestos') },
  Barite: { 'Mine production, barite': mined('baryte') },
  Bauxite: {
    // Both editions count dry tons; only the later one says so in the table.
    'Mine production, bauxite': mined('bauxite', 'dry weight'),
    'Mine production, bauxite, dry tons': mined('bauxite', 'dry weight'),
    'Refinery production, alumina - calcined equivalent weights': refined(
      'alumina',
      'calcined equivalent weight',
    ),
  },
  Beryllium: { 'Mine production, beryllium': mined('beryllium', METAL) },
  Cement: { 'Cement production, estimated': refined(null) },
  Chromium: {
    'Mine production, marketable chromite ore': CHROMITE,
    'Mne production, grosss weight, marketable chromite ore': CHROMITE,
  },
  Clay: { "Mine poduction, Fuller's earth": mined('fullers-earth') },
  Cobalt: {
    'Mine production, cobalt content': mined('cobalt', METAL),
    'Mine production, metric tons of contained cobalt': mined('cobalt', METAL),
    'Reserves, cobalt content': mined('cobalt', METAL),
  },
  Copper: {
    'Mine production, recoverable copper content': mined('copper', METAL),
    'Refinery production, copper': refined('copper', 'refined metal'),
  },
  Diamond: { 'Mine production, industrial diamond': mined('diamond', 'industrial') },
  Diatomite: { 'Mine production, diatomite': mined('diatomite') },
  Fluorspar: { 'Mine production, fluorspar': mined('fluorite') },
  Garnet: { 'Mine production': mined('garnet') },
  // Of the gemstones only diamonds are counted by country.
  Gemstones: {
    'Mine production, thousand carats of gem-quality diamond': mined('diamond', 'gem-quality'),
  },
  Gold: { 'Gold - contained content, mine production, metric tons': mined('gold', METAL) },
  Graphite: { 'Mine production, graphite': mined('graphite') },
  Gypsum: { 'Mine production': mined('gypsum') },
  'Iron ore': {
    'Iron ore - mine production - iron content - thousand metric tons': mined('iron-ore', METAL),
    'Iron ore - mine production - usable ore -thousand metric tons': USABLE_ORE,
  },
  // South Africa's line is andalusite in both editions; the later one names the table instead.
  Kyanite: {
    'Mine production, andalusite': mined('andalusite'),
    'Kyanite and Related Minerals': mined('andalusite'),
  },
  Lime: { 'Plant production, lime': refined('lime') },
  Lithium: {
    'Mine production, lithium content': mined('lithium', METAL),
    'Reserves, lithium content': mined('lithium', METAL),
  },
  Manganese: { 'Mine production, manganese content': mined('manganese', METAL) },
  Mercury: { 'Mine production, mercury content': mined('mercury', METAL) },
  Mica: {
    'Mine production - mica scrap and flake': mined('mica', 'scrap and flake'),
    'Mine production - mica sheet': mined('mica', 'sheet'),
  },
  Niobium: { 'Mine production, niobium content': mined('niobium', METAL) },
  Nitrogen: { 'Plant production, ammonia - contained nitrogen': refined(null, 'N content') },
  'Phosphate rock': { 'Mine production, phosphate rock ore': mined('phosphate-rock') },
  'Platinum-group metals': {
    'Mine production: Palladium': mined('palladium'),
    'Mine production: Platinum': PLATINUM,
  },
  Pumice: {
    'Mine production, puice and pumicite': mined('pumice'),
    'Mine production, pumice and pumicite': mined('pumice'),
  },
  'Rare earths': {
    'Mine production, rare-earth-oxide (REO) equivalent': mined('rare-earth-element', 'REO'),
    'Rare earths, mine production, rare-earth-oxide equivalent, metric tons': mined(
      'rare-earth-element',
      'REO',
    ),
    'Reserves, rare-earth-oxide (REO) equivalent': mined('rare-earth-element', 'REO'),
  },
  Salt: { 'Mine production': mined('salt') },
  Silica: { 'Mine production, industrial sand and gravel': mined('silica') },
  'Soda ash': { 'Soda ash, natural, mine production': mined('soda-ash') },
  Talc: { 'Mine production, talc and pyrophyllite': mined('talc') },
  Tantalum: { 'Mine production, tantalum content': mined('tantalum', METAL) },
  Tellurium: { 'Refinery production, tellurium content': refined('tellurium', METAL) },
  Tin: { 'Mine production, tin content': mined('tin', METAL) },
  // The chapter counts contained TiO2 in both editions; only the later one says so in the table.
  Titanium: {
    'Mine production: Ilmenite': ILMENITE,
    'Mine production: Ilmenite, titanium dioxide (TiO2) content.': ILMENITE,
    'Mine production: rutile': RUTILE,
    'Mine production: rutile, titanium dioxide (TiO2) content.': RUTILE,
  },
  Tungsten: {
    'Mine production, contained tungsten': mined('tungsten', METAL),
    'Mine production, tungsten content': mined('tungsten', METAL),
  },
  Vanadium: { 'Mine production, vanadium content': mined('vanadium', METAL) },
  Vermiculite: { 'Mine production': mined('vermiculite') },
  Zinc: {
    'Mine production, zinc content of concentrates and direct shipping ores': mined('zinc', METAL),
  },
  Zirconium: {
    'Zirconium ores and zircon concentrates, mine production, thousand metric tons, gross weight':
      ZIRCONIUM,
  },
};

export function subjectOf({ commodity, basis }: McsFigure): Subject {
  const subject = SUBJECTS[commodity]?.[basis];
  if (subject) return subject;
  throw new Error(
    `Expected "${basis}" under ${commodity} in the table of usgs-mcs/subjects.ts; add it there.`,
  );
}
