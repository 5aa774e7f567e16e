import { composeServices } from '@apollo/composition';
import internals from '@apollo/federation-internals';
import { expect, test } from '@jest/globals';
import {
  buildSchema,
  type GraphQLSchema,
  lexicographicSortSchema,
  parse,
  printSchema,
} from 'graphql';
import { compose, logicalSubgraphs, type Subgraphs } from '../../../gateway/supergraph/index.ts';
import { sayingWhoOffers } from '../../../gateway/supergraph/saying-who-offers.ts';
import { readContract, sdlFile } from '../../../schema/index.ts';
import { questionsIn } from '../../questions.ts';
import { openPlanner } from './plan.ts';

const contract = readContract();
const EXTENSION = sdlFile('../subgraphs/morocco/extension.graphql');
const SUBGRAPHS = logicalSubgraphs(contract, EXTENSION);

/** The second opinion: Apollo's own composition, which the gateway does not run. It is given the extensions with whose they are, as ours is. */
function composedByApollo(subgraphs: Subgraphs) {
  const services = Object.entries(subgraphs).map(([name, sdl]) => ({
    name,
    url: `http://${name}.invalid`,
    typeDefs: name === 'extensions' ? sayingWhoOffers(parse(sdl)) : parse(sdl),
  }));
  const { errors, hints, supergraphSdl } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(String(errors));
  return { supergraph: supergraphSdl, hints: hints.map(String) };
}

function composed(subgraphs: Subgraphs) {
  const result = compose(subgraphs);
  if (result.kind === 'refused') throw new Error(result.findings.join('\n'));
  return result;
}

const ours = composed(SUBGRAPHS);
const apollos = composedByApollo(SUBGRAPHS);

test('the same six logical subgraphs make the supergraph, whoever is a member', () => {
  expect(Object.keys(SUBGRAPHS)).toEqual([
    'continental',
    'national',
    'links_shared',
    'links_records',
    'amsg',
    'extensions',
  ]);
  expect(Object.keys(logicalSubgraphs(contract, ''))).not.toContain('extensions');
});

test('Apollo composes the faces without a hint', () => {
  expect(apollos.hints).toEqual([]);
});

const printed = (schema: GraphQLSchema) => printSchema(lexicographicSortSchema(schema));
const apiOf = (supergraph: string) =>
  printed(internals.Supergraph.build(supergraph).apiSchema().toGraphQLJSSchema());

test('both composers give clients the same schema, which is the one that is printed', () => {
  expect(apiOf(ours.supergraph)).toBe(apiOf(apollos.supergraph));
  expect(printed(buildSchema(ours.api))).toBe(apiOf(ours.supergraph));
});

test('both composers lead to the same plan of every question', () => {
  const [planOf, planOfApollos] = [openPlanner(ours.supergraph), openPlanner(apollos.supergraph)];
  const questions = [
    'gateway/web/questions.graphql',
    'test/gateway/supergraph/intricate.graphql',
  ].flatMap(questionsIn);
  for (const { name, document } of questions)
    expect([name, planOf(document)]).toEqual([name, planOfApollos(document)]);
});

test('an extension that does not compose is refused with what is wrong, and nothing is thrown', () => {
  const broken = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
    type Site @key(fields: "id") { id: ID! name: String }`;
  expect(compose(logicalSubgraphs(contract, broken))).toEqual({
    kind: 'refused',
    findings: [
      'Type of field "Site.name" is incompatible across subgraphs: it has type "LocalizedText" in subgraphs "continental", "national" but type "String" in subgraph "extensions"',
      'Non-shareable field "Site.name" is resolved from multiple subgraphs: it is resolved from subgraphs "continental", "extensions" and "national" and defined as non-shareable in subgraph "extensions"',
    ],
  });
});
