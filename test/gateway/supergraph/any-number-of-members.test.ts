import { prettyFormatQueryPlan } from '@apollo/query-planner';
import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { compose, logicalSubgraphs, type Subgraphs } from '../../../gateway/supergraph/index.ts';
import { readContract } from '../../../schema/index.ts';
import { questionsIn } from '../../questions.ts';
import { openPlanner, type PlanOf } from './plan.ts';

const NUMBERS = [5, 54, 500] as const;
const QUESTIONS = questionsIn('gateway/web/questions.graphql');
const contract = readContract();

/** A member that serves the contract, and perhaps publishes an extension of its own. */
type Publisher = { readonly code: string; readonly hasExtension: boolean };

/** AA, AB, AC ...: codes as states have them; the first `extending` publish an extension. */
const members = (number: number, extending = number): readonly Publisher[] =>
  Array.from({ length: number }, (_, place) => ({
    code: String.fromCharCode(65 + Math.floor(place / 26), 65 + (place % 26)),
    hasExtension: place < extending,
  }));

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';

/** What members publish beyond the contract, in one: each a field of sites, a type of its own and a field of Query. */
function extensionsOf(all: readonly Publisher[]): string {
  const each = (write: (code: string, prefix: string) => string) =>
    all
      .filter(({ hasExtension }) => hasExtension)
      .map(({ code }) => write(code, code.toLowerCase()))
      .join(' ');
  return `${LINK}
    type Site @key(fields: "id") { id: ID! ${each((code, my) => `${my}_grade: Quantity ${my}_basin: ${code}Basin`)} }
    ${each((code) => `type ${code}Basin { name: String sites: [Site!] }`)}
    type Query { ${each((code, my) => `${my}_basins: [${code}Basin!]`)} }`;
}

/** The supergraph over members, as the gateway has it. */
const facesOver = (all: readonly Publisher[]): Subgraphs =>
  logicalSubgraphs(contract, extensionsOf(all));

/** What federation offers without faces: a subgraph a member, each with its own field of Query. */
const oneSubgraphEach = (all: readonly Publisher[]): Subgraphs =>
  Object.fromEntries(
    all.map(({ code }) => [
      code.toLowerCase(),
      `${LINK} type ${code}Site @key(fields: "id") { id: ID! adm1: String } type Query { ${code.toLowerCase()}_sites: [${code}Site!] }`,
    ]),
  );

function supergraphOf(subgraphs: Subgraphs): string {
  const composed = compose(subgraphs);
  if (composed.kind === 'refused') throw new Error(composed.findings.join('\n'));
  return composed.supergraph;
}

const planAll = (planOf: PlanOf): string =>
  QUESTIONS.map(({ document }) => prettyFormatQueryPlan(planOf(document))).join('\n');

test('the supergraph has the same bytes with 5, 54 and 500 members of whom one has an extension', () => {
  const supergraphs = NUMBERS.map((number) => supergraphOf(facesOver(members(number, 1))));
  expect(new Set(supergraphs).size).toBe(1);
});

const planners = NUMBERS.map((number) => openPlanner(supergraphOf(facesOver(members(number)))));

test('the plans have the same bytes with 5, 54 and 500 members, even if each has an extension', () => {
  expect(new Set(planners.map(planAll)).size).toBe(1);
});

test('planning takes no longer with 500 members than with 5, even if each has an extension', () => {
  const rounds = Array.from({ length: 9 }, () => planners.map(cpuMsOf));
  const [few = 0, , many = 0] = planners.map((_, place) =>
    Math.min(...rounds.map((round) => round[place] ?? 0)),
  );
  expect(many / few).toBeLessThan(2);
});

/** Processor time to plan all questions; the least of several rounds is what the work takes, the rest is what disturbed it. */
function cpuMsOf(planOf: PlanOf): number {
  const before = process.cpuUsage();
  planAll(planOf);
  return process.cpuUsage(before).user / 1_000;
}

test('one subgraph a member grows with their number: the plan of its question for 54 is over ten times that for 5', () => {
  const [few = 0, many = 0] = [5, 54].map((number) => {
    const all = members(number);
    const planOf = openPlanner(supergraphOf(oneSubgraphEach(all)));
    const fields = all.map(({ code }) => `${code.toLowerCase()}_sites { id adm1 }`);
    return prettyFormatQueryPlan(planOf(parse(`{ ${fields.join(' ')} }`))).length;
  });
  expect(many / few).toBeGreaterThan(10);
});
