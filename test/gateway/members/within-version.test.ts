import { expect, test } from '@jest/globals';
import { readSupergraph } from '../../../gateway/index.ts';
import {
  type Answer,
  type JsonObject,
  type MemberRequest,
  openAccount,
  withinVersion,
} from '../../../gateway/members/index.ts';
import { type MemberCode, readContract, sdlFile } from '../../../schema/index.ts';

// A contract in which some of what there is came later.
const LATER = '@since(version: "1.1")';
const contract = readContract(
  sdlFile('contract.graphql')
    .replace('nationalId: String', `nationalId: String ${LATER}`)
    .replace('precision: GeoPrecision!', `precision: GeoPrecision! ${LATER}`)
    .replaceAll('bbox: BBox', `bbox: BBox ${LATER}`)
    .replace('type Policy @owned', `type Policy ${LATER} @owned`),
  '1.1',
);
const sdl = readSupergraph().faces.national ?? '';

async function asked(version: string | null, request: MemberRequest, data: JsonObject) {
  const sent: MemberRequest[] = [];
  const hop = openAccount();
  const given: Answer = { kind: 'answered', data, errors: [] };
  const send = withinVersion(
    (_member, each) => {
      sent.push(each);
      return Promise.resolve(given);
    },
    { sdl, contract },
  );
  const member = { code: 'CD' as MemberCode, url: '', contractVersion: version };
  const calling = { viewer: 'public', signal: new AbortController().signal } as const;
  const answer = await send(member, request, { ...calling, hop: hop.openHop([]) });
  return { sent, answer, hops: hop.hops() };
}

const SITES =
  'query Q($representations: [_Any!]!) { _entities(representations: $representations) { ... on Site { zlg_id: id nationalId location { precision } } } }';
const SITE = { __typename: 'Site', id: 'CD:site:1' };

test.each([null, '1.1', '1.2', '1.10'])(
  'a member of version %s is asked the same words, and its answer is not touched',
  async (version) => {
    const request = { query: SITES, variables: { representations: [SITE] } };
    const { sent, answer } = await asked(version, request, { _entities: [null] });
    expect(sent[0]).toBe(request);
    expect(answer).toEqual({ kind: 'answered', data: { _entities: [null] }, errors: [] });
  },
);

test('a member of an earlier version is not asked for what came later, and gives null there', async () => {
  const { sent, answer } = await asked(
    '1.0',
    { query: SITES, variables: { representations: [SITE] } },
    { _entities: [{ zlg_id: 'CD:site:1', location: { zlg_there: 'GeoPoint' } }] },
  );
  expect(sent.map(({ query }) => query.replaceAll(/\s+/g, ' '))).toEqual([
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Site { zlg_id: id location { zlg_there: __typename } } } }',
  ]);
  expect(answer).toMatchObject({
    data: {
      _entities: [{ zlg_id: 'CD:site:1', nationalId: null, location: { precision: null } }],
    },
    errors: [{ path: ['_entities', 0], extensions: { code: 'FIELD_NOT_OFFERED', member: 'CD' } }],
  });
});

test('records of a type that came later are not asked for, and the others keep their places', async () => {
  const query = SITES.replace('... on Site', '... on Policy { zlg_id: id } ... on Site');
  const representations = [{ __typename: 'Policy', id: 'CD:policy:1' }, SITE];
  const { sent, answer } = await asked(
    '1.0',
    { query, variables: { representations } },
    { _entities: [{ zlg_id: 'CD:site:1', location: null }] },
  );
  expect(sent.map(({ variables }) => variables)).toEqual([{ representations: [SITE] }]);
  expect(answer).toMatchObject({
    data: { _entities: [null, { zlg_id: 'CD:site:1', nationalId: null, location: null }] },
  });
});

test('of whom nothing is left to be asked is not asked', async () => {
  const query = SITES.replace('... on Site', '... on Policy { zlg_id: id } ... on Site');
  const representations = [{ __typename: 'Policy', id: 'CD:policy:1' }];
  const { sent, answer, hops } = await asked('1.0', { query, variables: { representations } }, {});
  expect(sent).toEqual([]);
  expect(answer).toMatchObject({ kind: 'answered', data: { _entities: [null] } });
  expect(hops).toEqual([
    { path: [], asks: [{ member: 'CD', outcome: 'FIELD_NOT_OFFERED', tookMs: null }] },
  ]);
});

test('a field that is asked with what came later is null too: a filter is never ignored', async () => {
  const query =
    'query Q($box: BBox) { sites(filter: { bbox: $box, text: "a" }) { edges { node { id } } } }';
  const box = { south: 0, west: 0, north: 1, east: 1 };
  const filtered = await asked('1.0', { query, variables: { box } }, {});
  expect(filtered.answer).toMatchObject({ data: { sites: null } });
  const unfiltered = await asked('1.0', { query, variables: { box: null } }, { sites: null });
  expect(unfiltered.sent).toEqual([
    { query: expect.stringContaining('filter: {text: "a"}'), variables: {} },
  ]);
});
