import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PublishedState } from '../../../gateway/index.ts';
import { type Members, openMembers, temporaryFolder } from '../../journeys/continent.ts';
import { openSteered, type SteeredMember } from '../../journeys/steered-member.ts';
import { cases } from '../../oracle/config.ts';
import {
  extension,
  MOROCCO,
  openPublishedGateway,
  type PublishedGateway,
  published,
  type Told,
} from './published-gateway.ts';

const folder = temporaryFolder();
let members: Members;
let slowMs = 0;
/** Morocco's server behind two addresses; each says in its rows which edition it is. */
let first: SteeredMember;
let second: SteeredMember;
let gateway: PublishedGateway;

const edition = (url: string, name: string): Promise<SteeredMember> =>
  openSteered(url, () => ({
    kind: 'BENT',
    afterMs: slowMs,
    bend: (body) => body.replaceAll(/"rockType":"[^"]*"/g, `"rockType":"${name}"`),
  }));

beforeAll(async () => {
  members = await openMembers(folder, ['MA']);
  const url = members.addresses()[0]?.url ?? '';
  [first, second] = [await edition(url, 'first'), await edition(url, 'second')];
  gateway = await openPublishedGateway([], firstState(1));
});
afterAll(async () => {
  await gateway.close();
  first.close();
  second.close();
  await members.close();
  rmSync(folder, { recursive: true });
});

const FIELD = '  "P2O5 content of the ore, percent by mass."\n  oreGrade: Quantity\n';
const WITHOUT = MOROCCO.replace(FIELD, '');

const firstState = (number: number): PublishedState => ({
  number,
  members: [published('MA', first.url)],
  extensions: [extension('MA', WITHOUT)],
});
const secondState = (number: number): PublishedState => ({
  number,
  members: [published('MA', second.url)],
  extensions: [extension('MA', MOROCCO)],
});

/** Says of a generation its schema, its root fields, and what a later hop gives. */
const QUESTION = `{
  __type(name: "MaPhosphateComplex") { fields { name } }
  ma_phosphateComplexes { rockType }
  sites(first: 50, filter: { owners: ["MA"], commodities: ["phosphate-rock"] }) {
    edges { node { id ma_phosphateComplex { rockType } } } coverage { complete }
  }
}`;

type Complex = { readonly rockType: string };
type Seen = {
  readonly __type: { readonly fields: readonly { readonly name: string }[] };
  readonly ma_phosphateComplexes: readonly Complex[];
  readonly sites: {
    readonly edges: readonly { readonly node: { readonly ma_phosphateComplex: Complex | null } }[];
    readonly coverage: { readonly complete: boolean };
  };
};

/** What an answer shows of the generation that it is of. */
function shownBy({ status, data, errors }: Told) {
  if (!data) return { status, errors };
  const seen = data as unknown as Seen;
  const complexes = seen.sites.edges.flatMap(({ node }) => node.ma_phosphateComplex ?? []);
  const names = (all: readonly Complex[]) => [...new Set(all.map(({ rockType }) => rockType))];
  return {
    status,
    errors,
    hasField: seen.__type.fields.some(({ name }) => name === 'oreGrade'),
    root: names(seen.ma_phosphateComplexes),
    laterHop: names(complexes),
    complete: seen.sites.coverage.complete,
  };
}
const FINE = { status: 200, errors: undefined, complete: true };
const OLD = { ...FINE, hasField: false, root: ['first'], laterHop: ['first'] };
const NEW = { ...FINE, hasField: true, root: ['second'], laterHop: ['second'] };

const NEW_FIELD = '{ ma_phosphateComplexes { oreGrade { value } } }';

test('a changed extension is served while 50 connections ask: none fails, and each answer is wholly of one generation', async () => {
  expect(shownBy(await gateway.ask(QUESTION))).toEqual(OLD);
  expect((await gateway.ask(NEW_FIELD)).status).toBe(400);
  const answers: ReturnType<typeof shownBy>[][] = [];
  let isOver = false;
  const clients = Array.from({ length: 50 }, async () => {
    const own: ReturnType<typeof shownBy>[] = [];
    answers.push(own);
    while (!isOver) own.push(shownBy(await gateway.ask(QUESTION)));
  });
  while (answers.some((own) => own.length < 1)) await wait(10);
  const began = performance.now();
  expect(await gateway.generations.replace(secondState(2))).toEqual({
    kind: 'swapped',
    number: 2,
    says: 'Publication 2 is served.',
  });
  const tookMs = performance.now() - began;
  expect((await gateway.ask(NEW_FIELD)).errors).toBeUndefined();
  const lengths = answers.map((own) => own.length);
  while (answers.some((own, place) => own.length < (lengths[place] ?? 0) + 2)) await wait(10);
  isOver = true;
  await Promise.all(clients);
  const kinds = new Map(answers.flat().map((each) => [JSON.stringify(each), each]));
  expect([...kinds.values()]).toEqual([OLD, NEW]);
  for (const own of answers) expect(own.at(-1)).toEqual(NEW);
  expect(tookMs).toBeLessThan(cases(10_000, 2_000));
});

test('an extension that does not compose is refused, with the reason, and the one before goes on', async () => {
  const broken = {
    ...secondState(3),
    extensions: [extension('MA', 'type Query { ma_a: Nobody }')],
  };
  expect(await gateway.generations.replace(broken)).toEqual({
    kind: 'refused',
    says: expect.stringContaining('Nobody'),
  });
  expect(shownBy(await gateway.ask(QUESTION))).toEqual(NEW);
  expect(gateway.generations.current().state.number).toBe(2);
});

test('a request that is under way when the next generation comes is answered by its own to the end', async () => {
  await gateway.generations.replace(secondState(4));
  slowMs = 300;
  const before = first.asked.length;
  const late = second.asked.length;
  const underWay = gateway.ask(QUESTION);
  while (second.asked.length === late) await wait(5);
  expect(await gateway.generations.replace(firstState(5))).toMatchObject({ kind: 'swapped' });
  expect(gateway.generations.alive()).toBe(2);
  expect(shownBy(await underWay)).toEqual(NEW);
  slowMs = 0;
  expect(shownBy(await gateway.ask(QUESTION))).toEqual(OLD);
  while (gateway.generations.alive() > 1) await wait(10);
  expect(first.asked.length).toBeGreaterThan(before);
});

test('54 publications at once are served by generations of which at most two live, and the last holds all', async () => {
  const states = Array.from({ length: 54 }, (_, place): PublishedState => {
    const codes = Array.from({ length: place + 1 }, (__, at) => codeOf(at));
    return {
      number: 6 + place,
      members: codes.map((code) => published(code, first.url)),
      extensions: codes.map((code) =>
        extension(code, `type Query { ${code.toLowerCase()}_said: String }`),
      ),
    };
  });
  const alive: number[] = [];
  const outcomes = await Promise.all(
    states.map((each) =>
      gateway.generations.replace(each).then((outcome) => {
        alive.push(gateway.generations.alive());
        return outcome.kind;
      }),
    ),
  );
  expect([...new Set(outcomes)]).toEqual(['swapped']);
  expect(Math.max(...alive)).toBeLessThanOrEqual(2);
  const { data } = await gateway.ask('{ __type(name: "Query") { fields { name } } }');
  const said = JSON.stringify(data).match(/[a-z]{2}_said/g) ?? [];
  expect(said.length).toBe(54);
  expect((await gateway.members()).length).toBe(54);
});

/** AA, AB, AC ...: codes as states have them. */
const codeOf = (place: number): string =>
  String.fromCharCode(65 + Math.floor(place / 26), 65 + (place % 26));
