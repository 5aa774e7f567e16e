import type { Contract, MemberCode } from '../../schema/index.ts';
import { LIMITS } from '../limits/index.ts';
import { type Extending, openExtending, readSupergraph } from '../supergraph/index.ts';
import { adopt, type Configured } from './adopt.ts';
import type { Audit } from './audit.ts';
import type { Knowing } from './checks/index.ts';
import {
  type Attempt,
  type DatabaseUrl,
  isOfDatabase,
  openStore,
  parseRegistryUrl,
  type Store,
  unavailable,
} from './database/index.ts';
import type { Ask } from './draft.ts';
import { openKeeping } from './keep-drafts.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { newestAlone } from './newest-alone.ts';
import { oneAfterAnother } from './one-after-another.ts';
import { openRecorder, type SeenQuestion } from './operations/index.ts';
import { keepOperatorToken } from './operator-token.ts';
import type { Publication } from './publication.ts';
import type { Refusal } from './refusals.ts';
import type { RegistryState } from './state.ts';
import { submit } from './submit.ts';
import { openTelling, type Telling } from './telling/index.ts';
import { openTokens, type Tokens } from './tokens.ts';

/** Whether the gateway now serves what was published; where not, the old goes on, and why. */
export type Served = { readonly kind: 'swapped' | 'refused'; readonly says: string };

export type RegistryParts = {
  readonly contract: Contract;
  /** `sqlite:PATH` or `mysql://user:password@host:port/database`. */
  readonly database: string;
  /** Where the operator's token is kept. */
  readonly dataDir: string;
  readonly allowsPrivate: boolean;
  readonly audit?: Audit;
  /** Whoever serves what is published composes with it too, so that each state is composed once. */
  readonly extend?: Extending;
  /** Told of every new state, one at a time; of many that come at once, of the last. */
  readonly onChange: (state: RegistryState) => Promise<Served>;
  /** Told of what goes wrong where nobody waits for an answer. */
  readonly onFault: (fault: unknown) => void;
  /** Told of each step before it is taken. */
  readonly onStep?: (step: string) => void;
};

export type Published =
  | { readonly kind: 'published'; readonly publication: Publication; readonly served: Served }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

type Asked = Omit<Ask, 'kind'>;
export type Registry = {
  readonly publish: (asked: Asked) => Promise<Published>;
  readonly rollback: (asked: Asked) => Promise<Published>;
  readonly withdraw: (asked: Asked) => Promise<Published>;
  /** The newest first. */
  readonly history: (member: string) => Promise<readonly Publication[]>;
  /** What each member published last, those that are withdrawn too. */
  readonly newest: () => readonly Publication[];
  /** The same as pages tell it. */
  readonly telling: Telling;
  readonly state: () => RegistryState;
  readonly tokens: Tokens;
  /** Every try to publish or to see to tokens, the newest first. */
  readonly attempts: (most: number) => Promise<readonly Attempt[]>;
  /** Takes in whom the settings name. */
  readonly adopt: (configured: Configured) => Promise<void>;
  /** Remembers a question that was found good, without its values. */
  readonly see: (question: SeenQuestion) => void;
  readonly close: () => Promise<void>;
};

const FLUSH_EVERY_MS = 10_000;
const PRUNE_EVERY_MS = 3_600_000;
/** Other gateways over the same registry publish too. */
const RENEW_EVERY_MS = 5_000;

export async function openRegistry(parts: RegistryParts): Promise<Registry> {
  const url = parseRegistryUrl(parts.database);
  if (!url) throw new Error('Expected the database of the registry as config.ts lets it through.');
  const { onStep = () => undefined } = parts;
  const store = await openStore(url, onStep);
  const ledger = await begin(store, url, parts.dataDir);
  const recorder = openRecorder(store, FLUSH_EVERY_MS, parts.onFault);
  const { extend = openExtending(readSupergraph(), parts.contract) } = parts;
  const inTurn = oneAfterAnother();
  const serve = newestAlone(() => parts.onChange(ledger.state()));
  const knowing = (member: MemberCode): Knowing => ({
    ...{ contract: parts.contract, allowsPrivate: parts.allowsPrivate, extend, onStep },
    ...(parts.audit && { audit: parts.audit }),
    before: ledger.newestOf(member),
    state: ledger.state(),
    operations: async () => {
      await recorder.flush();
      return await store.operations(longAgo(), LIMITS.knownOperationsMax);
    },
  });
  const keep = openKeeping({ ledger, knowing, inTurn });
  const published = async (ask: Ask): Promise<Published> => {
    const submitted = await submit(ask, { store, knowing, keep });
    if (submitted.kind === 'refused') return submitted;
    onStep('onChange');
    return { ...submitted, served: await serve() };
  };
  const renew = async () => {
    if (await inTurn(() => ledger.renew())) await serve();
  };
  const pruning = setInterval(() => void prune(store).catch(parts.onFault), PRUNE_EVERY_MS).unref();
  const newest = () =>
    [...ledger.standing().values()].sort((a, b) => (a.member < b.member ? -1 : 1));
  const timer = setInterval(() => void renew().catch(parts.onFault), RENEW_EVERY_MS).unref();
  return {
    publish: (asked) => published({ ...asked, kind: 'PUBLISH' }),
    rollback: (asked) => published({ ...asked, kind: 'ROLLBACK' }),
    withdraw: (asked) => published({ ...asked, kind: 'WITHDRAW' }),
    history: (member) => store.history(member, LIMITS.historyPublicationsMax),
    newest,
    telling: openTelling({ contract: parts.contract, newest, history: store.history }),
    state: ledger.state,
    tokens: openTokens(store),
    attempts: store.attempts,
    adopt: (configured) =>
      inTurn(() => adopt(configured, { ledger, store, version: parts.contract.version })),
    see: recorder.see,
    close: async () => {
      clearInterval(pruning);
      clearInterval(timer);
      await recorder.close();
      await inTurn(store.close);
    },
  };
}

/** What is there is read once, and brought up to date: a database that is damaged is found here and not later. */
async function begin(store: Store, url: DatabaseUrl, dataDir: string): Promise<Ledger> {
  try {
    await keepOperatorToken(store, dataDir);
    await prune(store);
    return await openLedger(store);
  } catch (fault) {
    await store.close();
    throw isOfDatabase(fault) ? unavailable(url, fault) : fault;
  }
}

const prune = (store: Store): Promise<void> =>
  store.pruneAttempts(
    new Date(Date.now() - LIMITS.attemptMsMax).toISOString(),
    LIMITS.attemptEntriesMax,
  );

/** Questions that nobody has asked since are forgotten by the check. */
const longAgo = (): string => new Date(Date.now() - LIMITS.knownOperationMsMax).toISOString();
