import type { Answer, Json, JsonObject, MemberRequest, Send } from '../../gateway/members/index.ts';
import { answerRead } from '../answer-read.ts';
import type { Chance } from './chance.ts';

/** A page of a member as it stands in its answer: the heads that the gateway asks for itself, and the client's own selection of the rows. */
type Page = {
  readonly zlg_edges: readonly Edge[];
  readonly zlg_page: { readonly hasNextPage: boolean };
  readonly edges: readonly { readonly node: JsonObject }[];
};
type Edge = { readonly cursor: string; readonly node: { readonly id: string } };

/** What a member may do wrong with a page of its own; the same page where this way there is nothing to do wrong. */
export type Lie = (page: Page, chance: Chance) => Page | null;

const inOrder = (page: Page, places: readonly number[]): Page => ({
  ...page,
  zlg_edges: places.flatMap((place) => page.zlg_edges[place] ?? []),
  edges: places.flatMap((place) => page.edges[place] ?? []),
});
const places = ({ edges }: Page): readonly number[] => [...edges.keys()];

/** One row changed, in its head and in what the client sees. */
function withRow(page: Page, place: number, change: (row: Row) => Row): Page {
  const [head, edge] = [page.zlg_edges[place], page.edges[place]];
  if (!head || !edge) return page;
  const changed = change({ cursor: head.cursor, head: head.node.id, shown: edge.node });
  return {
    ...page,
    zlg_edges: page.zlg_edges.with(place, { cursor: changed.cursor, node: { id: changed.head } }),
    edges: page.edges.with(place, { ...edge, node: changed.shown }),
  };
}
type Row = { readonly cursor: string; readonly head: string; readonly shown: JsonObject };

/** The same record under the name of another member: `MA:site:a` as `CD:site:a`. */
const foreign = (id: string) => id.replace(/^[A-Z]+/, (code) => (code === 'CD' ? 'ZM' : 'CD'));
function moved(cursor: string): string {
  const keys = JSON.parse(cursor) as readonly Json[];
  return JSON.stringify(keys.with(-1, foreign(String(keys.at(-1)))));
}

export const LIES: Readonly<Record<string, Lie>> = {
  'sorts the other way round': (page) => inOrder(page, places(page).toReversed()),
  'takes one row before its turn': (page, chance) => {
    if (page.edges.length < 2) return page;
    const place = chance.below(page.edges.length - 1);
    return inOrder(
      page,
      places(page)
        .with(place, place + 1)
        .with(place + 1, place),
    );
  },
  'sorts without regard to case and accents': (page) =>
    inOrder(page, collated(page, { sensitivity: 'base' })),
  'sorts as the phone book does': (page) =>
    inOrder(page, collated(page, { ignorePunctuation: true, numeric: true })),
  "gives another's record": (page, chance) =>
    withRow(page, chance.below(page.edges.length), ({ cursor, head, shown }) => ({
      cursor: moved(cursor),
      head: foreign(head),
      shown: { ...shown, id: foreign(head) },
    })),
  "gives another's record at a place of its own": (page, chance) =>
    withRow(page, chance.below(page.edges.length), (row) => ({ ...row, head: foreign(row.head) })),
  "shows another's record behind heads of its own": (page, chance) =>
    withRow(page, chance.below(page.edges.length), (row) => ({
      ...row,
      shown: renamed(row.shown, foreign(row.head)),
    })),
  'shows one record of its own behind the head of another': (page) => {
    const [first] = page.edges;
    return first && page.edges.length > 1 ? { ...page, edges: page.edges.with(1, first) } : page;
  },
  'gives a row twice': (page, chance) => {
    const place = chance.below(page.edges.length);
    return inOrder(page, [...places(page).slice(0, place), place, ...places(page).slice(place)]);
  },
  'gives more rows than asked': (page) => inOrder(page, [...places(page), ...places(page)]),
  'says that rows follow a page without rows': (page) => ({
    ...inOrder(page, []),
    zlg_page: { hasNextPage: true },
  }),
  'gives a place that is none': (page) => withRow(page, 0, (row) => ({ ...row, cursor: 'first' })),
  'gives nothing': () => null,
};

/** The id under whatever name it was asked for: the client's own and the one that the gateway asks to check. */
const renamed = (node: JsonObject, id: string): JsonObject =>
  Object.fromEntries(
    Object.entries(node).map(([name, value]) => [
      name,
      ['id', 'zlg_id'].includes(name) ? id : value,
    ]),
  );

/** Places of the rows as a database sorts them whose collation is not ours. */
function collated(page: Page, options: Intl.CollatorOptions): readonly number[] {
  const collator = new Intl.Collator('en', options);
  const text = (place: number) => page.zlg_edges[place]?.cursor ?? '';
  return places(page).toSorted((a, b) => collator.compare(text(a), text(b)));
}

/** A member that lies on one list and is honest otherwise. `told` counts the lies that differ from the truth. */
export function lying(
  send: Send,
  liar: string,
  lie: (page: Page) => Page | null,
): { readonly send: Send; readonly told: () => number } {
  let told = 0;
  const bend = (answer: Answer, request: MemberRequest): Answer => {
    if (answer.kind === 'silent' || !answer.data.list) return answer;
    const page = answer.data.list as unknown as Page;
    const bent = page.edges.length > 0 ? lie(page) : page;
    if (JSON.stringify(bent) === JSON.stringify(page)) return answer;
    told += 1;
    const data = { ...answer.data, list: bent as unknown as Json };
    return answerRead(liar, request, { data, errors: answer.errors });
  };
  return {
    told: () => told,
    send: async (member, request, calling) => {
      const answer = await send(member, request, calling);
      return member.code === liar ? bend(answer, request) : answer;
    },
  };
}
