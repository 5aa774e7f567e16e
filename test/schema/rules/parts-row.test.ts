import { expect, test } from '@jest/globals';
import { findingsAfter } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'PARTS_ROW',
  place,
  says: 'A row of an aggregate is a flat key of scalars and enums, and `parts: Parts!` or `count: Int!`.',
});

test('a key of a sum is compared as it stands, so it is no list', () => {
  expect(
    findingsAfter(
      `crirsco: String
`,
      `crirsco: [CrirscoCategory!]
`,
    ),
  ).toEqual([broken('EstimateTotal')]);
});

test('a key of a sum is no object', () => {
  expect(
    findingsAfter(
      `"The country, when split by COUNTRY."
  countryCode: CountryCode
  "The parts it is made of."
  parts: Parts!
}
"An exact`,
      `"The country, when split by COUNTRY."
  country: Quantity
  "The parts it is made of."
  parts: Parts!
}
"An exact`,
    ),
  ).toEqual([broken('CapacityTotal')]);
});

test('a row of counts has its count', () => {
  expect(
    findingsAfter(
      `"CGI code."
  commodityCode: CommodityCode
  "How many."
  count: Int!
}
"What policies`,
      `"CGI code."
  commodityCode: CommodityCode
  "How many."
  number: Int!
}
"What policies`,
    ),
  ).toEqual([broken('SiteCount')]);
});
