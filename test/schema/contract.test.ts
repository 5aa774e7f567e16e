import { expect, test } from '@jest/globals';
import { buildASTSchema, Kind, parse, validateSchema } from 'graphql';
import {
  argumentsOf,
  fieldsOf,
  isRequired,
  mergeOf,
  objectFields,
  ownershipOf,
  readContract,
  referencesOf,
  sdlFile,
  type TypeKind,
  typesOf,
} from '../../schema/index.ts';

const contract = readContract();
const namesOf = (kind: TypeKind) => typesOf(contract, kind).map((type) => type.name.value);

test('the contract is a valid schema as it stands', () => {
  expect(validateSchema(buildASTSchema(contract.document))).toEqual([]);
});

test('each type of record says its module, and whether its country is its owner', () => {
  const owned = namesOf('owned').map((name) => [name, ownershipOf(contract, name)]);
  expect(Object.fromEntries(owned)).toEqual({
    Organisation: { atHome: false },
    Deposit: { module: 'MINERALS', atHome: true },
    Site: { module: 'MINERALS', atHome: true },
    ResourceEstimate: { module: 'MINERALS', atHome: true },
    ProductionRecord: { module: 'MINERALS', atHome: true },
    Policy: { module: 'POLICIES', atHome: false },
    Event: { module: 'EVENTS', atHome: false },
  });
});

test('shared entities are known by code or LEI, records by id', () => {
  const keys = [...namesOf('shared'), 'Site'].map((name) => [name, contract.keyOf(name)]);
  expect(keys).toEqual([
    ['Country', 'code'],
    ['Commodity', 'code'],
    ['Company', 'lei'],
    ['Site', 'id'],
  ]);
});

test('each merged type says how it is merged, and of what', () => {
  const merged = namesOf('merge').map((name) => [name, mergeOf(contract, name)]);
  expect(Object.fromEntries(merged)).toEqual({
    OrganisationConnection: { by: 'ORDER', of: 'Organisation' },
    DepositConnection: { by: 'ORDER', of: 'Deposit' },
    SiteConnection: { by: 'ORDER', of: 'Site' },
    EstimateConnection: { by: 'ORDER', of: 'ResourceEstimate' },
    ProductionConnection: { by: 'ORDER', of: 'ProductionRecord' },
    PolicyConnection: { by: 'ORDER', of: 'Policy' },
    EventConnection: { by: 'ORDER', of: 'Event' },
    ProductionTotals: { by: 'PARTS', of: 'ProductionRecord' },
    EstimateTotals: { by: 'PARTS', of: 'ResourceEstimate' },
    CapacityTotals: { by: 'PARTS', of: 'Site' },
    SiteCounts: { by: 'PARTS', of: 'Site' },
    PolicyCounts: { by: 'PARTS', of: 'Policy' },
    Members: { by: 'LIST' },
  });
});

test('references lead to shared entities by their codes, and to records by their ids', () => {
  const lines = (kind: 'owned' | 'shared') =>
    typesOf(contract, 'owned').flatMap((type) =>
      referencesOf(contract, type, kind).map(
        ({ name, by, target, key }) => `${type.name.value}.${name}: ${by} to ${target}.${key}`,
      ),
    );
  expect(lines('shared')).toEqual([
    'Organisation.country: countryCode to Country.code',
    'Organisation.company: lei to Company.lei',
    'Deposit.country: countryCode to Country.code',
    'Deposit.commodities: commodityCodes to Commodity.code',
    'Site.country: countryCode to Country.code',
    'Site.commodities: commodityCodes to Commodity.code',
    'ResourceEstimate.country: countryCode to Country.code',
    'ResourceEstimate.commodity: commodityCode to Commodity.code',
    'ProductionRecord.country: countryCode to Country.code',
    'ProductionRecord.commodity: commodityCode to Commodity.code',
    'Policy.jurisdiction: jurisdictionCode to Country.code',
    'Policy.commodities: commodityCodes to Commodity.code',
    'Event.country: countryCode to Country.code',
  ]);
  expect(lines('owned')).toEqual([
    'Policy.parties: partyIds to Organisation.id',
    'Policy.repealedBy: repealedById to Policy.id',
    'Event.organizers: organizerIds to Organisation.id',
    'Event.outcomes: outcomeIds to Policy.id',
  ]);
});

test('what a type is can be asked of any name', () => {
  const names = [
    'Query',
    'Site',
    'Commodity',
    'Members',
    'Share',
    'Unit',
    'BBox',
    'LEI',
    'Nothing',
  ];
  expect(names.map(contract.kindOf)).toEqual([
    'query',
    'owned',
    'shared',
    'merge',
    'value',
    'enum',
    'input',
    'scalar',
    'scalar',
  ]);
  expect(contract.kindOf(undefined)).toBe('scalar');
});

test('the arguments of a mark are texts, and a mark that is not there has none', () => {
  const site = contract.types.get('Site');
  expect(argumentsOf(site, 'owned')).toEqual({ module: 'MINERALS', atHome: 'true' });
  expect(argumentsOf(site, 'shared')).toBe(undefined);
});

/** AMSG's vocabularies and Morocco's extension stand beside the contract, and keep the same promises. */
const amsg = readContract(sdlFile('amsg.graphql'));
const morocco = readContract(sdlFile('../subgraphs/morocco/extension.graphql'));

test('a type of the contract is described in one place only', () => {
  const described = [amsg, morocco].flatMap(({ types }) =>
    [...types.values()]
      .filter((type) => contract.types.has(type.name.value))
      .flatMap((type) => [
        ...(type.description && type.name.value !== 'Query' ? [type.name.value] : []),
        ...objectFields(contract.types.get(type.name.value)).flatMap((ours) =>
          fieldsOf(type).filter(
            (theirs) => theirs.name.value === ours.name.value && theirs.description,
          ),
        ),
      ]),
  );
  expect(described).toEqual([]);
});

test('beside the contract, too, only keys are required where a member may be silent', () => {
  const required = [amsg, morocco].flatMap(({ types }) =>
    [...types.values()]
      .filter((type) => contract.types.has(type.name.value))
      .flatMap((type) =>
        objectFields(type)
          .filter((field) => isRequired(field.type))
          .map((field) => `${type.name.value}.${field.name.value}`),
      ),
  );
  expect(required).toEqual(['Country.code', 'Commodity.code', 'Site.id']);
});

test('what Morocco adds carries its prefix, and everything that is added says what it is', () => {
  const own = [...morocco.types].flatMap(([name, type]) =>
    contract.types.has(name) ? objectFields(type).map((field) => field.name.value) : [name],
  );
  expect(own).toEqual([
    'id',
    'ma_phosphateGrade',
    'ma_phosphateComplex',
    'MaPhosphateComplex',
    'ma_phosphateComplexes',
  ]);
  expect(undescribed(sdlFile('amsg.graphql'))).toEqual([
    'Country',
    'Country.code',
    'Commodity',
    'Commodity.code',
    'Query',
  ]);
  expect(undescribed(sdlFile('../subgraphs/morocco/extension.graphql'))).toEqual([
    'Site',
    'Site.id',
    'Query',
  ]);
});

const undescribed = (sdl: string) =>
  parse(sdl).definitions.flatMap((each) =>
    each.kind === Kind.OBJECT_TYPE_DEFINITION || each.kind === Kind.ENUM_TYPE_DEFINITION
      ? [
          ...(each.description ? [] : [each.name.value]),
          ...objectFields(each)
            .filter((field) => !field.description)
            .map((field) => `${each.name.value}.${field.name.value}`),
        ]
      : [],
  );
