import { expect, test } from '@jest/globals';
import {
  buildASTSchema,
  type GraphQLType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
} from 'graphql';
import { isDecimal, ownerOf, parseGlobalId, sdlFile } from '../../../schema/index.ts';
import type { Rows } from '../../../subgraphs/index.ts';
import { COMMODITIES, RECORD_FILES, readSeed, rowsOf, TYPES } from './committed.ts';

const schema = buildASTSchema(parse(sdlFile('contract.graphql')), { assumeValidSDL: true });

const GRAMMARS: Readonly<Record<string, RegExp>> = {
  CountryCode: /^[A-Z]{2}$/,
  MemberCode: /^[A-Z]{2,8}$/,
  Date: /^\d{4}-\d{2}-\d{2}$/,
  DateTime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/,
  PartialDate: /^\d{4}(-\d{2}(-\d{2})?)?$/,
  URL: /^https?:\/\//,
  Licence: /^(US-PD|CC-BY-4\.0)$/,
};
/** Columns of a row that stand for references of the contract: the id of what is held. */
const HELD_BY_ID = ['operatorId', 'depositId', 'siteId', 'partyId', 'holderId'];

/** What of a value is not as the contract has it. */
function findings(value: unknown, type: GraphQLType, at: string): readonly string[] {
  if (isNonNullType(type))
    return value == null ? [`${at} is missing`] : findings(value, type.ofType, at);
  if (value == null) return [];
  if (isListType(type)) {
    if (!Array.isArray(value)) return [`${at} is no list`];
    return value.flatMap((each, index) => findings(each, type.ofType, `${at}[${index}]`));
  }
  if (isEnumType(type)) return type.getValue(String(value)) ? [] : [`${at} is ${value}`];
  if (!isObjectType(type)) return ofScalar(value, String(type), at);
  const fields = type.getFields();
  const missing = Object.values(fields)
    .filter((field) => isNonNullType(field.type) && field.args.length === 0)
    .filter(({ name }) => !(name in (value as object)) && !HELD_BY_ID.includes(`${name}Id`))
    .map(({ name }) => `${at}.${name} is missing`);
  const wrong = Object.entries(value).flatMap(([name, each]) => {
    if (HELD_BY_ID.includes(name)) return ofScalar(each ?? 'MA:org:x', 'ID', `${at}.${name}`);
    const field = fields[name];
    return field ? findings(each, field.type, `${at}.${name}`) : [`${at}.${name} is no column`];
  });
  return [...missing, ...wrong];
}

function ofScalar(value: unknown, scalar: string, at: string): readonly string[] {
  const isRight =
    scalar === 'ID'
      ? parseGlobalId(value) !== undefined
      : scalar === 'Decimal'
        ? isDecimal(String(value)) && typeof value === 'string'
        : scalar === 'Int'
          ? Number.isInteger(value)
          : (GRAMMARS[scalar]?.test(String(value)) ?? true);
  return isRight ? [] : [`${at} is ${JSON.stringify(value)}`];
}

test.each(TYPES)('every %s is in the columns, words and scalars of the contract', (type) => {
  const objectType = schema.getType(type);
  if (!isObjectType(objectType)) throw new Error(`${type} is not in the contract.`);
  const rows = rowsOf(type);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.flatMap((row) => findings(row, objectType, row.id)).slice(0, 10)).toEqual([]);
});

test('every record is its member’s own, and no two have one id', () => {
  const strays = RECORD_FILES.flatMap(({ member, rows }) =>
    everyRow(rows)
      .filter(({ id, home }) => home !== member || ownerOf(id) !== member)
      .map(({ id }) => `${id} of ${member}`),
  );
  expect(strays).toEqual([]);
  const ids = RECORD_FILES.flatMap(({ rows }) => everyRow(rows).map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});

test('the kind in an id is that of its type', () => {
  const kinds = Object.fromEntries(
    TYPES.map((type) => [type, [...new Set(rowsOf(type).map(({ id }) => id.split(':')[1]))]]),
  );
  expect(kinds).toEqual({
    Organisation: ['org'],
    Deposit: ['deposit'],
    Site: ['site'],
    ResourceEstimate: ['estimate'],
    ProductionRecord: ['production'],
    Policy: ['policy'],
    Event: ['event'],
  });
});

test('within a file the rows of a type stand in the order of their ids', () => {
  const unsorted = RECORD_FILES.flatMap(({ path, rows }) =>
    Object.values(rows)
      .filter((each) => each.some(({ id }, index) => id <= (each[index - 1]?.id ?? '')))
      .map(() => path),
  );
  expect(unsorted).toEqual([]);
});

test('every reference leads to a record of the seeds, and those to the same member’s are its own', () => {
  const ids = new Set(RECORD_FILES.flatMap(({ rows }) => everyRow(rows).map(({ id }) => id)));
  const own = [
    ...rowsOf('Site').flatMap(({ id, operatorId, owners, capacities }) =>
      [
        operatorId,
        ...(owners ?? []).map(({ partyId }) => partyId),
        ...(capacities ?? []).flatMap(({ sharedWith }) => sharedWith),
      ].map((to) => ({ id, to })),
    ),
  ].filter(({ to }) => to != null);
  const others = [
    ...rowsOf('Policy').flatMap(({ id, partyIds, repealedById }) =>
      [...(partyIds ?? []), repealedById].map((to) => ({ id, to })),
    ),
    ...rowsOf('Event').flatMap(({ id, organizerIds, outcomeIds }) =>
      [...(organizerIds ?? []), ...(outcomeIds ?? [])].map((to) => ({ id, to })),
    ),
  ].filter(({ to }) => to != null);
  expect(own.length).toBeGreaterThan(2000);
  expect(others.length).toBeGreaterThan(8);
  expect([...own, ...others].filter(({ to }) => !ids.has(to ?? ''))).toEqual([]);
  expect(own.filter(({ id, to }) => ownerOf(id) !== ownerOf(to))).toEqual([]);
});

test('every record says where it comes from, under one licence for each folder, which its notice names', () => {
  const folders = new Map<string, Set<string>>();
  for (const { folder, rows } of RECORD_FILES)
    for (const { provenance } of everyRow(rows))
      folders.set(folder, (folders.get(folder) ?? new Set()).add(provenance?.licence ?? 'none'));
  expect(Object.fromEntries([...folders].map(([folder, each]) => [folder, [...each]]))).toEqual({
    'subgraphs/amsg/seeds/compilation': ['CC-BY-4.0'],
    'subgraphs/national/seeds/compilation': ['CC-BY-4.0'],
    'subgraphs/national/seeds/usgs-africa-2021': ['US-PD'],
    'subgraphs/national/seeds/usgs-mcs': ['US-PD'],
  });
  for (const [folder, licences] of folders)
    expect(readSeed(`${folder}/SOURCE.json`)).toMatchObject({ licence: [...licences][0] });
});

test('every record is real, public and in its first revision', () => {
  const marks = RECORD_FILES.flatMap(({ rows }) =>
    everyRow(rows).map(({ provenance, governance, revision, updatedAt }) =>
      JSON.stringify([provenance?.synthetic, governance, revision, updatedAt]),
    ),
  );
  expect([...new Set(marks)].map((each) => JSON.parse(each))).toEqual([
    [false, { classification: 'PUBLIC', redactions: [] }, 1, '2026-11-23T00:00:00Z'],
  ]);
});

test('AMSG’s vocabulary holds every commodity that any record speaks of, and all wider concepts above it', () => {
  const codes = new Set(COMMODITIES.map(({ code }) => code));
  const used = [
    ...rowsOf('Site').flatMap(({ commodityCodes, capacities }) => [
      ...(commodityCodes ?? []),
      ...(capacities ?? []).map(({ commodityCode }) => commodityCode),
    ]),
    ...rowsOf('Deposit').flatMap(({ commodityCodes }) => commodityCodes ?? []),
    ...rowsOf('Policy').flatMap(({ commodityCodes }) => commodityCodes ?? []),
    ...rowsOf('ProductionRecord').map(({ commodityCode }) => commodityCode),
    ...rowsOf('ResourceEstimate').map(({ commodityCode }) => commodityCode),
    ...COMMODITIES.flatMap(({ broader }) => broader),
  ];
  expect(used.length).toBeGreaterThan(5000);
  expect([...new Set(used)].filter((code) => code !== null && !codes.has(code))).toEqual([]);
});

const everyRow = (rows: Rows) => Object.values(rows).flat();
