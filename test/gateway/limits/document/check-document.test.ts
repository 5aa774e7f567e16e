import { expect, test } from '@jest/globals';
import { getIntrospectionQuery, parse } from 'graphql';
import { checkDocument, LIMITS } from '../../../../gateway/limits/index.ts';
import { questionsIn } from '../../../questions.ts';

const says = (query: string) => {
  const fault = checkDocument(parse(query));
  return fault && [fault.extensions.code, fault.message];
};

const times = (count: number, text: (place: number) => string) =>
  Array.from({ length: count }, (_, place) => text(place)).join(' ');
const nested = (depth: number): string => (depth === 1 ? 'a' : `a { ${nested(depth - 1)} }`);
const value = (depth: number): string => (depth === 0 ? '1' : `[${value(depth - 1)}]`);

test.each([
  [
    'depth',
    LIMITS.documentDepthMax,
    (n: number) => `{ ${nested(n)} }`,
    [
      'DOCUMENT_TOO_DEEP',
      'Expected at most 32 levels of fields and fragments within one another, got 33. Ask for the inner records by their ids in a question of their own.',
    ],
  ],
  [
    'depth of a value',
    LIMITS.valueDepthMax,
    (n: number) => `{ a(b: ${value(n)}) }`,
    [
      'DOCUMENT_TOO_DEEP',
      'Expected at most 12 levels of lists and objects in one value, got 13. No argument nests as deep as that; see its type in the explorer.',
    ],
  ],
  [
    'lists of the schema within one another',
    LIMITS.introspectionListsMax,
    (n: number) =>
      `{ __schema { types { ${times(n - 1, () => 'fields { type {')} name }${'}}'.repeat(n)}`,
    [
      'DOCUMENT_TOO_DEEP',
      'Expected at most 2 lists of types and fields within one another, got 3. Ask for the types by name with `__type`, or take the whole schema as the explorer does.',
    ],
  ],
  [
    'questions about the schema',
    LIMITS.introspectionsMax,
    (n: number) => `{ ${times(n, (i) => `t${i}: __type(name: "Site") { name }`)} }`,
    [
      'DOCUMENT_TOO_WIDE',
      'Expected at most 5 questions about the schema (`__schema`, `__type`) in one, got 6. Take the whole schema once, as the explorer does.',
    ],
  ],
  [
    'root fields',
    LIMITS.rootFieldsMax,
    (n: number) => `{ ...R ${times(n - 2, () => 'a')} } fragment R on Query { b ... { c } }`,
    [
      'DOCUMENT_TOO_WIDE',
      'Expected at most 50 fields at the root of a question, got 51. Split the question, or ask once with lists in the filter.',
    ],
  ],
  [
    'aliases',
    LIMITS.aliasesMax,
    (n: number) =>
      `{ a { ...A b { ...A } ${times(n - 2, (i) => `a${i}: b`)} } } fragment A on A { c: d }`,
    [
      'DOCUMENT_TOO_WIDE',
      'Expected at most 150 aliases, those of a fragment wherever it is spread, got 151. Split the question, or ask once with lists in the filter.',
    ],
  ],
  [
    'directives',
    LIMITS.directivesMax,
    (n: number) => `{ a ${times(n, () => '@b')} }`,
    [
      'DOCUMENT_TOO_WIDE',
      'Expected at most 150 directives, got 151. Leave out what you do not want instead of skipping it.',
    ],
  ],
  [
    'values of a list',
    LIMITS.listItemsMax,
    (n: number) => `{ a(b: { c: [${times(n, String)}] }) }`,
    [
      'LIST_TOO_LONG',
      'Expected at most 500 values in one list, got 501. Ask for them in several questions.',
    ],
  ],
  [
    'fields',
    LIMITS.documentFieldsMax,
    (n: number) => `{ a { ${times(n - 3, () => 'b')} ...F ...F } } fragment F on A { c }`,
    [
      'DOCUMENT_TOO_WIDE',
      'Expected at most 600 fields, those of a fragment wherever it is spread, got 601. Split the question.',
    ],
  ],
])('the limit of %s is kept from both sides', (_, limit, query, refused) => {
  expect(says(query(limit))).toBe(undefined);
  expect(says(query(limit + 1))).toEqual(refused);
});

test('a bomb of fragments is measured without being expanded', () => {
  const bomb = times(60, (i) => `fragment F${i} on Q { ...F${i + 1} ...F${i + 1} }`);
  expect(says(`{ ...F0 } ${bomb} fragment F60 on Q { a { b } }`)?.[0]).toBe('DOCUMENT_TOO_DEEP');
  const wide = times(20, (i) => `fragment F${i} on Q { ...F${i + 1} ...F${i + 1} }`);
  expect(says(`{ x { ...F0 } } ${wide} fragment F20 on Q { a { b } }`)).toEqual([
    'DOCUMENT_TOO_WIDE',
    'Expected at most 600 fields, those of a fragment wherever it is spread, got 1000000. Split the question.',
  ]);
});

test('fragments in a circle are left to validation', () => {
  expect(says('{ ...A } fragment A on Q { a { ...B } } fragment B on Q { b { ...A } }')).toBe(
    undefined,
  );
});

test('several operations are measured each for itself, for one of them is executed', () => {
  const many = times(30, (i) => `query Q${i} { ${times(40, () => 'a')} }`);
  expect(says(many)).toBe(undefined);
});

test.each(questionsIn('gateway/web/questions.graphql'))(
  '$name is within all limits',
  ({ document }) => {
    expect(checkDocument(document)).toBe(undefined);
  },
);

test("the explorer's question about the schema is within all limits", () => {
  const whole = { schemaDescription: true, inputValueDeprecation: true, specifiedByUrl: true };
  expect(says(getIntrospectionQuery({ ...whole, directiveIsRepeatable: true, oneOf: true }))).toBe(
    undefined,
  );
});
