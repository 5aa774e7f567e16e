import { expect, test } from '@jest/globals';
import type { Member } from '../../../gateway/members/index.ts';
import { type ScatteredAsk, standing } from '../../../gateway/members/route.ts';
import { type MemberCode, type Module, readContract, sdlFile } from '../../../schema/index.ts';

const contract = readContract();
const member = (code: string, modules: readonly Module[] = ['MINERALS', 'POLICIES', 'EVENTS']) => ({
  code: code as MemberCode,
  url: '',
  modules,
});
const stands = (code: string, ask: ScatteredAsk, modules?: readonly Module[]) => {
  const found = standing(contract, member(code, modules), ask);
  return found.kind === 'missing' ? found.reason : found.kind;
};
const sites = (filter: ScatteredAsk['args'] = {}): ScatteredAsk => ({
  of: 'Site',
  args: { filter },
});
const policies = (filter: ScatteredAsk['args'] = {}): ScatteredAsk => ({
  of: 'Policy',
  args: { filter },
});

test.each([
  ['every state may hold sites', 'CD', sites(), 'asked'],
  ['a body holds no sites', 'AMSG', sites(), 'pruned'],
  ['a body may hold policies', 'AMSG', policies(), 'asked'],
  ['owners prune every type', 'MA', policies({ owners: ['CD'] }), 'pruned'],
  ['owners let those through that they name', 'CD', policies({ owners: ['CD'] }), 'asked'],
  ['no owner at all prunes everybody', 'CD', policies({ owners: [] }), 'pruned'],
  [
    'countries prune a type whose country is its owner',
    'MA',
    sites({ countries: ['CD'] }),
    'pruned',
  ],
  [
    "countries never prune policies: Morocco may keep the Congo's",
    'MA',
    policies({ countries: ['CD'] }),
    'asked',
  ],
  [
    'members themselves are pruned by owners',
    'MA',
    { of: undefined, args: { owners: ['CD'] } },
    'pruned',
  ],
] as const)('%s', (_, code, ask, expected) => {
  expect(stands(code, ask)).toBe(expected);
});

test('a country is asked of its own member for sites, and of everybody for policies', () => {
  const parent = { __typename: 'Country', code: 'CD' };
  expect(stands('CD', { ...sites(), parent })).toBe('asked');
  expect(stands('MA', { ...sites(), parent })).toBe('pruned');
  expect(stands('MA', { ...policies(), parent })).toBe('asked');
});

test('who does not offer the module is missing, unless it is pruned', () => {
  expect(stands('MA', policies(), ['MINERALS'])).toBe('MODULE_NOT_OFFERED');
  expect(stands('MA', policies({ owners: ['CD'] }), ['MINERALS'])).toBe('pruned');
});

test('a filter of a later version leaves out who does not know it; a module is told before that', () => {
  const later = readContract(
    sdlFile('contract.graphql').replaceAll('bbox: BBox', 'bbox: BBox @since(version: "1.1")'),
    '1.1',
  );
  const asked = (filter: ScatteredAsk['args'], more: Partial<Member> = {}) =>
    standing(
      later,
      { ...member('CD'), contractVersion: '1.0', ...more },
      { ...sites(filter), field: { on: 'Query', name: 'sites' } },
    );
  const bbox = { south: 0, west: 0, north: 1, east: 1 };
  expect(asked({ bbox })).toEqual({ kind: 'missing', reason: 'FIELD_NOT_OFFERED' });
  expect(asked({ bbox, owners: ['MA'] })).toEqual({ kind: 'pruned' });
  expect(asked({ bbox: null })).toEqual({ kind: 'asked' });
  expect(asked({ text: 'a' })).toEqual({ kind: 'asked' });
  expect(asked({ bbox }, { contractVersion: '1.1' })).toEqual({ kind: 'asked' });
  expect(asked({ bbox }, { contractVersion: null })).toEqual({ kind: 'asked' });
  expect(asked({ bbox }, { modules: [] })).toEqual({
    kind: 'missing',
    reason: 'MODULE_NOT_OFFERED',
  });
});
