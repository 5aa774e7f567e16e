import { expect, test } from '@jest/globals';
import { findingsAfter } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'SINCE_REQUIRED',
  place,
  says: 'What came after 1.0 is nullable, and where it is given it is not required and has no default.',
});

test('a field that came later may be null, for members of earlier versions lack it', () => {
  expect(findingsAfter('nationalId: String', 'nationalId: String @since(version: "1.1")')).toEqual(
    [],
  );
  expect(findingsAfter('lat: Float!', 'lat: Float! @since(version: "1.1")')).toEqual([
    broken('GeoPoint.lat'),
  ]);
});

test('a filter that came later is not required and has no default, which would speak for who knows nothing of it', () => {
  const edited = (filter: string) =>
    findingsAfter(
      'certifications: [SiteCertification!]',
      `certifications: [SiteCertification!]\n  "Later." later: ${filter} @since(version: "1.1")`,
    );
  expect(edited('Int')).toEqual([]);
  expect(edited('Int!')).toEqual([broken('SiteFilter.later')]);
  expect(edited('Int = 1')).toEqual([broken('SiteFilter.later')]);
});

test('an argument that came later is not required and has no default', () => {
  const edited = (argument: string) =>
    findingsAfter(
      'record(id: ID!): Record',
      `record(id: ID!, later: ${argument} @since(version: "1.1")): Record`,
    );
  expect(edited('Int')).toEqual([]);
  expect(edited('Int = 1')).toEqual([broken('Query.record(later:)')]);
});

test('of a type that came later nothing is imposed on who lacks it whole', () => {
  expect(
    findingsAfter('type GeoPoint {', 'type GeoPoint @since(version: "1.1") {').filter(
      ({ code }) => code === 'SINCE_REQUIRED',
    ),
  ).toEqual([]);
});
