import { expect, test } from '@jest/globals';
import { ReadyText, readyRuns, shapeAt } from '../../../../gateway/engine/shape/index.ts';
import { writeAnswer } from '../../../../gateway/engine/shape/write-in-parts.ts';
import { shapeOf } from './shape-of.ts';
import { SCHEMA } from './written.ts';

const mineIn = (query: string) => {
  const shape = shapeAt(shapeOf(SCHEMA, { query }), ['mines', '@']);
  if (!shape) throw new Error('Expected a shape of mines.');
  return shape;
};

const GIVEN = { typename: 'Mine', names: ['name', 'depth', 'rank'] };

test.each<readonly [question: string, runs: readonly (readonly string[])[] | undefined]>([
  ['id name depth rank', [['name', 'depth', 'rank']]],
  ['name id depth rank', [['name'], ['depth', 'rank']]],
  ['rank depth name', [['name'], ['depth'], ['rank']]],
  ['name depth', undefined],
  ['name depth ...on Mine { rank }', [['name', 'depth', 'rank']]],
])('fields are ready as they stand behind one another in the answer: %s', (fields, runs) => {
  const found = readyRuns(mineIn(`{ mines { ${fields} } }`), GIVEN);
  expect(found?.map(({ names }) => names)).toEqual(runs);
});

test('a run has the label of its first field and looks for the others', () => {
  const [first, second] = readyRuns(mineIn('{ mines { name id depth rank } }'), GIVEN) ?? [];
  expect([first?.label, second?.label]).toEqual(['{"name":', ',"depth":']);
  const matched = (text: string) => second?.pattern.exec(text)?.[0];
  expect(matched('1,"rank":2}')).toBe('1,"rank":2');
  expect(matched('1,"rank":null}')).toBe(undefined);
});

test('nothing is ready of an object of another type, or of a name that is not the client’s', () => {
  const shape = mineIn('{ mines { name depth rank } }');
  expect(readyRuns(shape, { ...GIVEN, typename: 'Port' })).toBe(undefined);
  const renamed = shapeOf(SCHEMA, {
    query: '{ mines { name depth rank } }',
    clientName: (name) => `${name}s`,
  });
  const at = shapeAt(renamed, ['mines', '@']);
  expect(at && readyRuns(at, GIVEN)).toBe(undefined);
});

test.each([1_000, 20])(
  'a ready text is written for all its fields, %s characters at once',
  async (atOnce) => {
    const query = '{ mines { id name depth rank __typename } }';
    const [run] = readyRuns(mineIn(query), GIVEN) ?? [];
    if (!run) throw new Error('Expected a run.');
    const text = '"A mine with a name","depth":1,"rank":2';
    const mines = [
      { id: 'a', name: new ReadyText(run, text) },
      { id: 'b', name: 'B', depth: 3, rank: 4 },
    ];
    const options = { shares: false, charactersMax: 1_000 };
    const { json, faults } = await writeAnswer(
      shapeOf(SCHEMA, { query }),
      { mines },
      options,
      atOnce,
    );
    expect([String(json), faults]).toEqual([
      `{"mines":[{"id":"a","name":${text},"__typename":"Mine"},{"id":"b","name":"B","depth":3,"rank":4,"__typename":"Mine"}]}`,
      [],
    ]);
  },
);

test.each<readonly [path: string, found: string | undefined]>([
  ['mines.@', 'Mine'],
  ['mine.port.mine', 'Mine'],
  ['places.@', 'Place'],
  ['places.@.port', undefined],
  ['mines', undefined],
  ['mine.@', undefined],
  ['mine.id', undefined],
  ['mine.none', undefined],
])('a shape is found by its path where no type has to come first: %s', (path, found) => {
  const query = `{ mines { id } mine { id port { mine { id } } } places { id ...on Mine { port { id } } } }`;
  expect(shapeAt(shapeOf(SCHEMA, { query }), path.split('.'))?.type.name).toBe(found);
});
