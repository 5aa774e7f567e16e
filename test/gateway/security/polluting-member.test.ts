import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Deed } from '../../zoo/fault.ts';
import { type GuardedGateway, openGuardedGateway } from './guarded-gateway.ts';

let gateway: GuardedGateway;
beforeAll(async () => {
  gateway = await openGuardedGateway();
});
afterAll(() => gateway.close());

const PRISTINE = Object.getOwnPropertyNames(Object.prototype);
afterEach(() => {
  gateway.members.get('CD')?.commits(null);
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(PRISTINE);
});

const QUESTION = {
  query: `{
    sites(first: 20) { edges { node { id name { en } operator { id name { en } } } } coverage { missing { member reason } } }
    siteCounts(by: [COUNTRY]) { rows { countryCode count } coverage { missing { member reason } } }
    record(id: "CD:site:a0") { site { id name { en } } }
  }`,
};
type Answer = {
  readonly status: number;
  readonly data: unknown;
  readonly errors?: unknown;
};

/** The answer to the question while CD does this to every request. */
async function answerWhile(deed: Deed): Promise<Answer> {
  const member = gateway.members.get('CD');
  member?.commits(deed);
  const { status, body } = await gateway.post(QUESTION);
  expect(member?.committed()).toBeGreaterThan(0);
  expect(body).not.toContain('polluted');
  const { data, errors } = JSON.parse(body);
  return { status, data, errors };
}

const POLLUTION =
  '"__proto__":{"polluted":true,"toString":null},"constructor":{"prototype":{"polluted":true}}';
const writes = (commit: (text: string) => string): Deed => ({ how: 'BODY', commit });
const says = (error: string) => writes((text) => text.replace(/\}$/, `,"errors":[${error}]}`));

test.each([
  ['in every object of its data', writes((text) => text.replaceAll(/\{(?=")/g, `{${POLLUTION},`))],
  ['beside its fields', writes((text) => text.replace('{"data":{', `{"data":{${POLLUTION},`))],
  ['for its ids', writes((text) => text.replaceAll(/"(zlg_)?id":/g, '"__proto__":'))],
])('a member that gives keys __proto__ and constructor %s is missing', async (_, deed) => {
  const missing = [{ member: 'CD', reason: 'PROTOCOL_ERROR' }];
  const { status, data } = await answerWhile(deed);
  expect([status, data]).toEqual([
    200,
    {
      sites: { edges: [], coverage: { missing } },
      siteCounts: { rows: [], coverage: { missing } },
      record: null,
    },
  ]);
});

const OF_NO_PLACE = {
  message: 'CD could not give this.',
  extensions: { code: 'MEMBER_ERROR', member: 'CD' },
};
const REFUSED = { message: 'No.', extensions: { code: 'BAD_VALUE', member: 'CD' } };
const refusesAt = (path: string) =>
  says(
    `{"message":"No.","path":${path},"extensions":{"code":"BAD_VALUE",${POLLUTION}},${POLLUTION}}`,
  );

test.each([
  ['beside its data', writes((text) => text.replace('{"data":{', `{${POLLUTION},"data":{`)), []],
  [
    'in the extensions of an error',
    says(`{"message":"No.","extensions":{${POLLUTION}}}`),
    [OF_NO_PLACE],
  ],
  ['in an error', says(`{"message":"No.",${POLLUTION}}`), [OF_NO_PLACE]],
  [
    'as the code of an error',
    says('{"message":"No.","extensions":{"code":"__proto__","member":"__proto__"}}'),
    [OF_NO_PLACE],
  ],
  ['as the path of an error', refusesAt('["__proto__","polluted"]'), [REFUSED]],
  [
    'as the path of an error, by another name',
    refusesAt('["constructor","prototype","polluted"]'),
    [REFUSED],
  ],
  [
    'below a record',
    refusesAt('["record","__proto__","name"]'),
    [{ ...REFUSED, path: ['record', '__proto__', 'name'] }],
  ],
  [
    'below an entity',
    refusesAt('["_entities",0,"__proto__"]'),
    [REFUSED, { ...REFUSED, path: ['sites', 'edges', 0, 'node', '__proto__'] }],
  ],
])('what a member says of __proto__ and constructor %s changes nothing', async (_, deed, told) => {
  const truth = JSON.parse((await gateway.post(QUESTION)).body).data;
  expect(truth.sites.edges.length).toBeGreaterThan(4);
  const { status, data, errors = [] } = await answerWhile(deed);
  expect({ status, data, errors }).toEqual({ status: 200, data: truth, errors: told });
});
