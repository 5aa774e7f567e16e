import { type Contract, type Module, readContract } from '../index.ts';
import type { Asking, AskWire, Identity } from './asking.ts';
import { broken, type Claim, notApplicable, type Seen } from './claim.ts';
import { CLAIMS } from './claims/index.ts';
import { identify, WHO_QUERY } from './identify.ts';
import { openAsking } from './open-asking.ts';
import { paceOf } from './pace.ts';
import { sendOverHttp } from './send-over-http.ts';
import type { JsonObject, Question, SendQuestion, Timed } from './wire.ts';

/**
 * Whom to audit, and how questions get there: over HTTP, unless the caller has its own way.
 *
 * @public
 */
export type Target = { readonly url: string; readonly send?: SendQuestion };

/** @public */
export type VerifyOptions = {
  /** Looks at these modules alone, of those that the member offers. */
  readonly modules?: readonly string[];
  /** Requests a second, 50 unless told; 5 spares a server in production. */
  readonly rate?: number;
  /** PUBLISH looks only at what an extension can change, with at most 20 requests; JOIN, at everything. */
  readonly due?: 'JOIN' | 'PUBLISH';
  readonly signal?: AbortSignal;
  /** The contract that is to be kept; the one of this checkout unless told. */
  readonly contract?: Contract;
  readonly claims?: readonly Claim[];
};

/** @public */
export type ReportedClaim = Pick<Claim, 'id' | 'level' | 'remedy'> & Seen;
/** @public */
export type Report = {
  readonly member: string;
  readonly url: string;
  readonly contractVersion: string;
  readonly modules: readonly string[];
  /** In the order of the list of claims: the first broken one tells most. */
  readonly claims: readonly ReportedClaim[];
};
/** @public */
export type Verification =
  | { readonly kind: 'verified'; readonly report: Report; readonly requests: number }
  | { readonly kind: 'unreachable'; readonly says: string };

/** @public */
export const REQUESTS_MOST = 2_000;
/** @public */
export const REQUESTS_A_SECOND = 50;

/**
 * Asks a member whether it keeps the contract. It only reads; whatever the member does, there is an answer.
 *
 * @public
 */
export async function verify(target: Target, options: VerifyOptions = {}): Promise<Verification> {
  const { askWire, asked } = askerOf(target, options);
  const who = identify(target.url, await askWire(WHO_QUERY));
  if (who.kind === 'unreachable') return who;
  const contract = options.contract ?? readContract();
  const modules = modulesOf(who.member, contract, options.modules);
  const asking = openAsking({ member: who.member, contract, modules, askWire });
  const due = (options.claims ?? CLAIMS).filter((each) => isDue(each, options.due ?? 'JOIN'));
  const claims = await reportedAll(due, asking);
  const { code, contractVersion } = who.member;
  const report = { member: code, url: target.url, contractVersion, modules, claims };
  return { kind: 'verified', report, requests: asked() };
}

/**
 * The broken claims of a report; the first tells most.
 *
 * @public
 */
export const brokenClaims = ({ claims }: Report): readonly ReportedClaim[] =>
  claims.filter((each) => each.outcome === 'BROKEN');

/** At a publication of an extension alone, only what it can change is looked at. */
const isDue = (claim: Claim, due: 'JOIN' | 'PUBLISH'): boolean =>
  due === 'JOIN' || claim.due === 'PUBLISH';

function modulesOf(
  member: Identity,
  contract: Contract,
  asked: readonly string[] | undefined,
): readonly Module[] {
  const type = contract.types.get('Module');
  const known = type?.kind === 'EnumTypeDefinition' ? (type.values ?? []) : [];
  return known
    .map((each) => each.name.value as Module)
    .filter((each) => member.modules.includes(each) && (asked?.includes(each) ?? true));
}

/** All at once, and then those that measure time, one after another; in the order of the list. */
async function reportedAll(
  claims: readonly Claim[],
  asking: Asking,
): Promise<readonly ReportedClaim[]> {
  const untimed = claims.filter(({ isTimed }) => !isTimed);
  const reports = await Promise.all(untimed.map((each) => reported(each, asking)));
  for (const each of claims.filter(({ isTimed }) => isTimed))
    reports.push(await reported(each, asking));
  const places = new Map(claims.map(({ id }, place) => [id, place]));
  return reports.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}

async function reported(claim: Claim, asking: Asking): Promise<ReportedClaim> {
  const { id, level, remedy } = claim;
  return { id, level, ...(await seen(claim, asking)), remedy };
}

function seen(claim: Claim, asking: Asking): Promise<Seen> | Seen {
  const { module } = claim;
  if (module !== null && !asking.member.modules.includes(module))
    return notApplicable(`The module ${module} is not offered.`);
  if (module !== null && !asking.modules.includes(module))
    return notApplicable(`The module ${module} is not looked at.`);
  // What a member says is never our fault; a check that trips over it has found something.
  return claim
    .check(asking)
    .catch((fault: unknown) => broken(`Its answer cannot be read: ${fault}`));
}

const SILENCES_MOST = 10;

/** Asks in turn, up to the budget, and not on and on where nobody answers. */
function askerOf({ url, send = sendOverHttp }: Target, { rate, signal }: VerifyOptions) {
  const pace = paceOf(rate ?? REQUESTS_A_SECOND);
  const ends = signal ?? new AbortController().signal;
  let requests = 0;
  let silences = 0;
  const unasked = (): Timed | undefined => {
    const says = whyNotAsked(requests, silences, ends.aborted);
    return says === undefined ? undefined : { kind: 'silent', says, ms: 0 };
  };
  const sent = async (question: Question): Promise<Timed> => {
    requests += 1;
    const from = performance.now();
    const wire = await send(url, question, ends);
    if (wire.kind === 'silent') silences += 1;
    return { ...wire, ms: performance.now() - from };
  };
  // Looked at again behind its turn, which it may have waited for.
  const askWire: AskWire = (query, variables?: JsonObject) =>
    pace(
      async () => unasked() ?? (await sent({ query, ...(variables && { variables }) })),
      unasked,
    );
  return { askWire, asked: () => requests };
}

function whyNotAsked(requests: number, silences: number, isEnded: boolean): string | undefined {
  if (isEnded) return 'The audit was ended before this was asked.';
  if (silences >= SILENCES_MOST) return `It was silent ${silences} times, so it was asked no more.`;
  if (requests >= REQUESTS_MOST) return `An audit makes at most ${REQUESTS_MOST} requests.`;
  return undefined;
}
