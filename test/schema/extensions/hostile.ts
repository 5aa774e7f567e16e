/** Extensions that Morocco must not publish, each with the code that refuses it, and whether Apollo's composition lets it through. */
export type Hostile = {
  readonly does: string;
  readonly code: string;
  readonly composes: boolean;
  readonly sdl: string;
};

const link = (...names: readonly string[]) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: [${['@key', ...names].map((each) => `"${each}"`).join(', ')}])`;
const site = (body: string, ...names: readonly string[]) =>
  `${link(...names)}\ntype Site @key(fields: "id") { id: ID! ${body} }`;
const GRADE = '"Percent of P2O5." ma_grade: Float';
const withGrade = (more: string) => `${site(GRADE)}\n${more}`;

const hostile = (does: string, code: string, composes: boolean, sdl: string): Hostile => ({
  does,
  code,
  composes,
  sdl,
});

export const HOSTILE: readonly Hostile[] = [
  hostile(
    'takes a field from every state',
    'OVERRIDES_FIELD',
    true,
    site('adm1: String @override(from: "national")', '@override'),
  ),
  hostile(
    'takes a field that it adds',
    'OVERRIDES_FIELD',
    true,
    site(`${GRADE} @override(from: "national")`, '@override'),
  ),
  hostile(
    'hides a field from every client',
    'HIDES_ELEMENT',
    false,
    site(`${GRADE} adm1: String @shareable @inaccessible`, '@inaccessible', '@shareable'),
  ),
  hostile(
    'answers a summary field for every state',
    'SHARES_FIELD',
    true,
    site('status: SiteStatus @shareable', '@shareable'),
  ),
  hostile(
    'answers a new field that it shares',
    'SHARES_FIELD',
    true,
    site(`${GRADE} @shareable`, '@shareable'),
  ),
  hostile(
    'reads a field of the contract',
    'REQUIRES_FIELD',
    true,
    site(
      `adm1: String @external "Of it." ma_x: String @requires(fields: "adm1")`,
      '@external',
      '@requires',
    ),
  ),
  hostile(
    'waits for a field that waits for it',
    'REQUIRES_FIELD',
    true,
    site(
      `"A." ma_a: String @requires(fields: "adm1") adm1: String @external`,
      '@external',
      '@requires',
    ),
  ),
  hostile(
    'holds a field of the contract',
    'NEEDS_FIELD',
    false,
    site(`adm1: String @external ${GRADE}`, '@external'),
  ),
  hostile(
    'gives a field of the contract on its way',
    'PROVIDES_FIELD',
    false,
    withGrade(`type Query { "Sites." ma_sites: [Site!] @provides(fields: "adm1") }`)
      .replace('"@key"', '"@key", "@provides", "@external"')
      .replace('id: ID! ', 'id: ID! adm1: String @external '),
  ),
  hostile(
    'drops a filter from everybody',
    'INPUT_REDEFINED',
    true,
    `${site(`"X." ma_x(filter: SiteFilter): Int`)}\ninput SiteFilter { countries: [CountryCode!] }\nscalar CountryCode`,
  ),
  hostile(
    'drops an order',
    'TYPE_REDEFINED',
    true,
    `${site(`"X." ma_x(by: SiteOrderField): Int`)}\nenum SiteOrderField { NAME }`,
  ),
  hostile(
    'adds a value to an enum',
    'TYPE_REDEFINED',
    false,
    `${site('"X." ma_x: SiteStatus')}\nenum SiteStatus { OPERATING MA_SECRET }`,
  ),
  hostile(
    'adds a field to a value',
    'TYPE_REDEFINED',
    false,
    `${site(GRADE, '@shareable')}\ntype Quantity @shareable { unit: Unit! ma_y: Int }\nenum Unit { TONNE }`,
  ),
  hostile(
    'gives a scalar another meaning',
    'TYPE_REDEFINED',
    true,
    withGrade('"Anything." scalar Decimal').replace(': Float', ': Decimal'),
  ),
  hostile(
    "rewrites a record's description",
    'DESCRIPTION_CHANGED',
    true,
    `${link()}\n"The only true site."\ntype Site @key(fields: "id") { id: ID! ${GRADE} }`,
  ),
  hostile(
    "rewrites a key's description",
    'DESCRIPTION_CHANGED',
    true,
    `${link()}\ntype Site @key(fields: "id") { "Ours." id: ID! ${GRADE} }`,
  ),
  hostile(
    'touches a shared entity',
    'SHARED_TOUCHED',
    true,
    `${link()}\ntype Commodity @key(fields: "code") { code: CommodityCode! "X." ma_x: Int }\nscalar CommodityCode`,
  ),
  hostile(
    'leads to a shared entity',
    'SHARED_TOUCHED',
    false,
    site('"Where it is." ma_country: Country'),
  ),
  hostile(
    'adds a key',
    'KEY_NOT_CONTRACTS',
    true,
    `${link()}\ntype Site @key(fields: "id") @key(fields: "ma_x") { id: ID! "X." ma_x: ID }`,
  ),
  hostile(
    'enters by another key',
    'KEY_NOT_CONTRACTS',
    false,
    `${link()}\ntype Site @key(fields: "nationalId") { nationalId: String ${GRADE} }`,
  ),
  hostile(
    'has a key that leads nowhere',
    'KEY_NOT_CONTRACTS',
    false,
    `${link()}\ntype Site @key(fields: "id", resolvable: false) { id: ID! ${GRADE} }`,
  ),
  hostile('has no key', 'KEY_NOT_CONTRACTS', false, `${link()}\ntype Site { id: ID! ${GRADE} }`),
  hostile(
    'gives its own type a key',
    'KEY_ON_OWN_TYPE',
    true,
    withGrade('"A basin." type MaBasin @key(fields: "name") { "Its name." name: String! }'),
  ),
  hostile(
    'adds a field without its prefix',
    'FIELD_NOT_PREFIXED',
    true,
    site('"Grade." grade: Float'),
  ),
  hostile(
    "takes another member's prefix",
    'FIELD_NOT_PREFIXED',
    true,
    site('"Grade." zm_grade: Float'),
  ),
  hostile(
    'adds a question without its prefix',
    'FIELD_NOT_PREFIXED',
    true,
    withGrade('type Query { "Basins." basins: [String!] }'),
  ),
  hostile(
    'adds a type without its prefix',
    'TYPE_NOT_PREFIXED',
    true,
    `${site('"X." ma_x: Grade')}\n"A grade." type Grade { "X." value: Float }`,
  ),
  hostile(
    "adds a type in another's name",
    'TYPE_NOT_PREFIXED',
    true,
    `${site('"X." ma_x: ZmGrade')}\n"A grade." type ZmGrade { "X." value: Float }`,
  ),
  hostile("leads to another's type", 'TYPE_UNKNOWN', false, site('"X." ma_x: ZmDeposit')),
  hostile('adds a required field', 'FIELD_REQUIRED', true, site('"X." ma_x: Int!')),
  hostile(
    'adds a required question',
    'FIELD_REQUIRED',
    true,
    withGrade('type Query { "X." ma_x: [Int!]! }'),
  ),
  hostile(
    'gives a list over all members',
    'SCATTERS',
    false,
    site('"X." ma_sites: SiteConnection'),
  ),
  hostile(
    'joins records in a union',
    'INTERFACE_ON_RECORD',
    true,
    withGrade(
      '"Any." union MaAny = Site | MaT\n"T." type MaT { "A." a: Int }\ntype Query { "Any." ma_any: [MaAny!] }',
    ),
  ),
  hostile(
    'puts an interface on records',
    'INTERFACE_ON_RECORD',
    true,
    `${link()}\n"N." interface MaNode { "Id." id: ID! }\ntype Site implements MaNode @key(fields: "id") { id: ID! ${GRADE} }`,
  ),
  hostile('writes', 'ROOT_NOT_ALLOWED', true, withGrade('type Mutation { "X." ma_write: Int }')),
  hostile(
    'calls the root otherwise',
    'ROOT_NOT_ALLOWED',
    true,
    withGrade('schema { query: MaQuery }\n"Root." type MaQuery { "X." ma_x: Int }'),
  ),
  hostile(
    'says a part of a type elsewhere',
    'EXTENDS_TYPE',
    true,
    `${link()}\nextend type Site @key(fields: "id") { id: ID! ${GRADE} }`,
  ),
  hostile(
    'renames a directive to hide it',
    'LINK_NOT_ALLOWED',
    true,
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", { name: "@override", as: "@ours" }])\ntype Site @key(fields: "id") { id: ID! adm1: String @ours(from: "national") }`,
  ),
  hostile(
    'uses a directive by its full name',
    'DIRECTIVE_NOT_ALLOWED',
    true,
    site('adm1: String @federation__override(from: "national")'),
  ),
  hostile('defines a directive', 'DIRECTIVE_DEFINED', true, withGrade('directive @ma_d on OBJECT')),
  hostile(
    'nests lists without end',
    'EXTENSION_TOO_DEEP',
    true,
    site(`"X." ma_x: ${'['.repeat(40)}Int${']'.repeat(40)}`),
  ),
  hostile(
    'nests lists beyond what can be read',
    'EXTENSION_TOO_DEEP',
    true,
    site(`"X." ma_x: ${'['.repeat(3_000)}Int${']'.repeat(3_000)}`),
  ),
  hostile(
    'has names that look alike',
    'NAMES_LOOK_ALIKE',
    true,
    site('"A." ma_oil: Float "B." ma_oiI: Float'),
  ),
  hostile(
    'has a letter of another alphabet',
    'NAME_NOT_ASCII',
    false,
    site('"A." ma_gr\u0430de: Float'),
  ),
  hostile('is a book', 'EXTENSION_TOO_LARGE', true, site(`"${'x'.repeat(66_000)}" ma_x: Float`)),
  hostile(
    'has thousands of fields',
    'EXTENSION_TOO_LARGE',
    true,
    site(Array.from({ length: 3_000 }, (_, i) => `ma_x${i}: Int`).join(' ')),
  ),
  hostile('says nothing to readers', 'DESCRIPTION_MISSING', true, site('ma_x: Float')),
  hostile('cannot be read', 'NOT_SDL', false, 'type Site {'),
];
