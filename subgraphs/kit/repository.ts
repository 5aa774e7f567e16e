import type { OrderBy, Position } from '../../schema/index.ts';
import type { OwnedType, RowsByType } from './rows.ts';

/** A filter as the contract's input has it, without nulls: `{ owners, countries, commodities, types, bbox, years, text, ... }`. */
export type Filter = Readonly<Record<string, unknown>>;

/** What a shared entity contributes to a list: rows of this country, this commodity, or this company. */
export type ParentKind = 'country' | 'commodity' | 'company';

export type PageAsk = {
  readonly filter: Filter;
  readonly orderBy: readonly OrderBy[];
  readonly first: number;
  readonly after?: Position;
  /** The count costs a statement of its own and is made only when asked for. */
  readonly wantsTotal: boolean;
};
export type PlacedRow<Row> = { readonly position: Position; readonly row: Row };
export type Page<Row> = {
  readonly rows: readonly PlacedRow<Row>[];
  readonly hasNextPage: boolean;
  readonly total: number | null;
};

/** A page of a record's own list: `after` is the id of the last record. */
export type OwnPageAsk = {
  readonly first: number;
  readonly after?: string;
  readonly wantsTotal: boolean;
};
export type OwnPage<Row> = {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  readonly total: number | null;
};

/** A column that leads to a parent record, with the order of the list: estimates by effectiveDate and production by year, newest first; then id. */
export type OwnList =
  | { readonly type: 'Site'; readonly by: 'operatorId' | 'depositId' }
  | { readonly type: 'ResourceEstimate'; readonly by: 'depositId' }
  | { readonly type: 'ProductionRecord'; readonly by: 'siteId' };

/** An exact sum and what went into it; fields as the contract's `Parts`. */
export type Parts = {
  readonly sum: string;
  readonly precision: 'EXACT' | 'AT_LEAST';
  readonly count: number;
  readonly min: string | null;
  readonly max: string | null;
  readonly withheld: number;
  readonly estimated: number;
  readonly bounded: number;
};
/** A row of an aggregate: the key's fields by their contract names, and `parts` or `count`. */
export type PartsRow = Readonly<Record<string, string | number | Parts | null>> &
  ({ readonly parts: Parts } | { readonly count: number });

export type Aggregate =
  | 'productionTotals'
  | 'estimateTotals'
  | 'capacityTotals'
  | 'siteCounts'
  | 'policyCounts';

export type Change = {
  readonly sequence: number;
  readonly kind: 'CREATED' | 'CORRECTED' | 'DELETED';
  readonly type: OwnedType;
  readonly recordId: string;
  readonly revision: number;
  readonly at: string;
};

/** One write: a record put (created, or corrected where its id is there) or deleted. */
export type Write =
  | {
      readonly [Type in OwnedType]: { readonly type: Type; readonly put: RowsByType[Type] };
    }[OwnedType]
  | { readonly type: OwnedType; readonly remove: string; readonly at: string };

/** One member's records. Every method that reads takes the statements that its comment says, however many rows or parents there are. */
export type Repository = {
  /** One statement, one more when the total is asked. */
  readonly page: <Type extends OwnedType>(
    type: Type,
    ask: PageAsk,
  ) => Promise<Page<RowsByType[Type]>>;
  /** The same page under each parent, in the order of `parents`: one statement for all parents, one more when the total is asked. */
  readonly pagesUnder: <Type extends OwnedType>(
    type: Type,
    parent: ParentKind,
    parents: readonly string[],
    ask: PageAsk,
  ) => Promise<readonly Page<RowsByType[Type]>[]>;
  /** In the order of the ids, null where there is none: one statement. */
  readonly byIds: <Type extends OwnedType>(
    type: Type,
    ids: readonly string[],
  ) => Promise<readonly (RowsByType[Type] | null)[]>;
  /** In the order of `parentIds`: one statement, one more when the total is asked. */
  readonly ownPages: <List extends OwnList>(
    list: List,
    parentIds: readonly string[],
    ask: OwnPageAsk,
  ) => Promise<readonly OwnPage<RowsByType[List['type']]>[]>;
  /** One grouped statement. */
  readonly aggregate: (
    which: Aggregate,
    filter: Filter,
    by: readonly string[],
  ) => Promise<readonly PartsRow[]>;
  /** Changes after a sequence number, oldest first: one statement. */
  readonly changes: (
    after: number,
    first: number,
  ) => Promise<{ readonly changes: readonly Change[]; readonly hasMore: boolean }>;
  /** How many records of each type: one statement. */
  readonly counts: () => Promise<readonly { readonly type: OwnedType; readonly count: number }[]>;
  /** In one transaction; each write keeps the change sequence, the tombstone and the earlier revision, and which edition is the newest. */
  readonly write: (writes: readonly Write[]) => Promise<void>;
  /** Earlier revisions of a record, oldest first. */
  readonly revisions: (
    id: string,
  ) => Promise<readonly { readonly revision: number; readonly row: unknown }[]>;
  /** `SQLite`, `MariaDB` or `MySQL`, as the server says of itself. */
  readonly database: string;
  readonly close: () => Promise<void>;
};
