import { expect, test } from '@jest/globals';
import { buildSchema, type GraphQLObjectType, parse } from 'graphql';
import { compose, logicalSubgraphs } from '../../../gateway/supergraph/index.ts';
import { sayingWhoOffers } from '../../../gateway/supergraph/saying-who-offers.ts';
import { readContract } from '../../../schema/index.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';
const KENYA = `
type Site @key(fields: "id") {
  id: ID!
  "Its licence in Kenya's cadastre."
  ke_licence: KeLicence
}
"A licence of Kenya."
type KeLicence { number: String kind: KeKind }
enum KeKind { A B }
type Query { ke_licences: [KeLicence!] }`;

function apiOf(extension: string) {
  const composed = compose(logicalSubgraphs(readContract(), `${LINK}\n${extension}`));
  if (composed.kind === 'refused') throw new Error(composed.findings.join('\n'));
  const schema = buildSchema(composed.api);
  const fieldOf = (type: string, field: string) =>
    (schema.getType(type) as GraphQLObjectType | undefined)?.getFields()[field]?.description;
  return { fieldOf, typeOf: (type: string) => schema.getType(type)?.description };
}

test('what a member adds says in the schema of clients that it is theirs, after their own words', () => {
  const { fieldOf, typeOf } = apiOf(KENYA);
  expect({
    onTheContract: fieldOf('Site', 'ke_licence'),
    ownType: typeOf('KeLicence'),
    itsField: fieldOf('KeLicence', 'number'),
    ownEnum: typeOf('KeKind'),
    question: fieldOf('Query', 'ke_licences'),
  }).toEqual({
    onTheContract: "Its licence in Kenya's cadastre. Offered by Kenya (KE).",
    ownType: 'A licence of Kenya. Offered by Kenya (KE).',
    itsField: 'Offered by Kenya (KE).',
    ownEnum: 'Offered by Kenya (KE).',
    question: 'Offered by Kenya (KE).',
  });
});

test("the contract's own fields stay as they were, and so does all that a member publishes next", () => {
  const contract = apiOf('type Query { ke_other: Int }');
  expect(contract.fieldOf('Site', 'ke_licence')).toBeUndefined();
  expect(contract.fieldOf('Query', 'ke_other')).toBe('Offered by Kenya (KE).');
  expect(contract.fieldOf('Site', 'id')).toBe(apiOf(KENYA).fieldOf('Site', 'id'));
  expect(contract.typeOf('Quantity')).not.toContain('Offered by');
});

test.each([
  ['cd_x', 'Democratic Republic of the Congo (CD)'],
  ['ci_x', "Côte d'Ivoire (CI)"],
  ['amsg_x', 'AMSG'],
])('%s is offered by %s', (field, name) => {
  const [query] = sayingWhoOffers(parse(`type Query { ${field}: Int }`)).definitions;
  expect(query).toMatchObject({ fields: [{ description: { value: `Offered by ${name}.` } }] });
});
