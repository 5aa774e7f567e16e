import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { deriveMember, readContract } from '../../../../schema/index.ts';
import { type AskedMember, askedMember } from '../asked-member.ts';
import { site } from '../rows.ts';

let zambia: AskedMember;
beforeAll(async () => {
  zambia = await askedMember({ Site: [site('ZM:site:1')] });
});
afterAll(() => zambia.close());

const ENTITIES = 'query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }';

test.each([
  ['a text', 'Site'],
  ['null inside', { __typename: 'Site', id: null }],
  ['without a type', { id: 'ZM:site:1' }],
  ['of a value', { __typename: 'Quantity', id: 'ZM:site:1' }],
  ['of no type of the contract', { __typename: '__Schema', id: 'ZM:site:1' }],
  ['with the key of another type', { __typename: 'Country', id: 'ZM' }],
  ['with a key too long', { __typename: 'Site', id: `ZM:site:${'1'.repeat(200)}` }],
])('a representation that is %s is refused', async (_what, representation) => {
  const { errors, data } = await zambia.ask(ENTITIES, { of: [representation] });
  expect(data).toBeUndefined();
  expect(errors?.map(([, code]) => code)).toEqual(['BAD_VALUE']);
});

test('of a representation only the type and the key are taken', async () => {
  const of = [{ __typename: 'Site', id: 'ZM:site:1', name: { en: 'Forged' } }];
  const query =
    'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Site { name { en } } } }';
  expect(await zambia.ask(query, { of })).toEqual({
    data: { _entities: [{ name: { en: 'Site ZM:site:1' } }] },
  });
});

test('a member says what it serves: the schema that is derived from the contract', async () => {
  const answer = (await zambia.ask('{ _service { sdl } }')) as {
    data: { _service: { sdl: string } };
  };
  const typesIn = (sdl: string) =>
    [...sdl.matchAll(/^(?:type|enum|input|scalar) (\w+)/gm)].map(([, name]) => name).sort();
  const served = typesIn(answer.data._service.sdl).filter(
    (name) => !/^(_|link__|federation__)/.test(name ?? ''),
  );
  expect(served).toEqual(typesIn(deriveMember(readContract())));
});
