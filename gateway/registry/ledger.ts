import type { MemberCode } from '../../schema/index.ts';
import type { Attempt, Store } from './database/index.ts';
import type { Publication } from './publication.ts';
import { type RegistryState, type Standing, standingAfter, stateOf } from './state.ts';

/** What is to be published, before it has its number. */
export type Numberless = Omit<Publication, 'number' | 'when'>;
export type Kept =
  | { readonly kind: 'kept'; readonly publications: readonly Publication[] }
  /** Somebody else was first; `renew`, and try again. */
  | { readonly kind: 'taken' };

/** The publications, as far as this process knows them: the database has the last word on who was first. */
export type Ledger = {
  readonly number: () => number;
  readonly standing: () => Standing;
  readonly newestOf: (member: MemberCode) => Publication | undefined;
  readonly state: () => RegistryState;
  /** Reads what others have published meanwhile; whether there was any. */
  readonly renew: () => Promise<boolean>;
  /** Gives each the next number and keeps all, or none. */
  readonly keep: (
    publications: readonly Numberless[],
    attemptOf?: (publication: Publication) => Attempt,
  ) => Promise<Kept>;
};

export async function openLedger(store: Store): Promise<Ledger> {
  let standing: Standing = standingAfter(new Map(), await store.newest());
  let number = Math.max(0, ...[...standing.values()].map((each) => each.number));
  const learn = (publications: readonly Publication[]) => {
    standing = standingAfter(standing, publications);
    number = publications.at(-1)?.number ?? number;
  };
  return {
    number: () => number,
    standing: () => standing,
    newestOf: (member) => standing.get(member),
    state: () => stateOf(standing, number),
    renew: async () => {
      const news = await store.publicationsAfter(number);
      learn(news);
      return news.length > 0;
    },
    keep: async (numberless, attemptOf) => {
      const when = new Date().toISOString();
      const publications = numberless.map((each, place) => ({
        ...each,
        number: number + 1 + place,
        when,
      }));
      const kept = await store.keep(publications, attemptOf && publications.map(attemptOf));
      if (kept === 'taken') return { kind: 'taken' };
      learn(publications);
      return { kind: 'kept', publications };
    },
  };
}
