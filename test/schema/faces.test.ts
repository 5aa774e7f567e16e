import { expect, test } from '@jest/globals';
import { buildASTSchema, parse, validateSchema } from 'graphql';
import {
  deriveFaces,
  deriveMember,
  type FaceName,
  fieldOf,
  marks,
  objectFields,
  readContract,
  sdlFile,
  typesOf,
  withContractValues,
} from '../../schema/index.ts';
import { shapeOf } from './shape-of.ts';

const contract = readContract();
const faces = deriveFaces(contract);
const shapes = {
  continental: shapeOf(faces.continental),
  national: shapeOf(faces.national),
  links_shared: shapeOf(faces.links_shared),
  links_records: shapeOf(faces.links_records),
};
const member = shapeOf(deriveMember(contract));
const namesIn = (shape: { readonly fields: readonly string[] } | undefined) =>
  (shape?.fields ?? []).map((field) => field.match(/^\w+/)?.[0]);
const owned = typesOf(contract, 'owned').map((type) => type.name.value);
const ownedFields = typesOf(contract, 'owned').flatMap((type) =>
  objectFields(type)
    .filter((field) => field.name.value !== 'id')
    .map((field) => ({ type: type.name.value, field })),
);

test('there are four faces, the continental before the national by alphabet', () => {
  const names = Object.keys(faces);
  expect(names).toEqual(['continental', 'national', 'links_shared', 'links_records']);
  expect([...names].sort()[0]).toBe('continental');
});

test('of a record the continental face has the id and the summaries, nothing else', () => {
  for (const name of owned) {
    const summaries = objectFields(contract.types.get(name)).filter((field) =>
      marks(field, 'summary'),
    );
    expect([name, ...namesIn(shapes.continental[name])]).toEqual([
      name,
      'id',
      ...summaries.map((field) => field.name.value),
    ]);
  }
});

test('the continental face asks everything of Query but the lookups, which the national has', () => {
  expect(namesIn(shapes.national.Query)).toEqual(['record', 'changes']);
  expect([...namesIn(shapes.continental.Query), ...namesIn(shapes.national.Query)]).toEqual(
    objectFields(contract.types.get('Query')).map((field) => field.name.value),
  );
});

test('the national face has all of a record but its references', () => {
  for (const name of owned)
    expect([name, ...namesIn(shapes.national[name])]).toEqual([
      name,
      ...objectFields(contract.types.get(name))
        .filter((field) => !marks(field, 'ref'))
        .map((field) => field.name.value),
    ]);
});

test('links to shared entities are made from a composite key, and cost nobody a request', () => {
  expect(shapes.links_shared).toEqual({
    Country: { marks: '@key(fields: "code", resolvable: false)', fields: ['code: CountryCode!'] },
    Commodity: {
      marks: '@key(fields: "code", resolvable: false)',
      fields: ['code: CommodityCode!'],
    },
    Company: { marks: '@key(fields: "lei", resolvable: false)', fields: ['lei: LEI!'] },
    Organisation: {
      marks: '@key(fields: "id countryCode lei")',
      fields: [
        'id: ID!',
        'countryCode: CountryCode @shareable',
        'country: Country',
        'lei: LEI @shareable',
        'company: Company',
      ],
    },
    Deposit: placed(),
    Site: placed(),
    ResourceEstimate: figure(),
    ProductionRecord: figure(),
    Policy: {
      marks: '@key(fields: "id jurisdictionCode commodityCodes")',
      fields: [
        'id: ID!',
        'jurisdictionCode: CountryCode @shareable',
        'jurisdiction: Country',
        'commodityCodes: [CommodityCode!] @shareable',
        'commodities: [Commodity!]',
      ],
    },
    Event: {
      marks: '@key(fields: "id countryCode")',
      fields: ['id: ID!', 'countryCode: CountryCode @shareable', 'country: Country'],
    },
  });
});

const placed = () => ({
  marks: '@key(fields: "id countryCode commodityCodes")',
  fields: [
    'id: ID!',
    'countryCode: CountryCode @shareable',
    'country: Country',
    'commodityCodes: [CommodityCode!] @shareable',
    'commodities: [Commodity!]',
  ],
});
const figure = () => ({
  marks: '@key(fields: "id countryCode commodityCode")',
  fields: [
    'id: ID!',
    'countryCode: CountryCode @shareable',
    'country: Country',
    'commodityCode: CommodityCode @shareable',
    'commodity: Commodity',
  ],
});

test('a link to a record requires all reference ids of its type, so that @skip on a neighbour loses nothing', () => {
  expect(shapes.links_records).toEqual({
    Organisation: { marks: '@key(fields: "id", resolvable: false)', fields: ['id: ID!'] },
    Policy: {
      marks: '@key(fields: "id")',
      fields: [
        'id: ID!',
        'partyIds: [ID!] @external',
        'parties: [Organisation!] @requires(fields: "partyIds repealedById")',
        'repealedById: ID @external',
        'repealedBy: Policy @requires(fields: "partyIds repealedById")',
      ],
    },
    Event: {
      marks: '@key(fields: "id")',
      fields: [
        'id: ID!',
        'organizerIds: [ID!] @external',
        'organizers: [Organisation!] @requires(fields: "organizerIds outcomeIds")',
        'outcomeIds: [ID!] @external',
        'outcomes: [Policy!] @requires(fields: "organizerIds outcomeIds")',
      ],
    },
  });
});

/** The faces that serve a field; the links faces hold ids as conditions and make references. */
const holders = (type: string, field: string, isLink: boolean) =>
  (Object.keys(shapes) as FaceName[])
    .filter((face) => face.startsWith('links_') === isLink)
    .filter((face) => namesIn(shapes[face][type]).includes(field));

test('every field of a record is served by the national face, a summary by the continental too', () => {
  for (const { type, field } of ownedFields.filter((each) => !marks(each.field, 'ref')))
    expect([type, field.name.value, ...holders(type, field.name.value, false)]).toEqual([
      type,
      field.name.value,
      ...(marks(field, 'summary') ? ['continental'] : []),
      'national',
    ]);
});

test('every reference is made by one links face and served by no member', () => {
  for (const { type, field } of ownedFields.filter((each) => marks(each.field, 'ref'))) {
    expect(holders(type, field.name.value, false)).toEqual([]);
    expect(holders(type, field.name.value, true).length).toBe(1);
  }
});

test('a member serves all but references and coverage, with plain positions', () => {
  const sdl = deriveMember(contract);
  expect(sdl).not.toMatch(/Coverage|coverage|MissingReason|MissedRange|\bCursor\b|@requires\(/);
  expect(sdl).not.toMatch(/@(owned|shared|merge|summary|local|ref|routed|gateway|clearance)\b/);
  expect(member.PageInfo?.fields).toEqual(['hasNextPage: Boolean!']);
  expect(member.SiteEdge?.fields).toEqual(['cursor: Position!', 'node: Site!']);
  expect(member.SiteConnection?.fields).toEqual([
    'edges: [SiteEdge!]',
    'pageInfo: PageInfo',
    'total: Total',
  ]);
  expect(member.Query?.fields.find((field) => field.startsWith('sites'))).toMatch(
    /after: Position\): SiteConnection$/,
  );
  expect(namesIn(member.Query)).toEqual(
    objectFields(contract.types.get('Query')).map((field) => field.name.value),
  );
});

test('a member resolves each record by id and each shared entity by its key', () => {
  const keys = Object.entries(member).flatMap(([name, shape]) =>
    shape.marks.startsWith('@key') ? [[name, shape.marks]] : [],
  );
  expect(Object.fromEntries(keys)).toEqual({
    Country: '@key(fields: "code")',
    Commodity: '@key(fields: "code")',
    Company: '@key(fields: "lei")',
    ...Object.fromEntries(owned.map((name) => [name, '@key(fields: "id")'])),
  });
});

test('what a member serves stands in some face, as the client sees it', () => {
  const both = { ...shapes.continental, ...shapes.national };
  for (const [name, { fields }] of Object.entries(member)) {
    const asked = [
      ...(shapes.continental[name]?.fields ?? []),
      ...(shapes.national[name]?.fields ?? []),
    ];
    const plain = asked.map((field) =>
      field.replace(' @shareable', '').replace(/\bCursor\b/g, 'Position'),
    );
    expect(both[name] && fields.filter((field) => !plain.includes(field))).toEqual([]);
  }
});

test('every derived schema is whole: all that it names, it defines', () => {
  const FEDERATION = `
    directive @link(url: String, import: [String]) repeatable on SCHEMA
    directive @key(fields: String!, resolvable: Boolean = true) repeatable on OBJECT
    directive @shareable on OBJECT | FIELD_DEFINITION
    directive @external on FIELD_DEFINITION
    directive @requires(fields: String!) on FIELD_DEFINITION`;
  const whole = (sdl: string) =>
    buildASTSchema(
      parse(
        `${FEDERATION} schema { query: Query } ${sdl.replace(/extend schema @link\([^)]*\)/, '')}`,
      ),
    );
  const served = [faces.continental, faces.national, deriveMember(contract)];
  const linked = [faces.links_shared, faces.links_records].map(
    (sdl) => `${sdl} type Query { none: ID }`,
  );
  for (const sdl of [...served, ...linked]) expect(validateSchema(whole(sdl))).toEqual([]);
});

test('a subgraph beside the contract is given the values it uses, and no entity', () => {
  const amsg = withContractValues(sdlFile('amsg.graphql'), contract);
  expect(amsg).toContain('import: ["@shareable", "@key"]');
  expect(Object.keys(shapeOf(amsg))).toEqual([
    'Country',
    'Commodity',
    'Criticality',
    'Query',
    'LocalizedText',
    'GeoPoint',
  ]);
  expect(shapeOf(amsg).GeoPoint).toEqual({
    marks: '@shareable',
    fields: ['lat: Float!', 'lon: Float!', 'precision: GeoPrecision!'],
  });
});

test('a value that a subgraph defines itself is not given to it again', () => {
  const own = withContractValues(
    'extend schema @link(url: "", import: ["@key"]) type Money { cents: Int } type Query { ma_price: Money }',
    contract,
  );
  expect(shapeOf(own)).toEqual({
    Money: { marks: '', fields: ['cents: Int'] },
    Query: { marks: '', fields: ['ma_price: Money'] },
  });
});

test('the descriptions of the contract reach the faces and the members', () => {
  const said = fieldOf(contract.types.get('Site'), 'nationalId')?.description?.value ?? 'nothing';
  expect([faces.national, deriveMember(contract)].map((sdl) => sdl.includes(said))).toEqual([
    true,
    true,
  ]);
});
