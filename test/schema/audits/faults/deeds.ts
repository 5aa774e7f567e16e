import { comparePositions, type Position } from '../../../../schema/index.ts';
import type { Page, PageAsk, Repository } from '../../../../subgraphs/kit/repository.ts';
import type { OwnedType } from '../../../../subgraphs/kit/rows.ts';
import type { Deed, Json, JsonObject, Question } from '../fault.ts';

/** It keeps or finds its records wrongly: some methods of its repository are others. */
export const keeps = (other: (repository: Repository) => Partial<Repository>): Deed => ({
  where: 'RECORDS',
  mistaken: (repository) => ({ ...repository, ...other(repository) }),
});

/** It takes every question for a page for another. */
export const takesPagesFor = (other: (ask: PageAsk, type: OwnedType) => PageAsk): Deed =>
  keeps((repository) => ({
    page: (type, ask) => repository.page(type, other(ask, type)),
    pagesUnder: (type, parent, parents, ask) =>
      repository.pagesUnder(type, parent, parents, other(ask, type)),
  }));

/** It gives other pages than it found. */
export const givesPages = (other: <Row>(page: Page<Row>, ask: PageAsk) => Page<Row>): Deed =>
  keeps((repository) => ({
    page: async (type, ask) => other(await repository.page(type, ask), ask),
    pagesUnder: async (type, parent, parents, ask) =>
      (await repository.pagesUnder(type, parent, parents, ask)).map((page) => other(page, ask)),
  }));

type Placed = { readonly position: Position };
export type Comparing = (ask: PageAsk) => (a: Position, b: Position) => number;
type Arrangement = {
  readonly arranged: <Row>(all: Page<Row>['rows'], ask: PageAsk) => Page<Row>['rows'];
  /** What it asks its database for in place of what it was asked. */
  readonly asked?: (ask: PageAsk) => PageAsk;
  /** How it goes on behind a position that no row has; as the contract does, unless told. */
  readonly comparing?: Comparing;
};
const EVERYTHING = 100_000;
const byContract: Comparing = ({ orderBy }) => comparePositions(orderBy);

/** It has its own order, or its own choice, of all rows, and goes on behind the row of the position. */
export const arranges = ({ arranged, asked = same, comparing = byContract }: Arrangement): Deed =>
  keeps((repository) => ({
    page: async (type, ask) => {
      const { after, ...from } = asked(ask);
      const all = await repository.page(type, { ...from, first: EVERYTHING });
      const rows = arranged(all.rows, ask);
      const start = after ? placeBehind(rows, after, comparing(ask)) : 0;
      const end = start + ask.first;
      const total = all.total === null ? null : rows.length;
      return { rows: rows.slice(start, end), hasNextPage: rows.length > end, total };
    },
  }));

const same = (ask: PageAsk): PageAsk => ask;

function placeBehind(
  rows: readonly Placed[],
  after: Position,
  compare: (a: Position, b: Position) => number,
): number {
  const known = rows.findIndex(({ position }) => position.id === after.id);
  if (known >= 0) return known + 1;
  const behind = rows.findIndex(({ position }) => compare(position, after) > 0);
  return behind < 0 ? rows.length : behind;
}

export const bends = (bend: (answer: JsonObject, question: Question) => JsonObject): Deed => ({
  where: 'ANSWER',
  bend,
});

/** Each object of its answers, from the innermost outwards, is another. */
export const bendsObjects = (bend: (object: JsonObject) => JsonObject): Deed =>
  bends(({ data = null, ...rest }) => ({ ...rest, data: eachObject(data, bend) }));

/** Each value of a field of that name is another, wherever it stands. */
export const bendsFields = (
  names: readonly string[],
  bend: (value: Json, object: JsonObject) => Json,
): Deed =>
  bendsObjects((object) =>
    Object.fromEntries(
      Object.entries(object).map(([name, value]) => [
        name,
        names.includes(name) ? bend(value, object) : value,
      ]),
    ),
  );

export const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function eachObject(value: Json, bend: (object: JsonObject) => JsonObject): Json {
  if (Array.isArray(value)) return value.map((each: Json) => eachObject(each, bend));
  if (!isObject(value)) return value;
  const inner = Object.entries(value).map(([name, each]) => [name, eachObject(each, bend)]);
  return bend(Object.fromEntries(inner));
}

/** A text is another; what is no text stays. */
export const texts =
  (bend: (text: string) => string) =>
  (value: Json): Json =>
    typeof value === 'string' ? bend(value) : value;
