import { expect, test } from '@jest/globals';
import { assertScalarType, buildSchema, type GraphQLLeafType, isLeafType } from 'graphql';
import { leafShape } from '../../../../gateway/engine/shape/leaf.ts';

const SCHEMA = buildSchema(`scalar Json enum Kind { MINE PORT } type Query { kind: Kind json: Json
  text: String id: ID yes: Boolean float: Float int: Int }`);

function leaf(name: string): GraphQLLeafType {
  const type = SCHEMA.getType(name);
  return isLeafType(type) ? type : assertScalarType(type);
}

test.each<readonly [type: string, value: unknown, text: string | undefined]>([
  ['String', 'a "b"', '"a \\"b\\""'],
  ['String', 1, undefined],
  ['String', true, undefined],
  ['String', ['a'], undefined],
  ['ID', 'MA:site:1', '"MA:site:1"'],
  ['ID', 7, '"7"'],
  ['ID', 7.5, undefined],
  ['ID', true, undefined],
  ['Boolean', true, 'true'],
  ['Boolean', false, 'false'],
  ['Boolean', 'true', undefined],
  ['Boolean', 1, undefined],
  ['Float', 1.5, '1.5'],
  ['Float', 0, '0'],
  ['Float', -1e300, '-1e+300'],
  ['Float', '1.5', undefined],
  ['Float', Number.POSITIVE_INFINITY, undefined],
  ['Float', Number.NaN, undefined],
  ['Int', -7, '-7'],
  ['Int', 2_147_483_647, '2147483647'],
  ['Int', -2_147_483_648, '-2147483648'],
  ['Int', 2_147_483_648, undefined],
  ['Int', 1.5, undefined],
  ['Int', '1', undefined],
  ['Kind', 'MINE', '"MINE"'],
  ['Kind', 'QUARRY', undefined],
  ['Kind', 'constructor', undefined],
  ['Kind', 0, undefined],
  ['Json', 'a\n', '"a\\n"'],
  ['Json', 9.25, '9.25'],
  ['Json', [{ a: null }, 'b'], '[{"a":null},"b"]'],
  ['Json', Object.prototype.toString, undefined],
])('of %s the value %j is written %s', (type, value, text) => {
  const { write, ...rest } = leafShape(leaf(type), true);
  const values = type === 'Kind' ? { values: ['MINE', 'PORT'] } : {};
  expect([write(value), rest]).toEqual([text, { kind: 'leaf', type, nonNull: true, ...values }]);
});
