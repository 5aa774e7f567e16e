import DataLoader from 'dataloader';
import type { OwnPage, Page } from '../repository.ts';
import type { OwnedType } from '../rows.ts';
import type { OwnPages, PagesUnder, PublicReader } from './public-reader.ts';
import type { ShownRow } from './public-view.ts';

/** Gathers what the rows of one request lead to, so that each kind of hop is one statement however many rows there are. */
export type Loaders = {
  /** A record of this member by its id; null where there is none. */
  readonly record: (type: OwnedType, id: string) => Promise<ShownRow | null>;
  /** A page of the list under a country, a commodity or a company. */
  readonly pageUnder: (under: PagesUnder, code: string) => Promise<Page<ShownRow>>;
  /** A page of a record's own list. */
  readonly ownPage: (own: OwnPages, parentId: string) => Promise<OwnPage<ShownRow>>;
};

export function loadersOf(reader: PublicReader): Loaders {
  const records = loaderFor((type: OwnedType, ids) => reader.byIds(type, ids));
  const pages = loaderFor((under: PagesUnder, codes) => reader.pagesUnder(under, codes));
  const own = loaderFor((asked: OwnPages, ids) => reader.ownPages(asked, ids));
  return {
    record: (type, id) => records(type).load(id),
    pageUnder: (under, code) => pages(under).load(code),
    ownPage: (asked, parentId) => own(asked).load(parentId),
  };
}

/** One loader for each thing that is asked for; things that read alike are alike. */
function loaderFor<Asked, Found>(
  load: (asked: Asked, keys: readonly string[]) => Promise<readonly Found[]>,
): (asked: Asked) => DataLoader<string, Found> {
  const loaders = new Map<string, DataLoader<string, Found>>();
  return (asked) => {
    const name = JSON.stringify(asked);
    const known = loaders.get(name);
    if (known) return known;
    const made = new DataLoader<string, Found>((keys) => load(asked, keys));
    loaders.set(name, made);
    return made;
  };
}
