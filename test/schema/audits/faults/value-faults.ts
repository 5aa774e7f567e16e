import type { Fault, Json, JsonObject } from '../fault.ts';
import { bendsFields, bendsObjects, isObject, keeps, texts } from './deeds.ts';

const quantities = (other: (quantity: JsonObject) => JsonObject) =>
  bendsObjects((object) => ('flag' in object ? other(object) : object));

const INSPECTIONS = [
  { number: 'I 1', date: '2025-05-05', result: 'GREEN', agency: 'Nobody', reportUrl: null },
];
const withoutRedactions = (governance: Json): Json =>
  isObject(governance) ? { ...governance, redactions: [] } : null;

export const VALUE_FAULTS: readonly Fault[] = [
  [
    'gives decimals as numbers',
    bendsObjects((object) =>
      'flag' in object && typeof object.value === 'string'
        ? { ...object, value: Number(object.value) }
        : object,
    ),
    'VALUE_DECIMAL',
  ],
  [
    'gives decimals with an exponent',
    quantities((each) =>
      typeof each.value === 'string'
        ? { ...each, value: Number(each.value).toExponential() }
        : each,
    ),
    'VALUE_DECIMAL',
  ],
  [
    'writes thousands apart',
    bendsFields(
      ['areaHa', 'percent'],
      texts((text) => `${text},000`),
    ),
    'VALUE_DECIMAL',
  ],
  [
    'gives months that there are not',
    bendsFields(
      ['from', 'date'],
      texts((text) => text.replace(/-\d\d-/, '-13-')),
    ),
    'VALUE_DATE',
  ],
  [
    'gives instants in its own zone',
    bendsFields(
      ['updatedAt', 'at'],
      texts((text) => text.replace(/Z$/, '+02:00')),
    ),
    'VALUE_DATE_TIME',
  ],
  [
    'fills up dates of reduced precision',
    bendsFields(
      ['asOf', 'statusAsOf'],
      texts((text) => (/^\d{4}$/.test(text) ? `${text}-00-00` : text)),
    ),
    'VALUE_PARTIAL_DATE',
  ],
  [
    'names countries by three letters',
    bendsFields(
      ['countryCode', 'jurisdictionCode'],
      texts((code) => `${code}X`),
    ),
    'COUNTRY_IS_THE_MEMBER',
  ],
  [
    'names the countries of organisations by three letters',
    bendsObjects((object) =>
      'registrationNumber' in object && typeof object.countryCode === 'string'
        ? { ...object, countryCode: `${object.countryCode}X` }
        : object,
    ),
    'VALUE_COUNTRY_CODE',
  ],
  [
    'names commodities in capitals',
    bendsFields(['commodityCodes'], (codes) =>
      Array.isArray(codes) ? codes.map((code) => String(code).toUpperCase()) : codes,
    ),
    'VALUE_COMMODITY_CODE',
  ],
  [
    'cuts off identifiers of companies',
    bendsFields(
      ['lei'],
      texts((lei) => lei.slice(0, 18)),
    ),
    'VALUE_LEI',
  ],
  [
    'writes customs codes with dots',
    bendsFields(['hsCodes'], (codes) =>
      Array.isArray(codes)
        ? codes.map((code) => `${String(code).slice(0, 2)}.${String(code).slice(2)}`)
        : codes,
    ),
    'VALUE_HS_CODE',
  ],
  ['writes currencies as signs', bendsFields(['currency'], () => '$'), 'VALUE_CURRENCY_CODE'],
  [
    'gives addresses without their scheme',
    bendsFields(
      ['url'],
      texts((url) => url.replace(/^https:\/\//, '')),
    ),
    'VALUE_URL',
  ],
  [
    'gives licences in words',
    bendsFields(
      ['licence'],
      texts(() => 'Creative Commons, by attribution'),
    ),
    'VALUE_LICENCE',
  ],
  [
    'gives words that no enum has',
    bendsFields(
      ['status'],
      texts(() => 'RUNNING'),
    ),
    'VALUE_ENUM',
  ],
  [
    'gives no unit',
    quantities(({ unit: _unit, ...each }) => ({ ...each, unit: null })),
    'VALUE_NOT_NULL',
  ],
  [
    'gives null among commodities',
    bendsFields(['commodityCodes'], (codes) => (Array.isArray(codes) ? [...codes, null] : codes)),
    'VALUE_NOT_NULL',
  ],
  [
    'gives one commodity in place of a list',
    bendsFields(['commodityCodes'], (codes) => (Array.isArray(codes) ? (codes[0] ?? '') : codes)),
    'VALUE_LIST',
  ],
  [
    'gives years as texts',
    bendsFields(['year'], (year) => (typeof year === 'number' ? String(year) : year)),
    'VALUE_INT',
  ],
  [
    'gives degrees as texts',
    bendsFields(['lat'], (lat) => (typeof lat === 'number' ? String(lat) : lat)),
    'VALUE_FLOAT',
  ],
  ['gives 1 for true', bendsFields(['synthetic'], (is) => (is === true ? 1 : is)), 'VALUE_BOOLEAN'],
  [
    'gives latitude for longitude',
    bendsObjects((object) =>
      'lat' in object ? { ...object, lat: object.lon, lon: object.lat } : object,
    ),
    'PLACE_ON_EARTH',
  ],
  [
    'gives zero for what is withheld',
    quantities((each) => (each.value === null ? { ...each, value: '0' } : each)),
    'QUANTITY_EXPLAINED',
  ],
  [
    'calls exact what it does not give',
    quantities((each) => (each.value === null ? { ...each, flag: 'EXACT' } : each)),
    'QUANTITY_EXPLAINED',
  ],
  [
    'converts by binary floats',
    bendsObjects((object) =>
      typeof object.MEGATONNE === 'string'
        ? { ...object, MEGATONNE: String(Number(object.MEGATONNE) + 0.1) }
        : object,
    ),
    'QUANTITY_CONVERTED',
  ],
  [
    'converts troy ounces to tonnes',
    bendsObjects((object) =>
      object.unit === 'TROY_OUNCE' && 'TONNE' in object ? { ...object, TONNE: '1' } : object,
    ),
    'QUANTITY_CONVERTED',
  ],
  [
    'knows no other language in place of one',
    bendsObjects((object) =>
      'machineTranslated' in object || !('PT' in object)
        ? object
        : { ...object, PT: object.pt ?? '' },
    ),
    'TEXT_FALLS_BACK',
  ],
  ['does not label what is generated', bendsFields(['synthetic'], () => false), 'SYNTHETIC_SAID'],
  [
    'counts revisions from zero',
    keeps(({ page, byIds }) => ({
      page: async (type, ask) => {
        const found = await page(type, ask);
        return {
          ...found,
          rows: found.rows.map((each) => ({ ...each, row: { ...each.row, revision: 0 } })),
        };
      },
      byIds: async (type, ids) =>
        (await byIds(type, ids)).map((each) => each && { ...each, revision: 0 }),
    })),
    'REVISION_COUNTED',
  ],
  [
    'says of nothing where it comes from',
    bendsFields(['provenance'], () => null),
    'PROVENANCE_SAID',
  ],
  [
    'shows what it says is withheld',
    bendsObjects((object) =>
      isObject(object.governance ?? null) &&
      'nationalId' in object &&
      JSON.stringify(object.governance).includes('nationalId')
        ? { ...object, nationalId: 'N 1' }
        : object,
    ),
    'WITHHELD_NULL',
  ],
  [
    'withholds fields that there are not',
    bendsFields(
      ['path'],
      texts((path) => (path === 'nationalId' ? 'national_id' : path)),
    ),
    'WITHHELD_NAMED',
  ],
  [
    'shows a confidential record',
    bendsFields(['classification'], () => 'CONFIDENTIAL'),
    'WITHHELD_RECORD',
  ],
  [
    "shows the source's word for what is withheld",
    bendsObjects((object) =>
      Array.isArray(object.published) && 'status' in object && isObject(object.governance ?? null)
        ? {
            ...object,
            governance: {
              ...(object.governance as JsonObject),
              redactions: [{ path: 'status', reason: 'COMMERCIAL', until: null }],
            },
            status: null,
            published: [{ field: 'status', word: 'open' }],
          }
        : object,
    ),
    'WITHHELD_WORDS',
  ],
  [
    'shows inspections to anybody',
    bendsObjects((object) =>
      'inspections' in object && 'nationalId' in object
        ? {
            ...object,
            inspections: INSPECTIONS,
            governance: withoutRedactions(object.governance ?? null),
          }
        : object,
    ),
    'WITHHELD_CLEARANCE',
  ],
];
