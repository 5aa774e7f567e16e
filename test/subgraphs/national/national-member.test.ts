import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parseMemberCode } from '../../../schema/index.ts';
import { nationalMember, STATE_CODES } from '../../../subgraphs/national/index.ts';

test('there are 54 states, each with all modules and its name in four languages', () => {
  const profiles = STATE_CODES.map((code) => nationalMember(code)?.profile);
  expect(profiles.length).toBe(54);
  for (const profile of profiles) {
    expect(profile?.modules).toEqual(['MINERALS', 'POLICIES', 'EVENTS']);
    for (const language of ['en', 'fr', 'ar', 'pt'] as const)
      expect(profile?.operator[language]).toMatch(/^.{3,}:/u);
  }
});

test('Western Sahara and other codes are no states here', () => {
  for (const code of ['EH', 'AMSG', 'US', 'XX']) {
    const parsed = parseMemberCode(code);
    expect(parsed && nationalMember(parsed)).toBeUndefined();
  }
});

test('each seed file belongs to a state', () => {
  const names = readdirSync('subgraphs/national/seeds', { recursive: true, encoding: 'utf8' });
  const codes = names.flatMap((name) => /(?:^|\/)([A-Z]{2})\.json(?:\.gz)?$/.exec(name)?.[1] ?? []);
  expect(codes.filter((code) => !STATE_CODES.some((known) => known === code))).toEqual([]);
  expect(codes.length).toBeGreaterThan(0);
});

test('a state that has figures has them as seeds, its own alone', () => {
  const zambia = STATE_CODES.filter((code) => code === 'ZM').flatMap(
    (code) => nationalMember(code)?.seeds() ?? [],
  );
  const ids = zambia.flatMap((rows) =>
    Object.values(rows).flatMap((each) => each.map(({ id }) => id)),
  );
  expect(ids.length).toBeGreaterThan(50);
  expect(ids.filter((id) => !id.startsWith('ZM:'))).toEqual([]);
});
