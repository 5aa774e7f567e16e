import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse, print } from 'graphql';
import {
  extendedBy,
  extensionsIn,
  type MemberExtension,
  openExtending,
  readSupergraph,
} from '../../../gateway/supergraph/index.ts';
import { readContract } from '../../../schema/index.ts';

const contract = readContract();
const delivered = readSupergraph();
const MOROCCO = readFileSync('subgraphs/morocco/extension.graphql', 'utf8');

function supergraphWith(extensions: readonly MemberExtension[]) {
  const extended = extendedBy(extensions, contract);
  if (extended.kind === 'refused') throw new Error(extended.findings.join('\n'));
  return extended.supergraph;
}

test("Morocco's extension is found again in the supergraph that was delivered, without the contract's values", () => {
  const [link, ...definitions] = parse(MOROCCO).definitions;
  expect(link?.kind).toBe('SchemaExtension');
  expect(extensionsIn(delivered)).toEqual([
    { member: 'MA', sdl: definitions.map(print).join('\n\n') },
  ]);
});

test('composing what was found again gives the supergraph that was delivered', () => {
  const { supergraph, extended } = supergraphWith(extensionsIn(delivered));
  expect({ supergraph: `${supergraph.trimEnd()}\n`, extended }).toEqual({
    supergraph: delivered.supergraph,
    extended: ['MA'],
  });
});

const kenya = (more = ''): MemberExtension => ({
  member: 'KE',
  sdl: `type Query { ke_greeting: String ${more} }`,
});

test('an extension without a link and one with it are joined, in whatever order they come', () => {
  const morocco = { member: 'MA', sdl: MOROCCO };
  const { supergraph, extended, faces } = supergraphWith([kenya(), morocco]);
  expect(extended).toEqual(['KE', 'MA']);
  expect(faces.extensions).toContain('ke_greeting');
  expect(supergraphWith([morocco, kenya()]).supergraph).toBe(supergraph);
});

test('extensions of several members are found apart in a supergraph that holds them all', () => {
  const both = supergraphWith([kenya(), ...extensionsIn(delivered)]);
  expect(supergraphWith(extensionsIn(both))).toEqual(both);
  expect(extensionsIn(both).map(({ member }) => member)).toEqual(['KE', 'MA']);
});

test('without any extension there are the faces and the vocabularies alone', () => {
  const { supergraph, faces, extended } = supergraphWith([]);
  expect(extended).toEqual([]);
  expect(Object.keys(faces).sort()).toEqual([
    'amsg',
    'continental',
    'links_records',
    'links_shared',
    'national',
  ]);
  expect(supergraph).not.toContain('ma_phosphateGrade');
});

test('nothing is composed where no extension has changed, and what was refused is not kept', () => {
  const extend = openExtending(delivered, contract);
  const same = extend(extensionsIn(delivered));
  expect(same).toEqual({ kind: 'composed', supergraph: delivered });
  expect(same.kind === 'composed' && same.supergraph).toBe(delivered);
  expect(extend([kenya('ke_mine: NoSuchType')]).kind).toBe('refused');
  const [one, again] = [extend([kenya()]), extend([kenya()])];
  expect(one.kind === 'composed' && one.supergraph).toBe(
    again.kind === 'composed' && again.supergraph,
  );
  expect(one.kind === 'composed' && one.supergraph.extended).toEqual(['KE']);
});
