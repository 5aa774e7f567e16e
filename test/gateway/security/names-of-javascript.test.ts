import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { ENGINE } from '../../config.ts';
import { type GuardedGateway, openGuardedGateway } from './guarded-gateway.ts';

/** What every object has, and what JavaScript does with some of it. */
const NAMES = ['toString', 'hasOwnProperty', 'constructor', 'then'];
const RESERVED = ['__proto__', '__defineGetter__'];

let gateway: GuardedGateway;
let stock: GuardedGateway;
let ours: GuardedGateway;
beforeAll(async () => {
  stock = await openGuardedGateway('apollo');
  ours = await openGuardedGateway('zellige');
  gateway = ENGINE === 'apollo' ? stock : ours;
});
afterAll(async () => {
  await stock.close();
  await ours.close();
});

const PRISTINE = Object.getOwnPropertyNames(Object.prototype);
afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(PRISTINE);
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
});

/** Status, data and errors as text, so that keys like `__proto__` are seen where they stand. */
async function told(body: object | string, by = gateway): Promise<string> {
  const { status, body: text } = await by.post(body);
  return `${status} ${text.replace(/,?"extensions":\{"zellige".*$/s, '')}`;
}

const SITES = 'edges { node { id name { en } operator { name { en } } } } total { count }';
const ORDINARY = 'ordinary';

/** Each way to give a name to something, and whether the answer carries it. */
const NAMED: Readonly<Record<string, (name: string) => object>> = {
  'an alias of a list': (name) => ({ query: `{ ${name}: sites(first: 3) { ${SITES} } }` }),
  'aliases at every place': (name) => ({
    query: `{ sites(first: 3) { ${name}: edges { ${name}: node { ${name}: id name { ${name}: en } operator { ${name}: name { en } } } } } }`,
  }),
  'an alias of a sum': (name) => ({
    query: `{ ${name}: siteCounts(by: [COUNTRY]) { ${name}: rows { ${name}: count } } }`,
  }),
  'an alias of a record': (name) => ({
    query: `{ ${name}: record(id: "MA:site:a") { ${name}: id } }`,
  }),
  'an operation': (name) => ({
    query: `query ${name} { sites(first: 3) { ${SITES} } } query Other { __typename }`,
    operationName: name,
  }),
  'a fragment': (name) => ({
    query: `{ sites(first: 3) { ...${name} } } fragment ${name} on SiteConnection { ${SITES} }`,
  }),
  'a variable': (name) => ({
    query: `query ($${name}: Int) { sites(first: $${name}) { ${SITES} } }`,
    variables: { [name]: 3 },
  }),
  'a variable that is not given': (name) => ({
    query: `query ($${name}: Int) { sites(first: $${name}) { ${SITES} } }`,
  }),
  'a variable with a default': (name) => ({
    query: `query ($${name}: Int = 3, $b: Boolean = true) { sites(first: $${name}) { ${SITES} pageInfo @include(if: $b) { hasNextPage } } }`,
  }),
  'a condition with a default': (name) => ({
    query: `query ($${name}: Boolean = true) { sites(first: 3) { edges @include(if: $${name}) { node { id } } total @skip(if: $${name}) { count } } }`,
  }),
  'a variable within a filter, not given': (name) => ({
    query: `query ($${name}: String) { sites(first: 3, filter: { text: $${name} }) { ${SITES} } }`,
  }),
  'a variable that nothing uses': (name) => ({
    query: `{ sites(first: 3) { ${SITES} } }`,
    variables: { [name]: { polluted: true } },
  }),
};

test.each(Object.entries(NAMED))(
  '%s may have a name of JavaScript, and answers as under any other',
  async (_, write) => {
    const expected = await told(write(ORDINARY));
    expect(expected).toMatch(/^200 \{"data":\{/);
    for (const name of NAMES)
      expect(await told(write(name))).toBe(expected.replaceAll(ORDINARY, name));
  },
);

test.each(RESERVED)('operations and fragments may be called %s', async (name) => {
  for (const what of ['an operation', 'a fragment']) {
    const write = NAMED[what];
    expect(await told(write?.(name) ?? {})).toBe(await told(write?.(ORDINARY) ?? {}));
  }
});

/** What a body cannot carry beside the question, for it is refused before it is read. */
const isGiven = (body: object): boolean => 'variables' in body;

test.each(RESERVED)(
  'with our engine everything that may have a name may be called %s',
  async (name) => {
    for (const write of Object.values(NAMED)) {
      if (isGiven(write(name))) continue;
      const expected = await told(write(ORDINARY), ours);
      expect(expected).toMatch(/^200 \{"data":\{/);
      expect(await told(write(name), ours)).toBe(expected.replaceAll(ORDINARY, name));
    }
  },
);

const mistake = (message: string, code: string, column: number) =>
  `400 {"errors":[{"message":${JSON.stringify(message)},"locations":[{"line":1,"column":${column}}],"extensions":{"code":"${code}"}}]}\n`;

test.each(RESERVED)(
  'with the stock engine no alias is called %s, and no variable, given or not',
  async (name) => {
    expect(await told({ query: `{ ${name}: sites { total { count } } }` }, stock)).toBe(
      mistake(
        `The alias "${name}" starts with a prefix of the gateway's own; choose another.`,
        'ALIAS_RESERVED',
        3,
      ),
    );
    expect(
      await told({ query: `query ($${name}: Int) { sites(first: $${name}) { ${SITES} } }` }, stock),
    ).toBe(
      mistake(
        `The variable $${name} is used between gateway and members; choose another name.`,
        'VARIABLE_RESERVED',
        8,
      ),
    );
  },
);

test.each([
  ['beside the question', (key: string) => `{"query":"{ __typename }","${key}":{"a":1}}`],
  [
    'in the variables',
    (key: string) => `{"query":"{ __typename }","variables":{"${key}":{"a":1}}}`,
  ],
  [
    'in a value',
    (key: string) =>
      `{"query":"query ($f: SiteFilter) { sites(filter: $f) { total { count } } }","variables":{"f":{"${key}":{"a":1}}}}`,
  ],
  [
    'in the extensions',
    (key: string) => `{"query":"{ __typename }","extensions":{"zellige":{"${key}":{"a":1}}}}`,
  ],
])(
  'a body with the key __proto__ %s is refused before it is read as a question',
  async (_, body) => {
    const says =
      'Expected a body in JSON, got one that cannot be read; no object in it may have the key "__proto__", or a "constructor" with a "prototype".';
    const refused = `400 {"errors":[{"message":${JSON.stringify(says)},"extensions":{"code":"BAD_REQUEST"}}]}`;
    expect(await told(body('__proto__'))).toBe(refused);
    expect(await told(body('\\u005f_proto__'))).toBe(refused);
    expect(await told(body('constructor').replace('{"a":1}', '{"prototype":{"a":1}}'))).toBe(
      refused,
    );
  },
);

test('in the address a key __proto__ is a key that nobody asked for', async () => {
  const get = async (also: Readonly<Record<string, string>>) => {
    const search = new URLSearchParams({ query: '{ __typename }', ...also });
    return (await gateway.send({ path: `/graphql?${search}` })).body;
  };
  const plain = await get({});
  expect(plain).toContain('{"__typename":"Query"}');
  expect(await get({ variables: '{"__proto__":{"polluted":1}}' })).toBe(plain);
  expect(await get({ extensions: '{"__proto__":{"onMissing":"FAIL"}}' })).toBe(plain);
  expect(await get({ '__proto__[polluted]': '1', __proto__: '1' })).toBe(plain);
});
