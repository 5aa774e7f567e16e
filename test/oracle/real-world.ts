import { readFileSync } from 'node:fs';
import { parseMemberCode } from '../../schema/index.ts';
import { defineMember, MEMBER_CODES } from '../../subgraphs/define-member.ts';
import { openRepository } from '../../subgraphs/kit/database/index.ts';
import { contextOf } from '../../subgraphs/kit/graphql/index.ts';
import { writesOf } from '../../subgraphs/kit/seeds.ts';
import { openWorldOf, type World } from '../world.ts';
import { poolsOf } from './pools.ts';
import type { Pools } from './questions/written.ts';
import type { GeneratedWorld } from './rows/generate-world.ts';
import type { Published } from './rows/vocabulary.ts';

/** The 54 states and AMSG as they are, with their own seeds, each with a database in memory. */
export async function openRealWorld(): Promise<World> {
  const opened = await Promise.all(MEMBER_CODES.map(openRealMember));
  const members = opened.map(({ told }) => told);
  return openWorldOf({ seed: 'real', members }, opened);
}

async function openRealMember(text: string) {
  const definition = defineMember(text);
  const { profile } = definition;
  const { code, modules } = profile;
  const writes = definition.seeds().flatMap(writesOf);
  const repository = await openRepository({ member: code, url: 'sqlite::memory:' });
  await repository.write(writes);
  const { schema, close } = await definition.open('sqlite::memory:');
  return {
    told: { code, modules, writes, says: profile },
    member: { code, modules },
    schema,
    newContext: () => contextOf(profile, repository, new Date()),
    close: async () => {
      await close();
      await repository.close();
    },
  };
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** The vocabularies and complexes as they lie in the seeds. */
export const realPublications = (): Published => ({
  countries: read('subgraphs/amsg/seeds/countries.json') as Published['countries'],
  commodities: read('subgraphs/amsg/seeds/commodities.json') as Published['commodities'],
  complexes: read('subgraphs/morocco/seeds/phosphate.json') as Published['complexes'],
});

/** Values that the real records have. */
export function realPools(generated: GeneratedWorld): Pools {
  const codes = generated.members.map(({ code }) => code);
  return {
    ...poolsOf(generated),
    first: [1, 2, 3],
    MemberCode: [...codes.filter((_, place) => place % 6 === 0), 'MA', 'CD', 'AMSG'],
    CountryCode: [...codes.filter((code) => parseMemberCode(code) && code.length === 2), 'SA'],
    CommodityCode: ['cobalt', 'copper', 'gold', 'phosphate-rock', 'diamond', 'manganese'],
    text: ['mine', 'Khouribga', 'de', '\u00e9', 'gold', 'nothing has this', '(', '-'],
    Date: ['2024-01-01', '2025-11-24', '2026-02-25'],
    DateTime: ['2018-01-01T00:00:00Z', '2026-11-23T00:00:00Z'],
    YearRange: [{ from: 2022 }, { from: 2019, to: 2021 }, { to: 2023 }],
    BBox: [
      { south: -13.5, west: 25, north: -9.5, east: 29.5 },
      { south: -35, west: -20, north: 38, east: 52 },
    ],
  };
}
