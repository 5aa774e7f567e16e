import { expect, test } from '@jest/globals';
import { mergeInto } from '../../../../gateway/engine/execute/merge.ts';
import type { Values } from '../../../../gateway/engine/execute/values.ts';
import { TYPES } from './run-of.ts';

function merged(target: object, came: object, run = { shares: false, copies: 0 }) {
  mergeInto(target as Values, came as Values, { isObjectType: TYPES.isObjectType, run });
  return target;
}

test.each<readonly [name: string, target: object, came: object, result: object]>([
  ['a field is added', { a: 1 }, { b: 2 }, { a: 1, b: 2 }],
  ['a value is replaced', { a: 1 }, { a: 2 }, { a: 2 }],
  [
    'a null leaves what another gave',
    { a: 1, b: { c: 1 } },
    { a: null, b: null },
    { a: 1, b: { c: 1 } },
  ],
  [
    'a value takes the place of a null',
    { a: null, b: null },
    { a: 1, b: { c: 1 } },
    { a: 1, b: { c: 1 } },
  ],
  ['a null alone stays one', { a: null }, { a: null, b: null }, { a: null, b: null }],
  [
    'false, nothing and an empty text are values',
    { a: 1, b: 1, c: 1 },
    { a: false, b: 0, c: '' },
    { a: false, b: 0, c: '' },
  ],
  [
    'objects are one, down to the lowest',
    { a: { b: { c: 1 }, d: 1 } },
    { a: { b: { e: 2 } } },
    { a: { b: { c: 1, e: 2 }, d: 1 } },
  ],
  [
    'lists of one length are one, item by item',
    { a: [{ b: 1 }, null, [{ b: 3 }]] },
    { a: [{ c: 1 }, { c: 2 }, [{ c: 3 }]] },
    { a: [{ b: 1, c: 1 }, { c: 2 }, [{ b: 3, c: 3 }]] },
  ],
  [
    'a list of another length is taken whole',
    { a: [{ b: 1 }] },
    { a: [{ c: 1 }, { c: 2 }] },
    { a: [{ c: 1 }, { c: 2 }] },
  ],
  [
    'what is no object is replaced by one',
    { a: 1, b: [1] },
    { a: { c: 1 }, b: { c: 1 } },
    { a: { c: 1 }, b: { c: 1 } },
  ],
  [
    'the name of a type takes the place of its interface’s',
    { __typename: 'Place' },
    { __typename: 'Mine' },
    { __typename: 'Mine' },
  ],
  [
    'the name of an interface leaves that of the type',
    { __typename: 'Mine' },
    { __typename: 'Place' },
    { __typename: 'Mine' },
  ],
  ['no name leaves a name', { __typename: 'Mine' }, { __typename: null }, { __typename: 'Mine' }],
  [
    'the name of an interface is better than none',
    {},
    { __typename: 'Place' },
    { __typename: 'Place' },
  ],
  [
    'names that all objects have are names',
    {},
    { constructor: 1, toString: { a: 1 } },
    { constructor: 1, toString: { a: 1 } },
  ],
])('%s', (_, target, came, result) => {
  expect(merged(target, came)).toEqual(result);
});

test('nobody can give an object other ancestors', () => {
  const target = merged(
    { a: { b: 1 } },
    JSON.parse('{ "__proto__": { "c": 1 }, "a": { "__proto__": { "c": 1 }, "d": 2 } }'),
  );
  expect(target).toEqual({ a: { b: 1, d: 2 } });
  expect([Object.getPrototypeOf(target), Object.keys(target)]).toEqual([Object.prototype, ['a']]);
});

test('where nothing stands in two places an object is added to as it is', () => {
  const [run, mine, port] = [{ shares: false, copies: 0 }, { id: 'm' }, { id: 'p' }];
  const target = merged(
    { mine, ports: [port] },
    { mine: { depth: 1 }, ports: [{ draught: 2 }] },
    run,
  );
  expect(target).toEqual({ mine: { id: 'm', depth: 1 }, ports: [{ id: 'p', draught: 2 }] });
  expect([mine, port, run.copies]).toEqual([{ id: 'm', depth: 1 }, { id: 'p', draught: 2 }, 0]);
});

test('where something does, what comes to one place does not come to the other', () => {
  const [run, mine] = [
    { shares: true, copies: 0 },
    { id: 'm', port: { id: 'p' } },
  ];
  const [one, other] = [{ mine, mines: [mine] }, { mine }];
  merged(one, { mine: { port: { draught: 2 } }, mines: [{ depth: 1 }] }, run);
  expect([one, other]).toEqual([
    {
      mine: { id: 'm', port: { id: 'p', draught: 2 } },
      mines: [{ id: 'm', port: { id: 'p' }, depth: 1 }],
    },
    { mine: { id: 'm', port: { id: 'p' } } },
  ]);
  expect(run.copies).toBe(3);
});
