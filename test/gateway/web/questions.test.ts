import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, parse, validate } from 'graphql';
import { QUESTIONS } from '../../../gateway/web/index.ts';

const SUPERGRAPH = readFileSync('schema/generated/supergraph.graphql', 'utf8');
const API = buildASTSchema(transformSupergraphToPublicSchema(parse(SUPERGRAPH)));

test('the explorer offers the thirteen questions that contract 1.0 answers', () => {
  expect(QUESTIONS.map(({ name }) => name)).toEqual([
    'Q01_CobaltReservesByUnfc',
    'Q02_ExportBansOnDate',
    'Q04_ProductionSeries',
    'Q05_RevisionsOfOneFigure',
    'Q06_MinesInBox',
    'Q10_WhoOwns',
    'Q11_StateShareOfCapacity',
    'Q13_PolicyHistory',
    'Q14_CriticalNotProcessedHere',
    'Q15_EventsAndOutcomes',
    'Q18_UndevelopedDeposits',
    'Q19_ChangesSince',
    'Q20_WhatIsWithheld',
  ]);
});

test.each(QUESTIONS)('$name is valid as it stands and begins with what it asks', (question) => {
  expect(question.asks).toMatch(/^[A-Z].+\?$/);
  expect(question.document.startsWith(`# ${question.asks}\nquery ${question.name}`)).toBe(true);
  expect(validate(API, parse(question.document))).toEqual([]);
});
