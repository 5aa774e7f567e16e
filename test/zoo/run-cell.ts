import { setTimeout as wait } from 'node:timers/promises';
import {
  type JsonObject,
  type MissingReason,
  type RequestCoverage,
  requestCoverage,
} from '../../gateway/members/index.ts';
import { type Chance, chanceOf } from '../oracle/chance.ts';
import type { Client, ClientAnswer } from '../oracle/client.ts';
import type { Oracle } from '../oracle/one-database/oracle.ts';
import { firstDifference } from '../oracle/same-answer.ts';
import type { Cell, Size } from './cells.ts';
import type { Enclosure, Visit } from './enclosure.ts';
import { type Injected, nobodyAt, told, withoutDetails } from './expected.ts';
import type { Seen } from './fault.ts';
import { cursorsOf, type MatrixQuestion, matrixQuestion } from './questions.ts';

/** The one database, with these silent for that reason since this page. */
export type OracleWithout = (silent: readonly string[], reason: string) => Oracle;
export type Grounds = {
  readonly enclosure: Enclosure;
  readonly oracleWithout: OracleWithout;
  /** Codes of all members. */
  readonly codes: readonly string[];
};

/** A sentence on what the gateway answers otherwise than it must; undefined where all is as the table says. */
export async function runCell(grounds: Grounds, cell: Cell): Promise<string | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const visit = grounds.enclosure.enter();
    try {
      const found = await differenceIn(grounds, { ...cell, attempt }, visit);
      if (found !== NOBODY) return found;
    } finally {
      await visit.leave();
    }
  }
  return NOBODY;
}
/** Some faults need rows that not every member has at the place asked: then another list is taken, or others commit it. */
const ATTEMPTS = 12;
const NOBODY = 'Nobody committed the fault.';

async function differenceIn(
  { enclosure, oracleWithout, codes }: Grounds,
  cell: Cell & { readonly attempt: number },
  visit: Visit,
): Promise<string | undefined> {
  const { name, fault, kind, page, size, attempt } = cell;
  const chance = chanceOf(`${name} ${kind} ${page} ${size} ${attempt}`);
  const question = matrixQuestion(kind, chance, name);
  const start = page === 'later' ? await placeIn(enclosure.client, question, visit) : null;
  await wait(REST_MS);
  const first = kind === 'aggregate' || kind === 'members' ? {} : { first: 40 };
  const asked = { ...question.variables, ...first };
  const able = codes.filter((code) => code.length === 2 || !question.isAtHome);
  visit.commit(chosen(able, size, chance), fault, kind);
  const calling = visit.calling();
  const got = await enclosure.client.ask(
    { query: question.query, variables: { ...asked, after: start?.cursor ?? null } },
    calling,
  );
  const guilty = visit.committed();
  if (guilty.length === 0) return NOBODY;
  const injected = { codes: guilty, seen: fault.seenIn?.[kind] ?? fault.seen };
  const expected = await expectedFor(oracleWithout, injected, {
    question,
    asks: { query: question.query, variables: { ...asked, after: start?.id ?? null } },
  });
  if (injected.seen.as === 'UNDETECTED') return undetectedIn(got);
  return (
    differenceBetween(got, expected) ??
    misnamed(
      injected,
      kind,
      requestCoverage(calling.account.hops(), () => null),
    ) ??
    (fault.kind === 'MEANING' ? untold(injected, enclosure.client.broken) : undefined)
  );
}

/** Sockets come to rest between two questions, as they do between two of a person's. */
const REST_MS = 15;

/** The place of a list's fifth row, behind which its later page begins. */
async function placeIn(client: Client, question: MatrixQuestion, visit: Visit) {
  const { query, variables } = question;
  const asks = { query: cursorsOf(question), variables: { ...variables, first: 5, after: null } };
  // Twice at once, so that each member has two sockets open, one for each hop to come.
  const [answer] = await Promise.all([
    client.ask(asks, visit.calling()),
    client.ask(asks, visit.calling()),
  ]);
  const list = answer.data?.list as
    | { edges?: readonly { cursor: string; node: { id: string } }[] }
    | undefined;
  const last = list?.edges?.at(-1);
  if (!last) throw new Error(`Expected five rows of ${query}, got ${JSON.stringify(answer)}.`);
  return { cursor: last.cursor, id: last.node.id };
}

const COUNT_OF: Readonly<Record<Size, (all: number) => number>> = {
  '1': () => 1,
  '2': () => 2,
  half: (all) => Math.ceil(all / 2),
  'all but one': (all) => all - 1,
  all: (all) => all,
};
/** So many of the members, one behind the other from a place of chance. */
function chosen(codes: readonly string[], size: Size, chance: Chance): readonly string[] {
  const start = chance.below(codes.length);
  return [...codes, ...codes].slice(start, start + COUNT_OF[size](codes.length));
}

type Asks = { readonly query: string; readonly variables: JsonObject };
type Expecting = { readonly question: MatrixQuestion; readonly asks: Asks };

async function expectedFor(
  oracleWithout: OracleWithout,
  injected: Injected,
  { question, asks }: Expecting,
): Promise<ClientAnswer> {
  const { codes, seen } = injected;
  const isOfDetails = question.details.length > 0;
  const oracle =
    seen.as === 'MISSING' && !isOfDetails
      ? oracleWithout(codes, seen.reason)
      : oracleWithout([], '');
  const { data, errors } = await oracle(asks);
  const whole: ClientAnswer = { data: plain(data) };
  if (isOfDetails && isLoss(seen)) return withoutDetails(whole, question, injected);
  if (!errors) return whole;
  const [field = ''] = Object.keys(data ?? {});
  return { ...whole, errors: [nobodyAt(field, injected)] };
}

const isLoss = ({ as }: Seen) => as === 'MISSING' || as === 'MEMBER_ERROR';

const plain = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value ?? null));

function differenceBetween(got: ClientAnswer, expected: ClientAnswer): string | undefined {
  const [gotErrors, expectedErrors] = [told(got.errors), told(expected.errors)];
  const differs = firstDifference(inOrder(got.data), inOrder(expected.data), new Set());
  if (differs) return `${differs} ${gotErrors.slice(0, 2).join(' ')}`;
  return firstDifference(gotErrors, expectedErrors, new Set());
}

/** Missing members by code: of several hops the order says nothing. */
function inOrder(data: ClientAnswer['data']): unknown {
  return JSON.parse(JSON.stringify(data ?? null), (key, value) =>
    key === 'missing' && Array.isArray(value)
      ? value.toSorted((a, b) => (a.member < b.member ? -1 : 1))
      : value,
  );
}

/** What the gateway does not see it must not name either: the day that it does, the table is to say so. */
function undetectedIn({ data, errors }: ClientAnswer): string | undefined {
  const [field] = Object.values(data ?? {});
  const { coverage } = (field ?? {}) as { readonly coverage?: { readonly complete: boolean } };
  return errors || !coverage?.complete
    ? 'It was detected; the table says that it is not.'
    : undefined;
}

/** The coverage of the whole request names those who committed the fault, why, and of which part they are missing; and nobody else. */
function misnamed(
  { codes, seen }: Injected,
  kind: Cell['kind'],
  { complete, missing }: RequestCoverage,
): string | undefined {
  const part = kind === 'entities' ? 'DETAILS' : null;
  const { reason } = seen as { readonly reason?: MissingReason };
  const named = reason ? [...codes].sort() : [];
  const expected = named.map((member) => ({ member, reason, part, since: null }));
  const differs = firstDifference(
    { complete, missing },
    { complete: named.length === 0, missing: expected },
    new Set(),
  );
  return differs && `In the coverage of the request: ${differs}`;
}

/** Each agency is told what it did, in a sentence that begins with its code. */
function untold({ codes, seen }: Injected, broken: readonly string[]): string | undefined {
  if (seen.as !== 'MISSING') return undefined;
  const silent = codes.find((code) => !broken.some((says) => says.startsWith(`${code} `)));
  return silent && `${silent} is not told what it did.`;
}
