import type { Pools } from './questions/written.ts';
import { COMMODITIES, INSTANTS } from './rows/figures.ts';
import type { GeneratedWorld } from './rows/generate-world.ts';
import { HOSTILE_TEXTS } from './rows/hostile-texts.ts';
import { hotTexts } from './rows/setting.ts';

/** What questions over a world ask for: values that its records have, values near them, and values that nothing has. */
export function poolsOf({ seed, members }: GeneratedWorld): Pools {
  const codes = members.map(({ code }) => code);
  const ids = members.flatMap(({ writes }) =>
    writes.map((write) => ('put' in write ? write.put.id : write.remove)),
  );
  return {
    MemberCode: [...codes.slice(0, 6), codes.at(-1)],
    CountryCode: [...codes.filter((code) => code.length === 2).slice(0, 5), 'SA', 'XX'],
    CommodityCode: COMMODITIES,
    ID: [...ids.filter((_, place) => place % 7 === 0), 'MA:policy:missing', 'XX:site:a'],
    text: [...hotTexts(seed), ...HOSTILE_TEXTS, 'ol', 'E', 'elan', '(fr)', 'nothing has this'],
    critical: ['EU-CRMA-2024', 'US-2025'],
    Date: [
      '2025-02-14',
      '2025-02-15',
      '2025-07-10',
      '2025-07-15',
      '2025-07-16',
      '2025-10-15',
      '2025-12-31',
      '2026-01-01',
    ],
    // Events are asked for from a day that is not behind the last.
    from: ['2025-02-14', '2025-07-01', '2025-07-10', '2025-07-15'],
    to: ['2025-07-15', '2025-07-16', '2025-12-31', '2026-01-01'],
    DateTime: [...INSTANTS, '2026-02-01T00:00:00Z', '2026-03-11T10:00:00.5Z'],
    BBox: BOXES,
    YearRange: [
      { from: 2022 },
      { to: 2022 },
      { from: 2021, to: 2022 },
      { from: 2022, to: 2022 },
      {},
    ],
    first: [1, 2, 3, 4, 50],
    after: [0, 1, 5],
    Boolean: [true, false],
  };
}

/** With edges on which places lie, one across the antimeridian, and one that is a line. */
const BOXES = [
  { south: -13.5, west: 25, north: -9.5, east: 29.5 },
  { south: -90, west: 179, north: 90, east: -179 },
  { south: -90, west: 180, north: 90, east: -180 },
  { south: 0, west: -180, north: 5.25, east: 180 },
  { south: 31.7917, west: -17.25, north: 31.7917, east: -17.25 },
];
