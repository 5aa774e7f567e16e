import type { UsgsProduct } from '../sources.ts';

/** What the source measures, by its words for the product. Words that mean unlike things get unlike bases, so that no sum mixes them. */
const WORDS_BY_BASIS: Readonly<Record<string, readonly string[]>> = {
  'metal content': [
    'Columbite-tantalite ore and concentrate, Nb content',
    'Columbite-tantalite, ore and concentrate, Ta content',
    'Concentrate, Au content',
    'Concentrate, Pb content',
    'Concentrate, Zn content',
    'Ore and concentrate, Co content',
    'Ore and concentrate, Cu content',
    'Ore, Au content',
    'Ore, Cu content',
    'Ore, Ni content',
    'Ore, cobalt content',
    'Wolframite, W content',
  ],
  'Li2O content': ['Concentrate, Li2O content'],
  'N content': ['Ammonia, N content', 'Urea, N content'],
  'PGM content': ['Ore, platinum-group content'],
  'WO3 content': ['WO3 content'],
  P2O5: ['Phosphoric acid, P2O5'],
  As2O3: ['Arsenic trioxide'],
  U3O8: ['U3O8', 'Uranium oxide'],
  V2O5: ['Vanadium pentoxide'],
  'gross weight of ore': ['Ore, gross weight'],
  ore: ['Beryl ore', 'Manganese ore', 'Ore', 'Zinc ore'],
  concentrate: ['Concentrate', 'Concentrate, platinum group metals', 'Zircon concentrate'],
  'ore and concentrate': [
    'Cassiterite, ore and concentrate',
    'Columbite-tantalite, ore and concentrate',
    'Ore and concentrate',
    'Wolframite',
    'Wolframite ore and concentrate',
  ],
  chromite: ['Chromite'],
  ilmenite: ['Ilmenite', 'Ilmenite concentrate', 'Titanium concentrates, ilmenite'],
  rutile: ['Rutile', 'Rutile concentrate', 'Titanium concentrates, rutile'],
  'leucoxene and rutile': ['Titanium concentrates, leucoxene and rutile'],
  'titanium slag': ['Titanium Slag', 'Titanium slag'],
  'tantalum oxide': ['Tantalum oxide'],
  'iron oxides': ['Iron oxides'],
  pyrite: ['Pyrite'],
  pyrophyllite: ['Pyrophyllite'],
  magnesite: ['Magnesite'],
  metal: ['Metal'],
  'refined metal': ['Cathode', 'Refined', 'Refined metal'],
  'secondary metal': ['Metal, secondary', 'Refined secondary', 'Secondary'],
  'primary and secondary metal': ['Primary and Secondary'],
  'smelter product': ['Smelter'],
  'blister copper': ['Blister copper'],
  'smelter matte': ['Smelter matte, platinum group metals'],
  'cobalt powder': ['Cobalt Powder'],
  hydroxide: ['Hydroxide'],
  'aluminum fluoride': ['Aluminum fluoride'],
  'diammonium phosphate': ['Diammonium phosphate'],
  fertilizer: ['Fertilizer'],
  'sodium silicate': ['Sodium silicate'],
  'sodium sulfate': ['Sodium sulfate'],
  'sodium tripolyphosphate': ['Sodium tripolyphosphate'],
  'sulfuric acid': ['Sulfuric acid'],
  'triple superphosphate': ['Triple superphosphate'],
};
const BASES = new Map(
  Object.entries(WORDS_BY_BASIS).flatMap(([basis, words]) => words.map((each) => [each, basis])),
);

/** What the source's remarks say of the measure goes before the word for the product. In this order. */
const REMARKS: readonly (readonly [RegExp, string])[] = [
  [/\bmetal content\b/i, 'metal content'],
  [/\bZinc in zinc oxide\b/, 'metal content'],
  [/\bgross weight of ore and concentrate\b/i, 'gross weight of ore and concentrate'],
  [/\bgross weight of concentrate\b/i, 'gross weight of concentrate'],
  [/\bgross weight of ((sulfide|lithium|cassiterite) )?ore\b/i, 'gross weight of ore'],
  [/\bgross weight of bauxite\b/i, 'gross weight of ore'],
  [/\bgross weight combination\b/i, 'gross weight'],
  [/(^|\. )(Ore|Sulfide ore)[.,]/, 'gross weight of ore'],
  [/\bCapacity is for ore\b/, 'gross weight of ore'],
  [/(^|\. )Concentrate\./, 'gross weight of concentrate'],
  [/(^|\. )Slag, which yields\b/, 'slag'],
];
/** Remarks that name the mineral weighed, where the product has no word of its own. */
const MINERALS = /(?:^|\. )(Cassiterite|Columbite-tantalite|Monazite|Wolframite)\./;

/** What a capacity measures; null where the source does not say. */
export function basisOf({ commodity, product, note = '' }: UsgsProduct): string | null {
  const remark = REMARKS.find(([pattern]) => pattern.test(note));
  if (remark) return remark[1];
  if (product === null) return MINERALS.exec(note)?.[1]?.toLowerCase() ?? null;
  if (commodity === 'Iron and steel') return product.toLowerCase().replace('ferroalloys, ', '');
  return BASES.get(product) ?? null;
}
