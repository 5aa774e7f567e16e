import {
  CONTRACT_VERSION,
  isState,
  type MemberCode,
  type Module,
  majorOf,
} from '../../schema/index.ts';
import { isFairWait, openCalling, REQUEST_ANSWERED } from './deadline.ts';
import type { JsonObject } from './json.ts';
import { type Lately, openLately } from './lately.ts';
import type {
  Answer,
  BreakerState,
  Calling,
  Member,
  MemberAddress,
  MemberState,
  MemberStatus,
  Send,
} from './member.ts';

/** What the gateway knows of its members: who they are, what they offer, and how they have answered lately. */
export type Directory = {
  readonly members: () => readonly Member[];
  /** What is known of the member at this address; undefined where it is none any more. */
  readonly find: (address: MemberAddress) => Member | undefined;
  /** From now on these are the members. Who is new, elsewhere, or publishes other modules is asked what it says of itself; who is gone is forgotten. */
  readonly replace: (addresses: readonly PublishedAddress[]) => void;
  readonly statuses: () => readonly MemberStatus[];
  readonly silentSince: (code: string) => string | null;
  /** The same sending, but every answer and silence is remembered. */
  readonly send: Send;
  /** What a member answered turned out to be no answer. */
  readonly broken: (code: string, says: string) => void;
  /** Asks every member what it says of itself; ends when all have answered or the deadline has passed. */
  readonly askAll: () => Promise<void>;
  readonly close: () => void;
};

/** Where a member is, and what it has published of itself, where it has. */
export type PublishedAddress = MemberAddress & {
  readonly modules?: readonly Module[];
};

export type DirectoryParts = {
  readonly addresses: readonly PublishedAddress[];
  readonly send: Send;
  /** Sends what is asked about the member itself; of its answers nothing comes through that was not asked. */
  readonly sendAbout: Send;
  /** The version that the gateway speaks, where it is not that of this program's contract. */
  readonly contractVersion?: string;
  readonly breakerOf: (code: string) => BreakerState;
  readonly deadlineMs: number;
  readonly everyMs: number;
  /** Told when a member falls silent, breaks the contract or is back. */
  readonly onChange: (code: string, state: MemberState, says: string) => void;
};

type Known = Omit<MemberStatus, 'breaker' | 'onTime' | 'since' | 'lastAnswerAt'> & {
  readonly lately: Lately;
  readonly silentSince: string | null;
  /** What it has published of itself, to compare it by. */
  readonly published: string;
  /** Why it is not asked for records: it is another than it should be, or speaks another contract. Only its own word can end that. */
  readonly refusedFor: string | null;
};

export function openDirectory(parts: DirectoryParts): Directory {
  let known = knownAfter(new Map(), parts.addresses);
  const find = ({ code, url }: MemberAddress) => {
    const found = known.get(code);
    return found?.url === url ? found : undefined;
  };
  const learn = (member: MemberAddress, news: Partial<Known>, says: string) => {
    const before = find(member); // what is heard from where it was before tells nothing of it
    if (!before) return;
    known.set(member.code, { ...before, ...news });
    if (news.state !== undefined && news.state !== before.state)
      parts.onChange(member.code, news.state, says);
  };
  const send: Send = async (member, request, calling) => {
    const refusedFor = find(member)?.refusedFor;
    if (refusedFor)
      return { kind: 'silent', reason: 'PROTOCOL_ERROR', says: refusedFor, unasked: true };
    const startedMs = performance.now();
    const answer = await parts.send(member, request, calling);
    if (tellsNothing(answer, calling, performance.now() - startedMs)) return answer;
    const before = find(member);
    before?.lately.asked(answer.kind === 'answered');
    const isAsBefore = before?.state === 'ANSWERING' && answer.kind === 'answered';
    if (!isAsBefore) learn(member, heard(answer, before), saysOf(answer));
    return answer;
  };
  const ask = async (members: readonly Known[]) => {
    const { calling, end } = openCalling('public', parts.deadlineMs);
    await Promise.all(members.map((each) => askOne(each, { ...parts, calling, learn })));
    end(REQUEST_ANSWERED);
  };
  const askAll = () => ask([...known.values()]);
  const timer = setInterval(() => void askAll(), parts.everyMs).unref();
  return {
    members: () => [...known.values()],
    find,
    replace: (addresses) => {
      const before = known;
      known = knownAfter(before, addresses);
      void ask([...known.values()].filter((each) => each !== before.get(each.code)));
    },
    statuses: () => [...known.values()].map((each) => statusOf(each, parts.breakerOf(each.code))),
    silentSince: (code) => known.get(code)?.silentSince ?? null,
    send,
    broken: (code, says) => {
      const member = known.get(code);
      member?.lately.wasNone();
      if (member) learn(member, { lastReason: 'PROTOCOL_ERROR', lastSays: says }, says);
    },
    askAll,
    close: () => clearInterval(timer),
  };
}

/** In the order of their codes. Who stays where it was stays as it is known. */
function knownAfter(
  before: ReadonlyMap<string, Known>,
  addresses: readonly PublishedAddress[],
): Map<string, Known> {
  return new Map(
    [...addresses].sort(byCode).map((each) => {
      const known = before.get(each.code);
      return [each.code, known?.url === each.url ? toldAnew(known, each) : unknownYet(each)];
    }),
  );
}

/** What it offers is what it says itself; a new publication is its word too. */
function toldAnew(known: Known, address: PublishedAddress): Known {
  const published = publishedBy(address);
  if (published === known.published) return known;
  const { modules = known.modules } = address;
  const contractVersion = address.contractVersion ?? known.contractVersion;
  return { ...known, modules, contractVersion, published };
}

const publishedBy = ({ modules = [], contractVersion }: PublishedAddress): string =>
  `${contractVersion ?? ''} ${modules}`;

function statusOf(
  { silentSince: since, refusedFor: _, published: __, lately, ...status }: Known,
  breaker: BreakerState,
): MemberStatus {
  const [lastAnswerAt, onTime] = [lately.answeredAt(), lately.onTime()];
  return { ...status, lastAnswerAt, breaker, onTime, since };
}

/** An ask that was never sent, or that its client did not wait for, tells nothing of the member. */
const tellsNothing = (answer: Answer, calling: Calling, waitedMs: number): boolean =>
  answer.kind === 'silent' &&
  (answer.unasked === true || (answer.reason === 'TIMEOUT' && !isFairWait(calling, waitedMs)));

const byCode = (a: MemberAddress, b: MemberAddress) => (a.code < b.code ? -1 : 1);

/** Until a member has said or published what it offers, a state is taken to offer every module and a body those that bodies have. */
const unknownYet = (address: PublishedAddress): Known => ({
  code: address.code,
  url: address.url,
  name: null,
  modules: address.modules ?? modulesOf(address.code),
  contractVersion: address.contractVersion ?? null,
  state: 'NEVER_ASKED',
  records: null,
  database: null,
  roundTripMs: null,
  lastReason: null,
  lastSays: null,
  lately: openLately(),
  silentSince: null,
  published: publishedBy(address),
  refusedFor: null,
});

const modulesOf = (code: MemberCode): readonly Module[] =>
  isState(code) ? ['MINERALS', 'POLICIES', 'EVENTS'] : ['POLICIES', 'EVENTS'];

const now = () => new Date().toISOString();

function heard(answer: Answer, before: Known | undefined): Partial<Known> {
  if (answer.kind === 'answered') return { state: 'ANSWERING', silentSince: null };
  const { reason: lastReason, says: lastSays } = answer;
  return { state: 'SILENT', lastReason, lastSays, silentSince: before?.silentSince ?? now() };
}

const saysOf = (answer: Answer) => (answer.kind === 'silent' ? answer.says : 'It answers.');

const ABOUT = `{ members { list { code operator { value } contractVersion modules database counts { count } } } }`;

type Asking = DirectoryParts & {
  readonly calling: Calling;
  readonly learn: (member: MemberAddress, news: Partial<Known>, says: string) => void;
};

async function askOne(member: Known, asking: Asking): Promise<void> {
  const { sendAbout, calling, learn, contractVersion = CONTRACT_VERSION } = asking;
  const started = performance.now();
  const answer = await sendAbout(member, { query: ABOUT }, calling);
  const roundTripMs = Math.round((performance.now() - started) * 10) / 10;
  if (tellsNothing(answer, calling, roundTripMs)) return;
  const unable = unableIn(member.code, answer);
  if (unable) {
    member.lately.asked(false);
    return learn(member, heard(unable, member), unable.says);
  }
  const fault =
    answer.kind === 'silent'
      ? answer.says
      : faultIn(member.code, aboutOf(answer.data), contractVersion);
  member.lately.asked(answer.kind === 'answered', fault === undefined);
  if (fault !== undefined || answer.kind === 'silent')
    return learn(member, refused(fault ?? ''), fault ?? '');
  const about = described(aboutOf(answer.data));
  learn(
    member,
    { ...about, ...heard(answer, member), roundTripMs, refusedFor: null },
    saysOf(answer),
  );
}

/** A member that cannot say what it is, since its database is gone or itself, is none other for that. */
function unableIn(code: MemberCode, answer: Answer): Silence | undefined {
  if (answer.kind === 'silent') return answer.reason === 'PROTOCOL_ERROR' ? undefined : answer;
  const [error] = answer.errors;
  if (!error || 'code' in aboutOf(answer.data)) return undefined;
  const says = `${code} could not say what it is: ${error.message}`;
  return { kind: 'silent', reason: 'PROTOCOL_ERROR', says };
}
type Silence = Extract<Answer, { readonly kind: 'silent' }>;

const refused = (fault: string): Partial<Known> => ({
  state: 'REFUSED',
  refusedFor: fault,
  lastReason: 'PROTOCOL_ERROR',
  lastSays: fault,
});

function aboutOf(data: JsonObject): JsonObject {
  const list = (data.members as JsonObject | null)?.list;
  return ((Array.isArray(list) ? list[0] : undefined) ?? {}) as JsonObject;
}

function faultIn(code: MemberCode, about: JsonObject, spoken: string): string | undefined {
  if (about.code !== code)
    return `The member at the address of ${code} says that it is ${JSON.stringify(about.code ?? null)}.`;
  const version = String(about.contractVersion);
  if (majorOf(version) === majorOf(spoken)) return undefined;
  return `${code} serves contract ${version}; this gateway speaks ${spoken}.`;
}

const described = (about: JsonObject): Partial<Known> => ({
  name: ((about.operator as JsonObject | null)?.value as string | undefined) ?? null,
  contractVersion: String(about.contractVersion),
  modules: (about.modules ?? []) as readonly Module[],
  database: (about.database ?? null) as string | null,
  records: ((about.counts ?? []) as readonly JsonObject[]).reduce(
    (sum, each) => sum + Number(each.count),
    0,
  ),
});
