import type {
  OwnList,
  OwnPage,
  OwnPageAsk,
  Page,
  PageAsk,
  ParentKind,
  Repository,
} from '../repository.ts';
import type { OwnedType, RowsByType } from '../rows.ts';
import { publicView, type ShownRow } from './public-view.ts';

/** A repository's records as the public may see them at the instant of a request. */
export type PublicReader = {
  readonly page: (type: OwnedType, ask: PageAsk) => Promise<Page<ShownRow>>;
  readonly pagesUnder: (
    under: PagesUnder,
    parents: readonly string[],
  ) => Promise<readonly Page<ShownRow>[]>;
  readonly byIds: (
    type: OwnedType,
    ids: readonly string[],
  ) => Promise<readonly (ShownRow | null)[]>;
  readonly ownPages: (
    own: OwnPages,
    parentIds: readonly string[],
  ) => Promise<readonly OwnPage<ShownRow>[]>;
};
export type PagesUnder = {
  readonly type: OwnedType;
  readonly parent: ParentKind;
  readonly ask: PageAsk;
};
export type OwnPages = { readonly list: OwnList; readonly ask: OwnPageAsk };

export function publicReader(repository: Repository, now: Date): PublicReader {
  const shown = (type: OwnedType) => (row: RowsByType[OwnedType]) => publicView(type, row, now);
  return {
    page: async (type, ask) => shownPage(await repository.page(type, ask), shown(type)),
    pagesUnder: async ({ type, parent, ask }, parents) => {
      const pages = await repository.pagesUnder(type, parent, parents, ask);
      return pages.map((page) => shownPage(page, shown(type)));
    },
    byIds: async (type, ids) => {
      const rows = await repository.byIds(type, ids);
      return rows.map((row) => row && shown(type)(row));
    },
    ownPages: async ({ list, ask }, parentIds) => {
      const pages = await repository.ownPages(list, parentIds, ask);
      return pages.map((page) => ({ ...page, rows: page.rows.map(shown(list.type)) }));
    },
  };
}

const shownPage = <Row>(page: Page<Row>, shown: (row: Row) => ShownRow): Page<ShownRow> => ({
  ...page,
  rows: page.rows.map(({ position, row }) => ({ position, row: shown(row) })),
});
