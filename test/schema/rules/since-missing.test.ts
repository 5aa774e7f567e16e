import { expect, test } from '@jest/globals';
import { findingsAfter } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'SINCE_MISSING',
  place,
  says: 'A field or argument whose type came later came later too: give it `@since` as well.',
});
const later = (what: string) => findingsAfter(`${what} {`, `${what} @since(version: "1.1") {`);

test('a field whose type came later came later too', () => {
  expect(later('enum GeoPrecision')).toEqual([broken('GeoPoint.precision')]);
});

test('so did an argument', () => {
  expect(later('enum Split')).toEqual([
    broken('Query.productionTotals(by:)'),
    broken('Query.estimateTotals(by:)'),
    broken('Query.capacityTotals(by:)'),
  ]);
});

test('so did a filter', () => {
  expect(later('enum SiteCertification')).toEqual([
    broken('Site.certification'),
    broken('Inspection.result'),
    broken('SiteFilter.certifications'),
    broken('SiteCount.certification'),
  ]);
});

test('within a type that came later everything did', () => {
  expect(later('type GeoPoint').map(({ place }) => place)).not.toContain('GeoPoint.precision');
});
