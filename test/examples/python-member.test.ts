import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Answer, JsonObject, MemberError, Send } from '../../gateway/members/index.ts';
import { brokenClaims, CLAIMS, verify } from '../../schema/audits/index.ts';
import type { MemberCode } from '../../schema/index.ts';
import type { Rows } from '../../subgraphs/kit/rows.ts';
import { writesOf } from '../../subgraphs/kit/seeds.ts';
import { type Client, openClient } from '../oracle/client.ts';
import { cases } from '../oracle/config.ts';
import { differenceFrom } from '../oracle/difference.ts';
import { openOracle } from '../oracle/one-database/oracle.ts';
import { poolsOf } from '../oracle/pools.ts';
import { randomQuestion } from '../oracle/questions/random-question.ts';
import { type GeneratedWorld, worldOf } from '../oracle/rows/generate-world.ts';
import { openWorld, type World } from '../world.ts';
import { HAS_PYTHON, type PythonMember, startPythonMember } from './python-member.ts';

const needs = HAS_PYTHON ? '' : ' [needs Python with ariadne and uvicorn]';
const testOfPython = HAS_PYTHON ? test : test.skip;

/** As fast as it goes: it is our own. */
const audited = async ({ url }: PythonMember, claims = CLAIMS) => {
  const done = await verify({ url }, { rate: 1_000, claims });
  if (done.kind !== 'verified') throw new Error(done.says);
  return brokenClaims(done.report).map(({ id }) => id);
};

const ROWS = JSON.parse(readFileSync('examples/python-member/gabon.json', 'utf8')) as Rows;

/** Gabon as the oracle knows it, among neighbours whose records are generated. */
const GABON: GeneratedWorld['members'][number] = {
  code: 'GA',
  modules: ['MINERALS'],
  writes: writesOf(ROWS),
  says: {
    operator: {
      en: 'Mines of Gabon, as published by the U.S. Geological Survey',
      originalLanguage: 'EN',
    },
    licence: 'US-PD' as const,
    contact: null,
  },
};
const MODULES = ['MINERALS', 'POLICIES', 'EVENTS'] as const;
const NEIGHBOURS = ['CD', 'CG', 'ZM'].map((code) => ({ code, modules: MODULES }));

let client: Client;
let neighbours: World;
let honest: PythonMember;
let unsorted: PythonMember;
beforeAll(async () => {
  if (!HAS_PYTHON) return;
  client = await openClient();
  neighbours = await openWorld(worldOf('neighbours of Gabon', NEIGHBOURS, 6));
  honest = await startPythonMember();
  unsorted = await startPythonMember('--sort-like-python');
});
afterAll(async () => {
  await client?.close();
  await neighbours?.close();
  await honest?.close();
  await unsorted?.close();
});

/** Visits the neighbours and, at that address, Gabon. */
function visitWith({ url }: PythonMember): void {
  const gabon = { code: 'GA' as MemberCode, url, modules: ['MINERALS'] as const };
  const members = [...neighbours.members, gabon].toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const send: Send = (member, request, calling) =>
    member.code === 'GA' ? sent(url, request) : neighbours.send(member, request, calling);
  client.visit({ members, send });
}

type Wire = { readonly data?: JsonObject | null; readonly errors?: readonly MemberError[] };
async function sent(url: string, request: object): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  const { data, errors = [] } = (await response.json()) as Wire;
  if (!data)
    return { kind: 'silent', reason: 'PROTOCOL_ERROR', says: errors[0]?.message ?? 'nothing' };
  return { kind: 'answered', data, errors };
}

/** Python keeps its records in a file, and says no database. */
const isOfDatabase = (difference: string): boolean => difference.includes('SQLite');

testOfPython(
  `a member in Python answers as one database would, among its neighbours${needs}`,
  async () => {
    visitWith(honest);
    client.broken.length = 0;
    const generated = { seed: 'Gabon', members: [...neighbours.generated.members, GABON] };
    const oracle = openOracle(client.schema, generated);
    const pools = poolsOf(generated);
    const found: unknown[] = [];
    for (let place = 0; place < cases(40, 300); place += 1) {
      const question = randomQuestion(client.schema, `Gabon ${place}`, { pools });
      const difference = await differenceFrom(oracle, client, question, isOfNobody);
      if (difference && !isOfDatabase(difference)) found.push({ ...question, difference });
    }
    expect(found).toEqual([]);
    expect(client.broken).toEqual([]);
  },
  600_000,
);

/** AMSG and Morocco are not in this world. */
const isOfNobody = ({ message }: { readonly message: string }): boolean =>
  /^(AMSG|MA) did not answer/.test(message);

const BY_NAME = {
  query: `{ deposits(first: 500, orderBy: [{ field: NAME, direction: ASC }]) {
    edges { node { id name { en } } } coverage { answered missing { member reason } } } }`,
};
type Deposits = {
  readonly deposits: {
    readonly edges: readonly { readonly node: { readonly id: string; readonly name: object } }[];
    readonly coverage: object;
  };
};

testOfPython(
  `it keeps every claim of the audits on what it offers${needs}`,
  async () => {
    expect(await audited(honest)).toEqual([]);
  },
  120_000,
);

testOfPython(`its rows stand in order among its neighbours'${needs}`, async () => {
  visitWith(honest);
  const { data } = await client.ask(BY_NAME);
  const { deposits } = data as Deposits;
  const own = deposits.edges.filter(({ node }) => node.id.startsWith('GA:'));
  expect(own).toHaveLength(20);
  const names = own.map(({ node }) => (node.name as { readonly en: string }).en);
  expect(names.slice(0, 5)).toEqual(['Azingo', 'Bakoudou', 'Bélinga', 'Belingo', 'Eteke']);
  expect(deposits.coverage).toEqual({ answered: ['CD', 'CG', 'GA', 'ZM'], missing: [] });
});

testOfPython(
  `one that sorts as Python does is found out by an audit, and by the gateway${needs}`,
  async () => {
    visitWith(unsorted);
    client.broken.length = 0;
    const { data } = await client.ask(BY_NAME);
    const claims = await audited(
      unsorted,
      CLAIMS.filter(({ id }) => id.startsWith('ORDER_')),
    );
    expect(claims[0]).toBe('ORDER_OF_NAME');
    const { deposits } = data as Deposits;
    expect(deposits.edges.filter(({ node }) => node.id.startsWith('GA:'))).toEqual([]);
    expect(deposits.coverage).toEqual({
      answered: ['CD', 'CG', 'ZM'],
      missing: [{ member: 'GA', reason: 'PROTOCOL_ERROR' }],
    });
    expect(client.broken).toHaveLength(1);
  },
);
