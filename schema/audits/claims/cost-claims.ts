import { PAGE } from '../../index.ts';
import type { Asking } from '../asking.ts';
import { type Claim, keptUnless, MUST, type Seen, SHOULD } from '../claim.ts';
import { recordSelection } from '../read-sample.ts';
import { at } from '../reading.ts';
import type { Reply } from '../wire.ts';

/** As long as the gateway waits for a member, unless a question says otherwise. */
const DEADLINE_MS = 5_000;
const PROMPT_MS = 2_000;
/** A question that asks for very much may take its time, but has to end: nobody waits longer. */
const COSTLY_MS = 15_000;
const ANSWER_BYTES_MOST = 16 * 1024 * 1024;

/** Time is measured by itself: beside other questions it would be theirs, too. */
const TIMED = { ...MUST, isTimed: true } as const;

/** What a question may cost, in time and in bytes. */
export const COST_CLAIMS: readonly Claim[] = [
  {
    id: 'PAGE_SIZE_BOUNDED',
    ...MUST,
    sentence: `Pages are of ${PAGE.least} to ${PAGE.most} rows: what is less or more is refused as PAGE_SIZE.`,
    remedy: 'Refuse `first` outside of its limits; do not cut it down in silence.',
    check: async (asking) => {
      const asked = asking.lists.flatMap(({ field }) =>
        [0, -1, PAGE.most + 1].map((first) => `${field}(first: ${first})`),
      );
      const replies = await Promise.all(
        asked.map((each) => asking.ask(`{ ${each} { edges { node { id } } } }`)),
      );
      const wrong = asked.flatMap((each, place) => {
        const codes = replies[place]?.errors.map(({ code }) => code) ?? [];
        return codes.includes('PAGE_SIZE')
          ? []
          : [`${each} is answered with ${codes.join() || 'no error'}.`];
      });
      return keptUnless(wrong, `${asked.length} sizes are refused.`);
    },
  },
  {
    id: 'TIME_OF_A_PAGE',
    ...TIMED,
    sentence: `The longest page, with every field, takes less than ${DEADLINE_MS} ms.`,
    remedy:
      'Give every order an index of its columns and the id, and read what the rows lead to for all of them at once.',
    check: (asking) =>
      longestPages(asking, ({ ms }) =>
        ms < DEADLINE_MS ? undefined : `takes ${Math.round(ms)} ms`,
      ),
  },
  {
    id: 'BYTES_OF_A_PAGE',
    ...TIMED,
    sentence: `The longest page, with every field, has less than ${ANSWER_BYTES_MOST} bytes.`,
    remedy: 'Keep long texts in documents with an address, not in records.',
    check: (asking) =>
      longestPages(asking, ({ bytes }) =>
        bytes < ANSWER_BYTES_MOST ? undefined : `has ${bytes} bytes`,
      ),
  },
  {
    id: 'TIME_OF_A_RECORD',
    ...SHOULD,
    isTimed: true,
    sentence: `A question about the member itself takes less than ${PROMPT_MS} ms.`,
    remedy:
      'Keep connections to the database open, and count records only where the counts are asked for.',
    check: (asking) => inTime(asking, '{ members { list { code asOf } } }', PROMPT_MS),
  },
  {
    id: 'COST_NESTED',
    ...TIMED,
    module: 'MINERALS',
    sentence:
      'A question whose records lead back to one another is answered or refused in time, however much it asks for.',
    remedy:
      'Count the rows of an answer and refuse with COST_EXCEEDED above a limit, before memory or the database does.',
    check: (asking) =>
      inTime(asking, `{ sites(first: 500) { edges { node { ${nested(2)} } } } }`, COSTLY_MS),
  },
  {
    id: 'COST_ALIASES',
    ...TIMED,
    sentence: 'The same list under many names is answered or refused in time.',
    remedy: 'Limit the fields of a question, or the rows of an answer.',
    check: (asking) =>
      inTime(
        asking,
        `{ ${many(20, (place) => `a${place}: organisations(first: 500) { edges { node { id name { en } } } }`)} }`,
        COSTLY_MS,
      ),
  },
  {
    id: 'COST_DEEP',
    ...TIMED,
    sentence: 'A question that nests without end is answered or refused in time.',
    remedy: 'Limit the words of a document before it is read.',
    check: (asking) =>
      inTime(
        asking,
        `{ ${many(3_000, () => '... { ')} __typename ${'} '.repeat(3_000)} }`,
        COSTLY_MS,
      ),
  },
  {
    id: 'COST_LONG_LIST',
    ...TIMED,
    sentence: 'A filter with thousands of values is answered or refused in time.',
    remedy: 'Limit the values of a list, and refuse more with BAD_VALUE.',
    check: (asking) => {
      const countries = many(5_000, () => '"QQ",');
      return inTime(
        asking,
        `{ organisations(filter: {countries: [${countries}]}) { edges { node { id } } } }`,
        COSTLY_MS,
      );
    },
  },
];

const many = (count: number, part: (place: number) => string): string =>
  Array.from({ length: count }, (_, place) => part(place)).join(' ');

const nested = (depth: number): string =>
  depth === 0 ? 'id' : `operator { sites(first: 500) { nodes { ${nested(depth - 1)} } } }`;

type LongPage = { readonly field: string; readonly reply: Reply };

/** The pages that the audit reads its rows from, once more, one after another. */
async function longestPages(
  asking: Asking,
  fault: (reply: Reply) => string | undefined,
): Promise<Seen> {
  const pages = await asking.once('longest pages', () => askLongestPages(asking));
  const faults = pages.flatMap(({ field, reply }) => {
    const isAnswered = at(reply.data, field) !== undefined;
    const found = isAnswered ? fault(reply) : `is not answered: ${reply.errors[0]?.message}`;
    return found === undefined ? [] : [`${field}(first: ${PAGE.most}) ${found}.`];
  });
  return keptUnless(faults, `${pages.length} pages are within it.`);
}

async function askLongestPages(asking: Asking): Promise<readonly LongPage[]> {
  const pages: LongPage[] = [];
  for (const { field, type } of asking.lists) {
    const fields = await recordSelection(asking, type);
    const query = `{ ${field}(first: ${PAGE.most}) { edges { cursor node { ${fields} } } total { count } } }`;
    pages.push({ field, reply: await asking.ask(query) });
  }
  return pages;
}

async function inTime(asking: Asking, query: string, ms: number): Promise<Seen> {
  const reply = await asking.ask(query);
  const took = Math.round(reply.ms);
  const asked = query.length > 60 ? `${query.slice(0, 60)}...` : query;
  const isThere = reply.status !== 0 && reply.status < 500;
  if (!isThere)
    return keptUnless(
      [`${asked} is answered with status ${reply.status}: ${reply.errors[0]?.message}`],
      '',
    );
  return keptUnless(took < ms ? [] : [`${asked} takes ${took} ms.`], `It takes ${took} ms.`);
}
