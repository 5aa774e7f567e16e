import { isState, type MemberCode, type Module } from '../../schema/index.ts';
import { LIMITS } from '../limits/index.ts';
import type { Store } from './database/index.ts';
import type { Ledger, Numberless } from './ledger.ts';
import { hashOf, NOTHING, type Publication } from './publication.ts';
import type { RegistryState } from './state.ts';

/** Whom the operator's settings name, and what those publish who have not published themselves yet. */
export type Configured = {
  readonly members: readonly { readonly code: MemberCode; readonly url: string }[];
  readonly extensions: RegistryState['extensions'];
};

const WHO = 'configuration';

/**
 * The settings' word is a publication like any other: it holds until the member publishes, and again once the settings say something new.
 * What a member publishes beyond the contract stays where only its address is new.
 */
export async function adopt(
  configured: Configured,
  {
    ledger,
    store,
    version,
  }: { readonly ledger: Ledger; readonly store: Store; readonly version: string },
): Promise<void> {
  for (let tries = 1; tries <= LIMITS.publicationTriesMax; tries += 1) {
    await ledger.renew();
    const all = await Promise.all(
      configured.members.map((each) => news(each, { configured, ledger, store, version })),
    );
    const publications = all.filter((each) => each !== undefined);
    if (publications.length === 0) return;
    if ((await ledger.keep(publications)).kind === 'kept') return;
  }
  throw new Error(
    'Expected to write the members of the settings into the registry; others kept writing.',
  );
}

type Adopting = {
  readonly configured: Configured;
  readonly ledger: Ledger;
  readonly store: Store;
  readonly version: string;
};

async function news(
  { code, url }: Configured['members'][number],
  { configured, ledger, store, version }: Adopting,
): Promise<Numberless | undefined> {
  const before = ledger.newestOf(code);
  if (before && (await wordOfSettings(store, before)) === url) return undefined;
  const extension = configured.extensions.find(({ member }) => member === code)?.sdl ?? '';
  const content = {
    ...NOTHING,
    ...(before
      ? { extension: before.extension, modules: before.modules }
      : { extension, modules: MODULES(code) }),
    url,
    contractVersion: version,
  };
  return {
    ...content,
    ...{ member: code, kind: 'PUBLISH', goesBackTo: null, who: WHO, audits: null },
    composition: { after: ledger.number(), breaks: [] },
    hash: hashOf(code, content),
  };
}

/** The address that the settings gave last; none where they never did. */
async function wordOfSettings(store: Store, before: Publication): Promise<string | null> {
  if (before.who === WHO) return before.url;
  const history = await store.history(before.member, LIMITS.historyPublicationsMax);
  return history.find(({ who }) => who === WHO)?.url ?? null;
}

/** Until a member has said what it offers, a state is taken to offer every module and a body those that bodies have. */
const MODULES = (code: MemberCode): readonly Module[] =>
  isState(code) ? ['MINERALS', 'POLICIES', 'EVENTS'] : ['POLICIES', 'EVENTS'];
