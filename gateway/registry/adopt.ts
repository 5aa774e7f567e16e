import { isState, type MemberCode, type Module } from '../../schema/index.ts';
import { LIMITS } from '../limits/index.ts';
import type { MemberExtension } from '../supergraph/index.ts';
import type { Store } from './database/index.ts';
import type { Ledger, Numberless } from './ledger.ts';
import { type Content, hashOf, NOTHING } from './publication.ts';

/** Whom the operator's settings name, and what those publish who have not published themselves yet. */
export type Configured = {
  readonly members: readonly { readonly code: MemberCode; readonly url: string }[];
  readonly extensions: readonly MemberExtension[];
};

const WHO = 'configuration';

/**
 * The settings' word is a publication like any other: it holds until the member publishes, and again once the settings say something new.
 * What a member publishes beyond the contract stays where only its address is new. Whom only the settings named, and name no more, is withdrawn.
 */
export async function adopt(
  configured: Configured,
  { ledger, store, version }: Adopting,
): Promise<void> {
  for (let tries = 1; tries <= LIMITS.publicationTriesMax; tries += 1) {
    await ledger.renew();
    const named = await Promise.all(
      configured.members.map((each) => news(each, configured, { ledger, store, version })),
    );
    const publications = [
      ...named.filter((each) => each !== undefined),
      ...gone(configured, ledger),
    ];
    if (publications.length === 0) return;
    if ((await ledger.keep(publications)).kind === 'kept') return;
  }
  throw new Error(
    'Expected to write the members of the settings into the registry; others kept writing.',
  );
}

type Adopting = { readonly ledger: Ledger; readonly store: Store; readonly version: string };

async function news(
  { code, url }: Configured['members'][number],
  { extensions }: Configured,
  { ledger, store, version }: Adopting,
): Promise<Numberless | undefined> {
  const before = ledger.newestOf(code);
  const history = before ? await store.history(code, LIMITS.historyPublicationsMax) : [];
  const word = history.find(({ who }) => who === WHO);
  if (word?.url === url) return undefined;
  const last = history.find((each) => each.url !== null);
  const extension = last?.extension ?? extensions.find(({ member }) => member === code)?.sdl ?? '';
  const content = {
    extension,
    modules: last?.modules ?? modulesOf(code),
    url,
    contractVersion: version,
  };
  return numberless({ member: code, kind: 'PUBLISH', ...content }, ledger);
}

const gone = ({ members }: Configured, ledger: Ledger): readonly Numberless[] =>
  [...ledger.standing().values()]
    .filter(({ who, url }) => who === WHO && url !== null)
    .filter(({ member }) => !members.some(({ code }) => code === member))
    .map(({ member }) => numberless({ member, kind: 'WITHDRAW', ...NOTHING }, ledger));

type Said = Content & Pick<Numberless, 'member' | 'kind'>;
const numberless = (said: Said, ledger: Ledger): Numberless => ({
  ...said,
  ...{ goesBackTo: null, who: WHO, audits: null },
  composition: { after: ledger.number(), breaks: [] },
  hash: hashOf(said.member, said),
});

/** Until a member has said what it offers, a state is taken to offer every module and a body those that bodies have. */
const modulesOf = (code: MemberCode): readonly Module[] =>
  isState(code) ? ['MINERALS', 'POLICIES', 'EVENTS'] : ['POLICIES', 'EVENTS'];
