import { parseGlobalId, SCALARS } from '../../index.ts';
import type { Asking } from '../asking.ts';
import { type Claim, keptUnless, MUST, notApplicable, type Seen } from '../claim.ts';
import { everyRow, isWithheld } from '../own-rows/index.ts';
import { at, objectsAt, shown, textAt } from '../reading.ts';
import type { JsonObject, Reply } from '../wire.ts';

/** What harvesters live on: the sequence of a member's changes. */
export const CHANGE_CLAIMS: readonly Claim[] = [
  {
    id: 'CHANGES_SERVED',
    ...MUST,
    sentence: '`changes` gives what the member created, corrected and deleted, from the first.',
    remedy: 'Keep a change for each write, in the transaction of the write.',
    check: async (asking) => {
      const reply = await askChanges(asking, { after: 0, first: 1 });
      const page = at(reply.data, 'changes');
      return keptUnless(
        page ? [] : [`It gives no changes: ${reply.errors[0]?.message ?? 'null.'}`],
        'It gives its changes.',
      );
    },
  },
  {
    id: 'CHANGES_RISE',
    ...MUST,
    sentence: 'Sequence numbers rise from change to change.',
    remedy: 'Order by the sequence, and number changes in the order in which they are committed.',
    check: async (asking) => {
      const { changes } = await readChanges(asking);
      const wrong = changes.filter(
        (each, place) => place > 0 && Number(each.sequence) <= Number(changes[place - 1]?.sequence),
      );
      return keptUnless(
        wrong.map(
          ({ sequence }) => `Change ${shown(sequence)} stands behind one with a greater number.`,
        ),
        `${changes.length} changes rise.`,
      );
    },
  },
  {
    id: 'CHANGES_AFTER',
    ...MUST,
    sentence:
      '`changes(after:)` goes on behind that number, and a page in small steps is the same as a large one.',
    remedy: 'Choose `sequence > after`, in order, and cut off behind `first`.',
    check: pagesSeen,
  },
  {
    id: 'CHANGES_LAST',
    ...MUST,
    sentence:
      '`last` is the number to go on after: that of the last change of the page, or what was asked where there is none.',
    remedy: "Give the last change's sequence; on an empty page give back `after`.",
    check: async (asking) => {
      const [first, end] = [
        await askChanges(asking, { after: 0, first: 3 }),
        (await readChanges(asking)).end,
      ];
      const pages = [
        { page: at(first.data, 'changes'), after: 0 },
        { page: end?.page, after: end?.after },
      ];
      const wrong = pages.filter(
        ({ page, after }) => page !== undefined && at(page, 'last') !== lastDue(page, after),
      );
      return keptUnless(
        wrong.map(
          ({ page, after }) =>
            `Asked after ${shown(after)}, it says that the last is ${shown(at(page, 'last'))}.`,
        ),
        'It says what to go on after.',
      );
    },
  },
  {
    id: 'CHANGES_MORE',
    ...MUST,
    sentence: '`hasMore` is true exactly where changes follow.',
    remedy: 'Read one change more than the page holds, to know.',
    check: async (asking) => {
      const { changes, isWhole, end } = await readChanges(asking);
      const { data } = await askChanges(asking, { after: 0, first: 1 });
      const isRight = at(data, 'changes', 'hasMore') === changes.length > 1;
      const ends = !isWhole || at(end?.page, 'hasMore') === false;
      return keptUnless(
        [
          ...(isRight
            ? []
            : [
                `With ${changes.length} changes, a page of one says hasMore ${shown(at(data, 'changes', 'hasMore'))}.`,
              ]),
          ...(ends ? [] : ['Behind its last change it says that there are more.']),
        ],
        'It says whether more follow.',
      );
    },
  },
  {
    id: 'CHANGES_FORM',
    ...MUST,
    sentence: 'A change names its record, the type of it, its revision and the instant.',
    remedy: 'Give `recordId`, `type` by its name in the contract, `revision` and `at` in UTC.',
    check: async (asking) => {
      const { changes } = await readChanges(asking);
      const types = asking.contract.ownerships;
      const isRight = (each: JsonObject) =>
        parseGlobalId(each.recordId)?.startsWith(`${asking.member.code}:`) === true &&
        types.has(textAt(each, 'type')) &&
        Number(each.revision) >= 1 &&
        SCALARS.DateTime.isValid(textAt(each, 'at'));
      return keptUnless(
        changes.filter((each) => !isRight(each)).map((each) => `It gives ${shown(each)}.`),
        `${changes.length} changes say what they are.`,
      );
    },
  },
  {
    id: 'CHANGES_COMPLETE',
    ...MUST,
    sentence:
      'Every record that is there has its creation in the sequence, and its last change is the revision that is shown.',
    remedy:
      'Write records through what keeps the sequence; number a change with the revision it made.',
    check: completeSeen,
  },
  {
    id: 'CHANGES_DELETED',
    ...MUST,
    sentence: 'A record whose last change is its deletion is not found any more.',
    remedy: 'Keep the deletion in the sequence, and the record nowhere else that is served.',
    check: deletedSeen,
  },
  {
    id: 'CHANGES_OF_OTHERS',
    ...MUST,
    sentence: '`changes` of another owner is null, without an error.',
    remedy: 'Compare `owner` with your own code.',
    check: async (asking) => {
      const owner = asking.member.code === 'QQ' ? 'QX' : 'QQ';
      const { data, errors } = await asking.ask(`{ changes(owner: "${owner}") { last } }`);
      const isRight = errors.length === 0 && at(data, 'changes') === null;
      return keptUnless(
        isRight ? [] : [`Asked for changes of ${owner}, it gives ${shown(at(data, 'changes'))}.`],
        'It knows its own changes alone.',
      );
    },
  },
];

type Step = { readonly after: number; readonly first: number };
const askChanges = (asking: Asking, { after, first }: Step): Promise<Reply> =>
  asking.ask(
    'query ($owner: MemberCode!, $after: Int, $first: Int) { changes(owner: $owner, after: $after, first: $first) { last hasMore changes { sequence kind type recordId revision at } } }',
    { owner: asking.member.code, after, first },
  );

const lastDue = (page: unknown, after: unknown): unknown =>
  objectsAt(page, 'changes').at(-1)?.sequence ?? after;

type Read = {
  readonly changes: readonly JsonObject[];
  readonly isWhole: boolean;
  /** The page behind the last change. */
  readonly end: { readonly page: unknown; readonly after: number } | undefined;
};
const PAGES_MOST = 20;

const readChanges = (asking: Asking): Promise<Read> =>
  asking.once('changes', async () => {
    const changes: JsonObject[] = [];
    for (let page = 0, after = 0; page < PAGES_MOST; page += 1) {
      const { data } = await askChanges(asking, { after, first: 500 });
      const found = objectsAt(data, 'changes', 'changes');
      if (found.length === 0)
        return { changes, isWhole: true, end: { page: at(data, 'changes'), after } };
      changes.push(...found);
      after = Number(found.at(-1)?.sequence);
    }
    return { changes, isWhole: false, end: undefined };
  });

async function pagesSeen(asking: Asking): Promise<Seen> {
  const { changes } = await readChanges(asking);
  const small: JsonObject[] = [];
  for (let step = 0, after = 0; step < 4; step += 1) {
    const { data } = await askChanges(asking, { after, first: 7 });
    const found = objectsAt(data, 'changes', 'changes');
    small.push(...found);
    after = Number(found.at(-1)?.sequence ?? after);
  }
  const due = changes.slice(0, 28).map(({ sequence }) => sequence);
  const got = small.map(({ sequence }) => sequence);
  const isSame = due.join() === got.join();
  return keptUnless(
    isSame ? [] : [`In steps of 7 it gives ${shown(got)} where ${shown(due)} are due.`],
    'Small steps give what large ones do.',
  );
}

const newestChanges = ({ changes }: Read): ReadonlyMap<string, JsonObject> =>
  new Map(changes.map((each) => [textAt(each, 'recordId'), each]));

async function completeSeen(asking: Asking): Promise<Seen> {
  const [read, ...lists] = await Promise.all([
    readChanges(asking),
    ...asking.lists.map((list) => everyRow(asking, list)),
  ]);
  if (!read.isWhole) return notApplicable('It has more changes than are read here.');
  const newest = newestChanges(read);
  const created = new Set(
    read.changes.filter(({ kind }) => kind === 'CREATED').map(({ recordId }) => recordId),
  );
  const faults = lists
    .flatMap(({ rows }) => rows)
    .flatMap((row) => {
      const change = newest.get(row.id);
      if (!change || !created.has(row.id))
        return [`${row.id} is there, and its creation is not in the sequence.`];
      if (change.kind === 'DELETED') return [`${row.id} is there, and was deleted.`];
      return isWithheld(row, new Date()) || change.revision === row.revision
        ? []
        : [
            `${row.id} is in revision ${shown(row.revision)}, and its last change made ${shown(change.revision)}.`,
          ];
    });
  return keptUnless(faults, `${newest.size} records have their changes.`);
}

const DELETED_MOST = 10;

async function deletedSeen(asking: Asking): Promise<Seen> {
  const read = await readChanges(asking);
  const deleted = [...newestChanges(read)]
    .filter(([, { kind }]) => kind === 'DELETED')
    .slice(0, DELETED_MOST);
  if (!read.isWhole || deleted.length === 0) return notApplicable('It has deleted nothing.');
  const there = await Promise.all(
    deleted.map(async ([id]) => {
      const { data } = await asking.ask('query ($id: ID!) { record(id: $id) { id } }', { id });
      return at(data, 'record') === null ? [] : [`${id} was deleted, and is given.`];
    }),
  );
  return keptUnless(there.flat(), `${deleted.length} deleted records are not found.`);
}
