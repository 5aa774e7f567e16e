import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cannedMember, memberSchema } from '../../../../bench/programs/canned-answers.ts';
import { readSupergraph } from '../../../../gateway/index.ts';
import { parseAnswer } from '../../../../gateway/members/ask/parse-answer.ts';
import { parseOperation } from '../../../../gateway/members/document.ts';
import { answerFit, misfit } from '../../../../gateway/members/fit.ts';
import type { JsonObject } from '../../../../gateway/members/index.ts';
import {
  checkHeads,
  type Heads,
  headsOfPage,
  type PageOrder,
} from '../../../../gateway/members/merge/index.ts';
import { type Page, readerOf } from '../../../../gateway/members/read/index.ts';
import { schemaOf } from '../../../../gateway/members/speaking.ts';
import { type OrderBy, readContract } from '../../../../schema/index.ts';
import { cases } from '../../../oracle/config.ts';

const contract = readContract();
const schema = schemaOf(readSupergraph().faces.continental ?? '')();
const MA = { code: 'MA' as never, url: 'http://ma.example/graphql' };
const ROWS = 4;
const honest = cannedMember(memberSchema(), { code: 'MA', rows: ROWS }, () => {});
const HEADS = 'zlg_edges: edges { cursor node { id } } zlg_page: pageInfo { hasNextPage }';
const BY_NAME: readonly OrderBy[] = [{ field: 'NAME', direction: 'DESC' }];

const page = (args: string, rows: string) =>
  `{ sites(${args}) { ${HEADS} zlg_total: total { count precision } ${rows} } }`;
const QUESTIONS = {
  'heads and nothing else': [`{ sites(first: 3) { ${HEADS} } }`, []],
  'rows and a total': [
    page(
      'first: 9',
      'edges { node { zlg_id: id __typename id type status home commodityCodes name { value } } }',
    ),
    [],
  ],
  'rows twice, under other names': [
    page('first: 2', 'a: edges { cursor b: node { zlg_id: id scale } } edges { __typename }'),
    [],
  ],
  'rows by name': [
    page('first: 3, orderBy: [{ field: NAME, direction: DESC }]', 'edges { node { zlg_id: id } }'),
    BY_NAME,
  ],
} as const satisfies Readonly<Record<string, readonly [string, readonly OrderBy[]]>>;

type Case = ReturnType<typeof caseOf>;
function caseOf(query: string, orderBy: readonly OrderBy[]) {
  const fit = answerFit(parseOperation(query), { schema, contract, variables: {} });
  const order: PageOrder = { orderBy, first: ROWS, after: undefined };
  return { query, fit, order, reader: readerOf(fit) };
}
const bytesOf = ({ query }: Case) => honest(JSON.stringify({ query }));

/** What the parser and the checks make of the same bytes. */
function parsed({ fit }: Case, bytes: Buffer): JsonObject | undefined {
  const { answer } = parseAnswer(MA, bytes, { answerDepthMax: 80 });
  if (answer.kind === 'silent' || answer.errors.length > 0) return undefined;
  return misfit(fit, 'MA', answer.data) === undefined ? answer.data : undefined;
}

const seen = ({ count, hasMore, total, positionAt, rowAt }: Heads, names: readonly string[]) => ({
  count,
  hasMore,
  total,
  positions: Array.from({ length: count + 1 }, (_, row) => positionAt(row)),
  rows: names.map((name) => Array.from({ length: count }, (_, row) => rowAt(name, row))),
});

/** The heads that the checks find in what was parsed are those of the page that was read. */
function sameHeads(read: Page, data: JsonObject, { order }: Case): boolean {
  const quick = headsOfPage('MA', read, order);
  const checked = checkHeads('MA', data.sites as JsonObject, order);
  if (!quick) return false;
  const names = [...read.rows.keys()];
  expect(checked.kind).toBe('kept');
  if (checked.kind === 'kept') expect(seen(quick, names)).toEqual(seen(checked.heads, names));
  return true;
}

test.each(Object.entries(QUESTIONS))(
  'an honest answer is read: %s',
  async (_, [query, orderBy]) => {
    const asked = caseOf(query, orderBy);
    const bytes = await bytesOf(asked);
    const data = parsed(asked, bytes);
    const read = asked.reader?.(bytes, 'MA')?.get('sites');
    expect(data).toBeDefined();
    expect(read && data && sameHeads(read, data, asked)).toBe(true);
  },
);

const damage = fc.record({
  at: fc.nat(4_000),
  cut: fc.constantFrom(0, 0, 1, 1, 1, 2, 9),
  put: fc.oneof(
    fc.constantFrom(
      '',
      '0',
      '-',
      '1.5',
      '"',
      '\\',
      '\\u00e9',
      '\u00e9',
      ',',
      '{',
      '}',
      ']',
      'null',
    ),
    fc.constantFrom('CD', 'x', ':', ' ', '\n', '"id":', '9'.repeat(17), '\u0001', 'MINE'),
    fc.string({ maxLength: 3 }),
  ),
});

function damaged(
  bytes: Buffer,
  { at, cut, put }: { at: number; cut: number; put: string },
): Buffer {
  const start = at % (bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, start), Buffer.from(put), bytes.subarray(start + cut)]);
}

test.each(Object.entries(QUESTIONS))(
  'what is read of a damaged answer, the parser and the checks take too, and alike: %s',
  async (_, [query, orderBy]) => {
    const asked = caseOf(query, orderBy);
    const bytes = await bytesOf(asked);
    let [read, kept] = [0, 0];
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 2 }), (damages) => {
        const given = damages.reduce(damaged, bytes);
        const pages = asked.reader?.(given, 'MA');
        if (!pages) return;
        read += 1;
        const data = parsed(asked, given);
        expect(data).toBeDefined();
        const found = pages.get('sites');
        if (found && data && sameHeads(found, data, asked)) kept += 1;
      }),
      { numRuns: cases(3_000, 50_000) },
    );
    expect(read).toBeGreaterThan(0);
    expect(kept).toBeGreaterThan(0);
  },
);

test.each([
  ['a field that was not asked', '"count":4', '"count":4,"more":1'],
  ['a row of another member', '"id":"MA:site:b0003"', '"id":"CD:site:b0003"'],
  ['a row that is not that of its head', '"zlg_id":"MA:site:b0003"', '"zlg_id":"MA:site:b0009"'],
  ['an unknown word', '"SMELTER"', '"FURNACE"'],
  ['another country', '"home":"MA"', '"home":"CD"'],
  ['a count that loses digits', '"count":4', '"count":9007199254740993'],
  ['errors beside', '}}}', '}}},"errors":[]'],
  ['bytes that are no UTF-8', 'Synthetic', '\\xff'],
  ['space between', '"count": 4', ''],
])('the parser is left to read %s', async (_, there, instead) => {
  const asked = caseOf(...QUESTIONS['rows and a total']);
  const text = (await bytesOf(asked)).toString('latin1');
  const changed = text.replace(there, instead === '\\xff' ? '\xff' : instead);
  const given = instead === '' ? text.replace('"count":4', there) : changed;
  expect(given).not.toBe(text);
  expect(asked.reader?.(Buffer.from(given, 'latin1'), 'MA')).toBeUndefined();
});

test('a line feed behind the answer is no fault', async () => {
  const asked = caseOf(...QUESTIONS['rows and a total']);
  const bytes = Buffer.concat([await bytesOf(asked), Buffer.from('\n')]);
  expect(asked.reader?.(bytes, 'MA')?.has('sites')).toBe(true);
});
