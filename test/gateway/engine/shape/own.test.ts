import { expect, test } from '@jest/globals';
import { type FieldNode, parse, print, visit } from 'graphql';
import { markedOwn, ownText, unmarked } from '../../../../gateway/engine/shape/own.ts';

/** The marked fields of a question for the schema, in their order. */
function marked(query: string) {
  const fields: FieldNode[] = [];
  const document = visit(parse(query), {
    Field: (node) => {
      if (node.name.value !== '__schema') return undefined;
      const field = markedOwn(node, `own ${fields.length}`);
      fields.push(field);
      return field;
    },
  });
  return { document, fields };
}

test('what is marked has its name and its conditions, and without marks is the name of a type', () => {
  const { document } = marked('{ a { __schema { x } s: __schema @skip(if: true) { y } b } }');
  expect(print(unmarked(document))).toBe(
    print(parse('{ a { __schema: __typename s: __typename @skip(if: true) b } }')),
  );
  expect(print(document)).toContain('s: __typename @skip(if: true) @zlg_own(name: "own 1")');
});

test('a text of its own stands where it is marked, and nowhere else', () => {
  const { fields } = marked('{ a { __schema { x } __schema { y } } }');
  const [first, second] = fields.map((each) => [each]);
  const own = new Map([['own 0', '{"x":1}']]);
  expect(ownText(first ?? [], own)).toBe('{"x":1}');
  expect(ownText(second ?? [], own)).toBeUndefined();
  expect(ownText([{ kind: 'Field', name: { kind: 'Name', value: 'a' } } as FieldNode], own)).toBe(
    undefined,
  );
});

test('what is selected in several places has all of it, each list’s items together', () => {
  const { fields } = marked('{ a { __schema { x } __schema { y } } }');
  const own = new Map([
    ['own 0', '{"a":{"n":1,"x":[[{"b":1}],null]},"c":2}'],
    ['own 1', '{"d":null,"a":{"x":[[{"e":3}],null],"n":1}}'],
  ]);
  expect(ownText(fields, own)).toBe('{"a":{"n":1,"x":[[{"b":1,"e":3}],null]},"c":2,"d":null}');
});
