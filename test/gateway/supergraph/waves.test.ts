import { expect, test } from '@jest/globals';
import { compose, logicalSubgraphs, type Subgraphs } from '../../../gateway/supergraph/index.ts';
import { readContract, sdlFile } from '../../../schema/index.ts';
import { questionsIn } from '../../questions.ts';
import { costOf, openPlanner } from './plan.ts';

const QUESTIONS = questionsIn('gateway/web/questions.graphql');
const SUBGRAPHS = logicalSubgraphs(
  readContract(),
  sdlFile('../subgraphs/morocco/extension.graphql'),
);

function costsOver(subgraphs: Subgraphs) {
  const composed = compose(subgraphs);
  if (composed.kind === 'refused') throw new Error(composed.findings.join('\n'));
  const planOf = openPlanner(composed.supergraph);
  return QUESTIONS.map(({ name, document }) => ({
    question: name.slice(0, 3),
    ...costOf(planOf(document)),
  }));
}

test('each of the thirteen questions takes so many waves and fetches', () => {
  expect(costsOver(SUBGRAPHS)).toEqual([
    { question: 'Q01', waves: 2, fetches: 2, asking: 2 },
    { question: 'Q02', waves: 2, fetches: 2, asking: 2 },
    { question: 'Q04', waves: 1, fetches: 1, asking: 1 },
    { question: 'Q05', waves: 2, fetches: 2, asking: 2 },
    { question: 'Q06', waves: 3, fetches: 4, asking: 3 },
    { question: 'Q10', waves: 1, fetches: 1, asking: 1 },
    { question: 'Q11', waves: 2, fetches: 2, asking: 2 },
    { question: 'Q13', waves: 2, fetches: 3, asking: 2 },
    { question: 'Q14', waves: 1, fetches: 3, asking: 2 },
    { question: 'Q15', waves: 2, fetches: 3, asking: 2 },
    { question: 'Q18', waves: 2, fetches: 2, asking: 2 },
    { question: 'Q19', waves: 1, fetches: 2, asking: 2 },
    { question: 'Q20', waves: 2, fetches: 2, asking: 2 },
  ]);
});

test('the names of the faces decide: with the national before the continental two questions wait a wave more', () => {
  const { national, ...others } = SUBGRAPHS;
  const wavesOf = (subgraphs: Subgraphs) =>
    Object.fromEntries(costsOver(subgraphs).map(({ question, waves }) => [question, waves]));
  const [asNamed, renamed] = [
    wavesOf(SUBGRAPHS),
    wavesOf({ ...others, a_national: national ?? '' }),
  ];
  const slower = Object.keys(asNamed).filter((each) => asNamed[each] !== renamed[each]);
  expect(slower.map((each) => [each, asNamed[each], renamed[each]])).toEqual([
    ['Q13', 2, 3],
    ['Q15', 2, 3],
  ]);
});
