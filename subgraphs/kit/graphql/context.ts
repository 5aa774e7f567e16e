import type { Profile } from '../profile.ts';
import type { Repository } from '../repository.ts';
import { type Loaders, loadersOf } from './loaders.ts';
import { type PublicReader, publicReader } from './public-reader.ts';
import { rowBudget, type SpendRows } from './row-budget.ts';

/** What resolvers know in one request: the schema is one for all members of a process, so the member is here. */
export type MemberContext = {
  readonly profile: Profile;
  readonly repository: Repository;
  readonly reader: PublicReader;
  readonly loaders: Loaders;
  /** The instant of the request: what it speaks of, and what is embargoed. */
  readonly now: Date;
  readonly spendRows: SpendRows;
};

export function contextOf(profile: Profile, repository: Repository, now: Date): MemberContext {
  const reader = publicReader(repository, now);
  return { profile, repository, reader, loaders: loadersOf(reader), now, spendRows: rowBudget() };
}
