import { expect, test } from '@jest/globals';
import { joinSdl } from '../../schema/index.ts';

test('types that both have get the fields of both, each as the first describes it', () => {
  const sdl = `extend schema @link(url: "u", import: ["@key"])
type Country @key(fields: "code") {
  "As the first says."
  code: ID!
  sites: String
}
type Query {
  sites: String
}`;
  const addition = `extend schema @link(url: "u", import: ["@key"])
type Country @key(fields: "code") {
  code: ID!
  capital: String
}
"Only here."
enum Region {
  NORTHERN
}
type Query {
  countries: [Country!]
}`;
  expect(joinSdl(sdl, addition)).toBe(`extend schema @link(url: "u", import: ["@key"])

type Country @key(fields: "code") {
  "As the first says."
  code: ID!
  sites: String
  capital: String
}

type Query {
  sites: String
  countries: [Country!]
}

"Only here."
enum Region {
  NORTHERN
}`);
});

test('an enum or scalar that both have stays as the first has it', () => {
  expect(joinSdl('enum Unit {\n  TONNE\n}\n\nscalar Date', 'enum Unit { OUNCE } scalar Date')).toBe(
    'enum Unit {\n  TONNE\n}\n\nscalar Date',
  );
});
