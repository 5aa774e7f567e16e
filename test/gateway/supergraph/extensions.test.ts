import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse, print } from 'graphql';
import {
  compose,
  extensionsIn,
  type MemberExtension,
  openExtending,
  readSupergraph,
} from '../../../gateway/supergraph/index.ts';
import { readContract } from '../../../schema/index.ts';

const contract = readContract();
const delivered = readSupergraph();
const MOROCCO = readFileSync('subgraphs/morocco/extension.graphql', 'utf8');

/** Composed anew: what was delivered is none of these. */
async function supergraphWith(extensions: readonly MemberExtension[]) {
  const extended = await openExtending(
    { ...delivered, extended: ['NOBODY'] },
    contract,
  )(extensions);
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

test('composing what was found again gives the supergraph that was delivered', async () => {
  const { supergraph, extended } = await supergraphWith(extensionsIn(delivered));
  expect({ supergraph: `${supergraph.trimEnd()}\n`, extended }).toEqual({
    supergraph: delivered.supergraph,
    extended: ['MA'],
  });
});

const kenya = (more = ''): MemberExtension => ({
  member: 'KE',
  sdl: `type Query { ke_greeting: String ${more} }`,
});

test('an extension without a link and one with it are joined, in whatever order they come', async () => {
  const morocco = { member: 'MA', sdl: MOROCCO };
  const { supergraph, extended, faces } = await supergraphWith([kenya(), morocco]);
  expect(extended).toEqual(['KE', 'MA']);
  expect(faces.extensions).toContain('ke_greeting');
  expect((await supergraphWith([morocco, kenya()])).supergraph).toBe(supergraph);
});

test('extensions of several members are found apart in a supergraph that holds them all', async () => {
  const both = await supergraphWith([kenya(), ...extensionsIn(delivered)]);
  expect(await supergraphWith(extensionsIn(both))).toEqual(both);
  expect(extensionsIn(both).map(({ member }) => member)).toEqual(['KE', 'MA']);
});

test('without any extension there are the faces and the vocabularies alone', async () => {
  const { supergraph, faces, extended } = await supergraphWith([]);
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

test('what was delivered and what was composed a moment ago is composed once, also for those who ask meanwhile', async () => {
  let composed = 0;
  const extend = openExtending(delivered, contract, (subgraphs) => {
    composed += 1;
    return compose(subgraphs);
  });
  const same = await extend(extensionsIn(delivered));
  expect([same.kind === 'composed' && same.supergraph, composed]).toEqual([delivered, 0]);
  const [one, again] = await Promise.all([extend([kenya()]), extend([kenya()])]);
  expect([one.kind === 'composed' && one.supergraph.extended, composed]).toEqual([['KE'], 1]);
  expect(again).toBe(one);
  expect((await extend([kenya('ke_mine: NoSuchType')])).kind).toBe('refused');
  expect(await extend([kenya()])).toBe(one);
  expect(composed).toBe(2);
});

test('what a client sees is told of what was delivered too', async () => {
  const same = await openExtending(delivered, contract)(extensionsIn(delivered));
  const api = same.kind === 'composed' ? await same.api() : '';
  expect(api).toContain('ma_phosphateGrade');
  expect(api).not.toContain('join__');
});
