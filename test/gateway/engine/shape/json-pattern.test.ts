import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { jsonPattern } from '../../../../gateway/engine/shape/json-pattern.ts';
import type { Shape } from '../../../../gateway/engine/shape/shape.ts';
import { writeData } from '../../../../gateway/engine/shape/write.ts';
import { shapeOf } from './shape-of.ts';

const SCHEMA = buildSchema(`
  scalar Any
  enum Ore { COPPER TIN }
  type Query { text: String must: String! id: ID whole: Int real: Float deep: Boolean ore: Ore any: Any
    list: [String!] lists: [[Int]] inner: Query }`);

function valueShape(field: string): Shape {
  const query = field === 'inner' ? '{ inner { text } }' : `{ ${field} }`;
  const [found] = shapeOf(SCHEMA, { query }).fieldsOf('Query') ?? [];
  if (!found || found.value.kind === 'known') throw new Error(`Expected a shape of ${field}.`);
  return found.value;
}

const passes = (field: string, json: string): boolean =>
  new RegExp(`^(?:${jsonPattern(valueShape(field))})(?=[,}])`).test(`${json}}`);

test.each<readonly [field: string, passed: readonly string[], read: readonly string[]]>([
  [
    'text',
    ['""', '"a b"', '"é ü \u{1f600}"', String.raw`"a\"b\\\/\b\f\n\r\t\u00e9"`, 'null'],
    ['1', 'true', '"a', 'a"', '"a\nb"', String.raw`"\x"`, String.raw`"\u12"`, '"a" ', '[]', '{}'],
  ],
  ['must', ['"a"'], ['null']],
  ['id', ['"7"', 'null'], ['7']],
  ['whole', ['0', '7', '-7', '999999999'], ['-0', '07', '1.0', '1e2', '2147483648', '"7"', '+7']],
  [
    'real',
    ['0', '0.5', '-0.5', '12.25', '-3', '0.0', '-0.05'],
    ['-0', '-0.0', '.5', '5.', '1e400', '01', '12345678901234567', 'NaN'],
  ],
  ['deep', ['true', 'false', 'null'], ['1', '"true"', 'True']],
  ['ore', ['"TIN"', 'null'], ['"GOLD"', 'TIN', '"COPPERTIN"', '""']],
  ['any', ['"a"', '1.5', 'true', 'null'], ['{}', '[1]', '1e400']],
  ['list', ['[]', '["a"]', '["a","b"]', 'null'], ['["a",null]', '["a",]', '[1]', '["a" ,"b"]']],
  ['lists', ['[]', '[[1,null],null]'], ['[1]', '[["a"]]']],
])(
  'what is passed on is what would be written, and all else is read: %s',
  (field, passed, read) => {
    expect([...passed, ...read].filter((json) => passes(field, json))).toEqual(passed);
    const shape = shapeOf(SCHEMA, { query: `{ ${field} }` });
    const options = { shares: false, charactersMax: 1_000 };
    for (const json of passed) {
      const { json: text, faults } = writeData(shape, { [field]: JSON.parse(json) }, options);
      expect([JSON.parse(String(text)), faults]).toEqual([{ [field]: JSON.parse(json) }, []]);
    }
  },
);

test('an object is read, for others may add to it', () => {
  expect(jsonPattern(valueShape('inner'))).toBe(undefined);
});

test('words of an enum that has many are read', () => {
  const enumOf = (count: number) =>
    buildSchema(`enum Many { ${Array.from({ length: count }, (_, at) => `W${at}`).join(' ')} }
      type Query { many: Many }`);
  const patternOf = (count: number) => {
    const [field] = shapeOf(enumOf(count), { query: '{ many }' }).fieldsOf('Query') ?? [];
    return field && field.value.kind !== 'known' ? jsonPattern(field.value) : 'none';
  };
  expect([patternOf(50), patternOf(51)].map((each) => typeof each)).toEqual([
    'string',
    'undefined',
  ]);
});
