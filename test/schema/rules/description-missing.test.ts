import { expect, test } from '@jest/globals';
import { findingsAfter } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'DESCRIPTION_MISSING',
  place,
  says: 'Say what it is, for a researcher, with unit and standard.',
});

test('a type says what it is', () => {
  expect(
    findingsAfter(
      `"An inspection: ICGLR MD.07. Inspectors' names are not in the contract."
`,
      '',
    ),
  ).toEqual([broken('Inspection')]);
});

test('a field says what it is', () => {
  expect(
    findingsAfter(
      `"House or hall."
  `,
      '',
    ),
  ).toEqual([broken('Event.venue')]);
});

test('a blank says nothing', () => {
  expect(findingsAfter('"House or hall."', '" "')).toEqual([broken('Event.venue')]);
});

test('an enum says what it is', () => {
  expect(
    findingsAfter(
      `"Scale of work."
enum`,
      'enum',
    ),
  ).toEqual([broken('MiningScale')]);
});

test('a scalar says what it is', () => {
  expect(
    findingsAfter(
      `"ISO 4217 alphabetic code."
`,
      '',
    ),
  ).toEqual([broken('CurrencyCode')]);
});

test('an input says what it is', () => {
  expect(
    findingsAfter(
      `"Which events."
`,
      '',
    ),
  ).toEqual([broken('EventFilter')]);
});

test('a field of an input says what it is', () => {
  expect(
    findingsAfter(
      `"In force on this day."
  `,
      '',
    ),
  ).toEqual([broken('PolicyFilter.inForceOn')]);
});
