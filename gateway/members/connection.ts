import type { FieldNode } from 'graphql';
import { comparePositions, type Position } from '../../schema/index.ts';
import { type Coverage, coverageJson } from './coverage.ts';
import type { Missed, Place } from './cursor.ts';
import { selected, subSets } from './document.ts';
import { type Given, membersGiven } from './gather.ts';
import { type Instance, listOf, type Merged, type Merging, pageOrderOf } from './instance.ts';
import type { Json, JsonObject } from './json.ts';
import type { MemberError } from './member.ts';
import { believed, type MemberPage, type Missing } from './member-page.ts';
import {
  type Heads,
  type MergedPage,
  mergeInOrder,
  type PageOrder,
  type Winner,
} from './merge/index.ts';
import { project, shaped, typeOfField } from './project.ts';
import { coverageOfPage, missedSoFar, missedUpTo } from './scroll.ts';

/** One page of a connection: the winners of all members' pages, their cursors sealed, with total and coverage. */
export function mergeConnection(merging: Merging, given: readonly Given[]): Merged {
  const { parts, instance } = merging;
  const { place } = instance;
  const before = place.kind === 'behind' ? place.place : undefined;
  const order = pageOrderOf(instance);
  const checked = merging.pages ?? given.map((each) => believed(parts, each, order));
  const pages = checked.flatMap((each) => (each.heads ? [each.heads] : []));
  const page = mergeInOrder(pages, order.orderBy, order.first);
  const rowsMoved = pages.reduce((sum, each) => sum + each.count, 0);
  merging.request.calling.hop?.moved(rowsMoved, page.winners.length);
  const end = page.hasNextPage ? (page.winners.at(-1)?.position ?? null) : null;
  const lost = checked.flatMap((each) => lostBefore(end, each, order));
  for (const { member, reason } of lost) merging.request.calling.hop?.missing(member, reason);
  const held = [...checked.map((each) => each.given), ...lost];
  const missed = missedSoFar(held, { before, end });
  const coverage = coverageOfPage(parts, held, missed);
  const scroll = { seen: seenSoFar(held, before), missed };
  const value = connectionJson(merging, { page, pages, coverage, scroll });
  return { value, errors: errorsOf(instance, checked, page), coverage };
}

/** A member that gave some of its rows and then no more: it is missing from its last one on, where the page goes on behind that. */
function lostBefore(
  end: Position | null,
  { heads, lost }: MemberPage,
  { orderBy }: PageOrder,
): readonly Missing[] {
  const behind = lost && heads?.positionAt(heads.count - 1);
  if (!behind) return [];
  const isPast = end !== null && comparePositions(orderBy)(behind, end) >= 0;
  return isPast ? [] : [{ ...lost, behind }];
}

const seenSoFar = (given: readonly Given[], before: Place | undefined): readonly string[] =>
  [...new Set([...(before?.seen ?? []), ...membersGiven(given)])].sort();

type Page = {
  readonly page: MergedPage;
  readonly pages: readonly Heads[];
  readonly coverage: Coverage;
  readonly scroll: { readonly seen: readonly string[]; readonly missed: readonly Missed[] };
};

function connectionJson(merging: Merging, { page, pages, coverage, scroll }: Page): Json {
  const { instance, nodes, parts, request } = merging;
  const { returns } = instance.field;
  const { variables } = request;
  const list = listOf(instance, request.calling);
  // Of one position there is one cursor: it is where a page ends for every member that has missed it.
  const seal = rememberingEach((position: Position) => {
    const missed = missedUpTo(position, scroll.missed, list.orderBy);
    return parts.sealer.seal({ position, seen: scroll.seen, missed }, list);
  });
  const end = page.winners.at(-1)?.position;
  const made: Readonly<Record<string, () => Json>> = {
    pageInfo: () => ({ hasNextPage: page.hasNextPage, endCursor: end ? seal(end) : null }),
    total: () => totalOf(pages, coverage),
    coverage: () => coverageJson(coverage, seal),
  };
  const fields = selected(subSets(nodes), variables);
  return shaped(returns, fields, (name, responseName, below) => {
    if (name === 'edges')
      return edgesOf(page.winners, responseName, cursorNames(below, variables), seal);
    const type = typeOfField(returns, name);
    return type ? project(type, below, made[name]?.(), variables) : null;
  });
}

function rememberingEach<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

/** The names under which the client wants the cursor of an edge. */
const cursorNames = (nodes: readonly FieldNode[], variables: JsonObject): readonly string[] =>
  [...selected(subSets(nodes), variables)].flatMap(([name, [node]]) =>
    node?.name.value === 'cursor' ? [name] : [],
  );

function edgesOf(
  winners: readonly Winner[],
  responseName: string,
  cursors: readonly string[],
  seal: (position: Position) => string,
): Json {
  return winners.map(({ heads, index, position }) => {
    const edge = heads.rowAt(responseName, index);
    if (cursors.length === 0 || edge === null) return edge;
    const sealed = seal(position);
    return {
      ...(edge as JsonObject),
      ...Object.fromEntries(cursors.map((name) => [name, sealed])),
    };
  });
}

/** The sum of the counts, EXACT only where everybody who could count has, and whole. */
function totalOf(pages: readonly Heads[], { complete }: Coverage): Json {
  const totals = pages.flatMap(({ total }) => (Number(total?.count) >= 0 ? [total ?? {}] : []));
  const isWhole = complete && totals.length === pages.length;
  const isExact = isWhole && totals.every((each) => each.precision === 'EXACT');
  const count = totals.reduce((sum, each) => sum + Number(each.count), 0);
  return { count, precision: isExact ? 'EXACT' : 'AT_LEAST' };
}

/** The errors of the rows shown, each moved to where its row now stands; those of rows that lost are nobody's concern. */
function errorsOf(
  { field }: Instance,
  pages: readonly MemberPage[],
  { winners }: MergedPage,
): readonly MemberError[] {
  return pages.flatMap(({ heads, errors }) => {
    if (!heads || errors.length === 0) return [];
    const places = new Map(
      winners.flatMap((each, place) => (each.heads === heads ? [[each.index, place]] : [])),
    );
    return errors.flatMap((error) => moved(error, field.responseName, places));
  });
}

/** Of a path `[..., field, edges, index, ...]` the part from the field on, with the row's new place. */
function moved(
  error: MemberError,
  responseName: string,
  places: ReadonlyMap<number, number>,
): readonly MemberError[] {
  const path = error.path ?? [];
  const start = path.indexOf(responseName);
  const [edges, index, ...rest] = path.slice(start + 1);
  const place = places.get(Number(index));
  if (edges === undefined || place === undefined || String(edges).startsWith('zlg_')) return [];
  return [{ ...error, path: [responseName, edges, place, ...rest] }];
}
