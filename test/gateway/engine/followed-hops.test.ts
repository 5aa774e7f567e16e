import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { followedHops } from '../../../gateway/engine/followed-hops.ts';
import { openPlanner } from '../supergraph/plan.ts';

const planOf = openPlanner(readFileSync('schema/generated/supergraph.graphql', 'utf8'));

test.each([
  ['heads alone are the last hop', '{ sites { edges { node { id name { en } } } } }', []],
  ['a record is the last hop', '{ record(id: "MA:site:MAR031") { site { adm1 } } }', []],
  [
    'a reference that is made here is no hop',
    '{ sites { edges { node { commodities { code } } } } }',
    [],
  ],
  [
    'details follow heads',
    '{ sites { edges { node { adm1 } } } }',
    ['{ sites { edges { node { __typename id } } } }'],
  ],
  [
    'details of one list follow the heads of both',
    '{ events { edges { node { id } } } sites { edges { node { adm1 } } } }',
    ['{ events { edges { node { id } } } sites { edges { node { __typename id } } } }'],
  ],
  [
    'of three hops the first two are followed',
    '{ policies { edges { node { jurisdiction { sites { edges { node { adm1 } } } } } } } }',
    [
      '{ policies { edges { node { __typename id jurisdictionCode commodityCodes } } } }',
      'query($representations:[_Any!]!) { _entities(representations:$representations) { ...on Country { sites { edges { node { __typename id } } } } } }',
    ],
  ],
])('%s', (_, question, followed) => {
  const hops = [...followedHops(planOf(parse(question)))];
  expect(hops.map(onOneLine)).toEqual(followed);
});

const onOneLine = (operation: string) =>
  operation
    .replaceAll(/([{}])/g, ' $1 ')
    .replaceAll(/\s+/g, ' ')
    .trim();
