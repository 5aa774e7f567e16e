import { expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { newFaults } from '../../../gateway/registry/operations/new-faults.ts';
import { withoutValues } from '../../../gateway/registry/operations/without-values.ts';
import { codeOf, extensionOf, givenRegistry } from './given-registry.ts';
import { newFolder } from './new-folder.ts';

test.each([
  [
    'query Q($id: ID! = "MA:site:a", $n: Int) { record(id: $id) { site { id } } sites(first: $n) { __typename } }',
    'query Q($id:ID!$n:Int){record(id:$id){site{id}}sites(first:$n){__typename}}',
  ],
  [
    '{ sites(first: 25, filter: { text: "secret", owners: ["MA", "CD"], status: [OPERATING, CLOSED] }) { __typename } }',
    '{sites(first:0 filter:{text:"" owners:[""]status:[OPERATING CLOSED]}){__typename}}',
  ],
  ['{ a(x: 1.5, y: """\n  long\n  secret """, z: true) }', '{a(x:0 y:"" z:true)}'],
])('of a question its values are not remembered: %s', (question, bare) => {
  expect(withoutValues(parse(question))).toBe(bare);
});

test('a question is broken by what is new, not by the values it has lost', () => {
  const before = buildSchema('enum E { A B } type Query { a(e: E): Int, b: Int }');
  const after = buildSchema('enum E { A } type Query { a(e: E): Int, bb: Int }');
  expect(newFaults('{ a(e: "") c }', before, after)).toEqual([]);
  expect(newFaults('{ a(e: B) b }', before, after)).toEqual([
    'Value "B" does not exist in "E" enum.',
    'Cannot query field "b" on type "Query".',
  ]);
});

async function afterQuestions(...questions: readonly string[]) {
  const registry = await givenRegistry(newFolder());
  await registry.publishes('MA', { extension: extensionOf('MA') });
  for (const [place, question] of questions.entries())
    registry.see({ textHash: String(place), document: parse(question) });
  return registry;
}

const GRADES = '{ sites(first: 3) { edges { node { ma_grade } } } }';

test('what somebody asks for is not taken away', async () => {
  const registry = await afterQuestions(GRADES, GRADES, '{ sites { __typename } }');
  expect(await registry.publishes('MA', { extension: extensionOf('MA', 'purity') })).toMatchObject({
    kind: 'refused',
    refusal: {
      code: 'BREAKS_KNOWN_OPERATION',
      status: 409,
      says: 'This takes away what somebody asks for (known questions: 1). Cannot query field "ma_grade" on type "Site". Asked 2 times. Keep it and mark it @deprecated, or publish with "breaking": true.',
      findings: [{ code: 'BREAKS_KNOWN_OPERATION' }],
    },
  });
  await registry.close();
});

test('who knows what it breaks may break it, and so may who goes back or leaves', async () => {
  const registry = await afterQuestions(GRADES);
  const extension = extensionOf('MA', 'purity');
  const says = expect.stringContaining('Cannot query field "ma_grade" on type "Site".');
  const breaks = { publication: { composition: { breaks: [says] } } };
  const asked = { member: 'MA', token: registry.operator };
  expect(await registry.publishes('MA', { extension, breaking: true })).toMatchObject(breaks);
  expect(codeOf(await registry.rollback({ ...asked, body: { number: 1 } }))).toBe('published');
  expect(await registry.rollback({ ...asked, body: { number: 2 } })).toMatchObject(breaks);
  expect(codeOf(await registry.rollback({ ...asked, body: { number: 1 } }))).toBe('published');
  expect(await registry.withdraw({ ...asked, body: {} })).toMatchObject(breaks);
  await registry.close();
});

test('questions of one member’s names are none of another’s', async () => {
  const registry = await afterQuestions(GRADES);
  await registry.publishes('CD', { extension: extensionOf('CD') });
  expect(codeOf(await registry.publishes('CD'))).toBe('published');
  await registry.close();
});

test('what was asked is known after a restart, and counted on', async () => {
  const folder = newFolder();
  const registry = await givenRegistry(folder);
  await registry.publishes('MA', { extension: extensionOf('MA') });
  registry.see({ textHash: '1', document: parse(GRADES) });
  await registry.close();
  const again = await givenRegistry(folder);
  again.see({ textHash: '1', document: parse(GRADES.replace('3', '7')) });
  expect(await again.publishes('MA')).toMatchObject({
    refusal: { says: expect.stringContaining('Asked 2 times.') },
  });
  await again.close();
});
