import { type Chance, chanceOf } from '../oracle/chance.ts';

/** A request that means harm: of a kind, with the body that is posted. At most 64 KB. */
export type HostileRequest = { readonly kind: string; readonly body: string };

const BYTES_MAX = 65_536;

/** The hostile request of a seed: each kind in turn, in a size of its own. */
export function hostileRequest(seed: number): HostileRequest {
  const chance = chanceOf(`hostile ${seed}`);
  const kinds = Object.keys(KINDS);
  const kind = kinds[seed % kinds.length] ?? '';
  const write = KINDS[kind];
  if (!write) throw new Error(`Expected a kind of hostile request, got ${kind}.`);
  const size = 1 + chance.below(chance.oneOf([10, 100, 1_000, 10_000]));
  const made = write(chance, size);
  const body = typeof made === 'string' ? JSON.stringify({ query: made }) : JSON.stringify(made);
  return { kind, body: body.length <= BYTES_MAX ? body : body.slice(0, BYTES_MAX) };
}

type Written = string | object;
type Write = (chance: Chance, size: number) => Written;

const many = (count: number, bytesEach: number, text: (place: number) => string): string =>
  Array.from({ length: Math.min(count, Math.floor(60_000 / bytesEach)) }, (_, i) => text(i)).join(
    ' ',
  );
const nested = (count: number, open: string, inner: string, close: string): string => {
  const depth = Math.min(count, Math.floor(58_000 / (open.length + close.length)));
  return `${open.repeat(depth)}${inner}${close.repeat(depth)}`;
};
const FIELDS = [
  'sites { total { count } }',
  'sites { edges { node { id name { en } operator { name { en } } } } }',
  'production(first: 500) { edges { node { year quantity { value } } } }',
  'countries { code sites { total { count } } }',
  'productionTotals(by: [COUNTRY]) { rows { year parts { sum } } }',
  'commodities { code policies { edges { node { parties { company { sites { total { count } } } } } } } }',
  'members { list { code counts { type count } } }',
] as const;

const KINDS: Readonly<Record<string, Write>> = {
  aliases: (chance, size) => {
    const field = chance.oneOf(FIELDS);
    return `{ ${many(size, field.length + 8, (i) => `a${i}: ${field}`)} }`;
  },
  'aliases of leaves': (_, size) =>
    `{ sites { edges { node { ${many(size, 14, (i) => `a${i}: revision`)} } } } }`,
  directives: (_, size) => `{ __typename ${many(size, 20, () => '@include(if: true)')} }`,
  'unknown directives': (_, size) => `{ __typename ${many(size, 8, (i) => `@d${i}`)} }`,
  'conditions in variables': (_, size) =>
    `query (${many(size / 2, 60, (i) => `$v${i}: Boolean = true`)}) { ${many(size / 2, 60, (i) => `a${i}: sites @include(if: $v${i}) { total { count } }`)} }`,
  'conditions within rows': (_, size) =>
    `query (${many(size / 4, 200, (i) => `$v${i}: Boolean = true`)}) { sites { edges { node { ${many(size / 4, 200, (i) => `... @include(if: $v${i}) { operator { id } commodities { code name { en } } }`)} } } } }`,
  depth: (_, size) => `{ ${nested(size, 'sites { edges { node { commodities {', 'code', '}}}}')} }`,
  'depth of nothing': (_, size) => nested(size, '{ a ', '', '}'),
  'inline fragments': (_, size) => nested(size, '{ ... ', '{ __typename }', '}'),
  'fragment bomb': (chance, size) => {
    const count = Math.min(size, 800);
    const times = 1 + chance.below(5);
    return `{ ...F0 } ${many(count, 70, (i) => `fragment F${i} on Query { ${`...F${i + 1} `.repeat(times)}}`)} fragment F${count} on Query { sites { total { count } } }`;
  },
  'fragments in a circle': (_, size) =>
    `{ ...F0 } ${many(size, 40, (i) => `fragment F${i} on Query { ...F${(i + 1) % size} }`)}`,
  'spreads of one fragment': (_, size) =>
    `{ ${many(size, 6, () => '...F')} } fragment F on Query { sites { edges { node { id } } } }`,
  'overlapping fields': (_, size) => `{ ${many(size, 26, () => 'sites { total { count } }')} }`,
  'overlapping arguments': (_, size) =>
    `{ ${many(size, 36, (i) => `sites(first: ${1 + (i % 500)}) { total { count } }`)} }`,
  'overlapping fragments': (_, size) =>
    `{ sites { ...A0 ...B0 } } ${many(size / 2, 60, (i) => `fragment A${i} on SiteConnection { ...A${i + 1} total { count } }`)} ${many(size / 2, 60, (i) => `fragment B${i} on SiteConnection { ...B${i + 1} total { a: count } }`)}`,
  'lists in the question': (_, size) =>
    `{ sites(filter: { commodities: [${many(size, 9, () => '"cobalt"')}] }) { total { count } } }`,
  'lists in variables': (_, size) => ({
    query:
      'query ($c: [CommodityCode!]) { sites(filter: { commodities: $c }) { total { count } } }',
    variables: { c: Array.from({ length: Math.min(size, 6_000) }, (_each, i) => `c${i}`) },
  }),
  'a flood of variables': (_, size) => ({
    query: `query (${many(size / 2, 20, (i) => `$v${i}: Int`)}) { __typename }`,
    variables: Object.fromEntries(
      Array.from({ length: Math.min(size, 2_000) }, (_e, i) => [`v${i}`, i]),
    ),
  }),
  'deep variables': (_, size) => ({
    query: 'query ($f: SiteFilter) { sites(filter: $f) { total { count } } }',
    variables: { f: JSON.parse(nested(Math.min(size, 1_000), '{"bbox":', '1', '}')) },
  }),
  'deep values': (_, size) =>
    `{ sites(filter: ${nested(size, '{ bbox: ', '1', '}')}) { total { count } } }`,
  'deep lists': (_, size) =>
    `{ sites(filter: { types: ${nested(size, '[', 'MINE', ']')} }) { total { count } } }`,
  batching: (_, size) =>
    Array.from({ length: Math.min(size, 1_500) }, () => ({
      query: '{ sites { total { count } } }',
    })),
  introspection: (_, size) =>
    `{ __schema { types { ${nested(size, 'fields { type { ', 'name', '} }')} } } }`,
  'introspection aliased': (_, size) =>
    `{ ${many(size, 70, (i) => `a${i}: __schema { types { name fields { name args { name type { name } } } } }`)} }`,
  'introspection of leaves': (_, size) =>
    `{ __schema { types { fields { ${many(size, 14, (i) => `a${i}: description`)} } } } }`,
  'chain of ofType': (_, size) =>
    `{ __schema { types { fields { type { ${nested(size, 'ofType { ', 'name', '}')} } } } } }`,
  'huge text': (chance, size) =>
    `{ sites(filter: { text: ${JSON.stringify(chance.oneOf(['x', '%', '\\', '"', '\u202e', '💎']).repeat(Math.min(size, 12_000)))} }) { total { count } } }`,
  'huge number': (_, size) => `{ sites(first: ${'9'.repeat(size)}) { total { count } } }`,
  'huge name': (_, size) => `{ ${'x'.repeat(size)} }`,
  'unknown fields': (_, size) => `{ ${many(size, 8, (i) => `site${i}`)} }`,
  'names of JavaScript': (chance) => {
    const name = chance.oneOf([
      '__proto__',
      'constructor',
      'prototype',
      'toString',
      'hasOwnProperty',
    ]);
    return chance.oneOf<Written>([
      `{ ${name}: sites { total { count } } }`,
      `{ sites { ${name}: total { count } } }`,
      `query ${name}($${name}: Int) { sites(first: $${name}) { total { count } } }`,
      { query: '{ __typename }', variables: JSON.parse(`{ "${name}": { "polluted": true } }`) },
      JSON.parse(
        `{ "query": "{ __typename }", "extensions": { "${name}": { "polluted": true } } }`,
      ),
    ]);
  },
  comments: (_, size) => `{ __typename } ${'#\n'.repeat(Math.min(size, 20_000))}`,
  'odd letters': (chance, size) =>
    `{ ${chance.oneOf(['\u0000', '\ufeff', '\ud800', 'é', '😀']).repeat(Math.min(size, 9_000))} }`,
  operations: (_, size) =>
    `${many(size, 60, (i) => `query Q${i} { ...F }`)} fragment F on Query { ${many(size, 120, (i) => `a${i}: sites { total { count } }`)} }`,
  'unused fragments': (_, size) =>
    `{ __typename } ${many(size, 40, (i) => `fragment F${i} on Query { __typename }`)}`,
  'details of everything': (_, size) =>
    `{ ${many(size, 160, (i) => `a${i}: sites(filter: { owners: ["MA"] }) { edges { node { owners { party { company { sites { edges { node { operator { name { en } } } } } } } } } } }`)} }`,
};
