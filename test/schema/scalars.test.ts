import { expect, test } from '@jest/globals';
import { buildSchema, graphqlSync } from 'graphql';
import { checkScalars, SCALARS } from '../../schema/index.ts';

const schemaWith = (sdl: string) => {
  const schema = buildSchema(sdl);
  checkScalars(schema);
  return schema;
};
const asking = (name: string) =>
  schemaWith(`scalar ${name} type Query { given(value: ${name}): ${name} }`);
const rootValue = { given: ({ value }: { readonly value: string }) => value };

const answerTo = (name: string, value: unknown) =>
  graphqlSync({
    schema: asking(name),
    source: `query ($value: ${name}) { given(value: $value) }`,
    variableValues: { value },
    rootValue,
  });

const plain = (example: string) => example.replaceAll('"', '');

test.each(Object.entries(SCALARS))('a %s takes its own example', (name, { example }) => {
  expect(answerTo(name, plain(example))).toEqual({ data: { given: plain(example) } });
});

test.each([
  ['MemberCode', 'Ma'],
  ['CountryCode', 'MAR'],
  ['CommodityCode', 'Phosphate rock'],
  ['LEI', '5493001KJTIIGC8Y1R1'],
  ['HSCode', '25101'],
  ['CurrencyCode', 'mad'],
  ['Date', '2025-02-29'],
  ['Date', '2025-02'],
  ['DateTime', '2025-02-21T09:30:00+01:00'],
  ['DateTime', '2025-02-30T09:30:00Z'],
  ['PartialDate', '2025-13'],
  ['Decimal', '1e3'],
  ['URL', 'javascript:alert(1)'],
  ['Licence', 'CC BY 4.0'],
  ['Date', 20250221],
])('a %s is not %p', (name, value) => {
  const { errors } = answerTo(name, value);
  expect(errors?.map((each) => each.extensions)).toEqual([{ code: 'BAD_VALUE' }]);
});

test('a refusal says what was expected, what came, and its code, for a value and for a literal alike', () => {
  const says = 'Expected a Date such as 2025-02-21, got "yesterday".';
  const literal = graphqlSync({ schema: asking('Date'), source: '{ given(value: "yesterday") }' });
  expect(literal.errors?.map((each) => [each.message, each.extensions])).toEqual([
    [says, { code: 'BAD_VALUE' }],
  ]);
  expect(answerTo('Date', 'yesterday').errors?.map((each) => each.message)).toEqual([
    `Variable "$value" got invalid value "yesterday"; ${says}`,
  ]);
});

test('a long value is cut in the refusal', () => {
  const [error] = answerTo('Date', 'x'.repeat(10_000)).errors ?? [];
  expect(error?.message).toContain(`got "${'x'.repeat(59)}...`);
});

test('a schema without these scalars is left as it is, and so are places in lists', () => {
  const schema = schemaWith('scalar Cursor type Query { given(value: Cursor): Cursor }');
  const source = '{ given(value: "anything") }';
  expect(graphqlSync({ schema, source, rootValue })).toEqual({ data: { given: 'anything' } });
});
