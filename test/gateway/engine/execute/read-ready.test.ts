import { expect, test } from '@jest/globals';
import { copyOf, isFlat } from '../../../../gateway/engine/execute/copy-of.ts';
import { asReadFor, readReady } from '../../../../gateway/engine/execute/read-ready.ts';
import { type ReadyRun, ReadyText } from '../../../../gateway/engine/shape/index.ts';

const NAME: ReadyRun = {
  names: ['name', 'depth'],
  label: '{"name":',
  pattern: /"\w*","depth":\d/y,
};
const RANK: ReadyRun = { names: ['rank'], label: ',"rank":', pattern: /\d/y };
const answer = (...entities: readonly string[]) => `{"data":{"_entities":[${entities.join()}]}}`;
const A = '{"name":"A","depth":1,"rank":2}';

test('entities that stand as they are wanted are passed on as they are', () => {
  const a = { name: new ReadyText(NAME, '"A","depth":1'), rank: new ReadyText(RANK, '2') };
  const read = readReady(`${answer(A, 'null', A)}\n`, [NAME, RANK]);
  expect(read).toEqual({ data: { _entities: [a, null, a] } });
});

test.each([
  ['nothing', ''],
  ['an error', '{"errors":[{"message":"No."}],"data":{"_entities":[null]}}'],
  ['an error behind them', '{"data":{"_entities":[null]},"errors":[{"message":"No."}]}'],
  ['no entities', answer()],
  ['a value of another type', answer('{"name":"A","depth":"1","rank":2}')],
  ['a field too many', answer('{"name":"A","depth":1,"rank":2,"more":1}')],
  ['a field too few', answer('{"name":"A","depth":1}')],
  ['another order', answer('{"rank":2,"name":"A","depth":1}')],
  ['a space', answer(' {"name":"A","depth":1,"rank":2}')],
  ['a text for an entity', answer('"A"')],
  ['no comma', answer(`${A}${A}`)],
  ['a comma at the end', answer(A, '')],
  ['what ends early', answer(A).slice(0, -1)],
  ['what ends in an entity', '{"data":{"_entities":[{"name":"A'],
  ['what goes on', `${answer(A)}}`],
])('an answer that has anything else is not read: %s', (_, text) => {
  expect(readReady(text, [NAME, RANK])).toBe(undefined);
});

test('what was read for other runs is read after all', () => {
  const entity = { name: new ReadyText(NAME, '"A","depth":1'), rank: new ReadyText(RANK, '2') };
  expect(asReadFor(entity, [NAME, RANK])).toBe(entity);
  const values = { name: 'A', depth: 1, rank: 2 };
  expect(asReadFor(entity, undefined)).toEqual(values);
  expect(asReadFor(entity, [{ ...NAME }, { ...RANK }])).toEqual(values);
  expect(asReadFor(values, [NAME, RANK])).toBe(values);
  expect(asReadFor({}, undefined)).toEqual({});
});

test('an entity of ready texts is flat, so it is its own copy', () => {
  const entity = { rank: new ReadyText(RANK, '2') };
  expect([isFlat(entity), copyOf(entity) === entity]).toEqual([true, true]);
});
