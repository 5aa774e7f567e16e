import { CONTRACT_VERSION, isState, type MemberCode, type Module } from '../../schema/index.ts';
import { deadlineIn, isFairWait } from './deadline.ts';
import type {
  Answer,
  JsonObject,
  Member,
  MemberAddress,
  MemberState,
  MemberStatus,
  Send,
} from './member.ts';

/** What the gateway knows of its members: who they are, what they offer, and how they have answered lately. */
export type Directory = {
  readonly members: () => readonly Member[];
  readonly statuses: () => readonly MemberStatus[];
  readonly silentSince: (code: string) => string | null;
  /** The same sending, but every answer and silence is remembered. */
  readonly send: Send;
  /** Asks every member what it says of itself; ends when all have answered or the deadline has passed. */
  readonly askAll: () => Promise<void>;
  readonly close: () => void;
};

export type DirectoryParts = {
  readonly addresses: readonly MemberAddress[];
  readonly send: Send;
  /** Sends what is asked about the member itself; of its answers nothing comes through that was not asked. */
  readonly sendAbout: Send;
  readonly deadlineMs: number;
  readonly everyMs: number;
  /** Told when a member falls silent, breaks the contract or is back. */
  readonly onChange: (code: string, state: MemberState, says: string) => void;
};

type Known = MemberStatus & {
  readonly silentSince: string | null;
  /** Why it is not asked for records: it is another than it should be, or speaks another contract. Only its own word can end that. */
  readonly refusedFor: string | null;
};

export function openDirectory(parts: DirectoryParts): Directory {
  const known = new Map<string, Known>(
    [...parts.addresses].sort(byCode).map((each) => [each.code, unknownYet(each)]),
  );
  const learn = (code: string, news: Partial<Known>, says: string) => {
    const before = known.get(code);
    if (!before) return;
    known.set(code, { ...before, ...news });
    if (news.state !== undefined && news.state !== before.state)
      parts.onChange(code, news.state, says);
  };
  const send: Send = async (member, request, calling) => {
    const refusedFor = known.get(member.code)?.refusedFor;
    if (refusedFor) return { kind: 'silent', reason: 'PROTOCOL_ERROR', says: refusedFor };
    const startedMs = performance.now();
    const answer = await parts.send(member, request, calling);
    const isUnheard = answer.kind === 'silent' && answer.reason === 'TIMEOUT';
    if (isUnheard && !isFairWait(calling, performance.now() - startedMs)) return answer;
    learn(member.code, heard(answer, known.get(member.code)), saysOf(answer));
    return answer;
  };
  const askAll = async () => {
    const signal = deadlineIn(parts.deadlineMs);
    await Promise.all([...known.values()].map((each) => askOne(each, { ...parts, signal, learn })));
  };
  const timer = setInterval(() => void askAll(), parts.everyMs).unref();
  return {
    members: () => [...known.values()],
    statuses: () => [...known.values()].map(statusOf),
    silentSince: (code) => known.get(code)?.silentSince ?? null,
    send,
    askAll,
    close: () => clearInterval(timer),
  };
}

const statusOf = ({ silentSince: _, refusedFor: __, ...status }: Known): MemberStatus => status;

const byCode = (a: MemberAddress, b: MemberAddress) => (a.code < b.code ? -1 : 1);

/** Until a member has said what it offers, a state is taken to offer every module and a body those that bodies have. */
const unknownYet = ({ code, url }: MemberAddress): Known => ({
  code,
  url,
  name: null,
  modules: isState(code) ? ['MINERALS', 'POLICIES', 'EVENTS'] : ['POLICIES', 'EVENTS'],
  contractVersion: null,
  state: 'NEVER_ASKED',
  records: null,
  database: null,
  lastAnswerAt: null,
  roundTripMs: null,
  silentSince: null,
  refusedFor: null,
});

const now = () => new Date().toISOString();

function heard(answer: Answer, before: Known | undefined): Partial<Known> {
  if (answer.kind === 'silent')
    return { state: 'SILENT', silentSince: before?.silentSince ?? now() };
  return { state: 'ANSWERING', lastAnswerAt: now(), silentSince: null };
}
const saysOf = (answer: Answer) => (answer.kind === 'silent' ? answer.says : 'It answers.');

const ABOUT = `{ members { list { code operator { value } contractVersion modules database counts { count } } } }`;

type Asking = DirectoryParts & {
  readonly signal: AbortSignal;
  readonly learn: (code: string, news: Partial<Known>, says: string) => void;
};

async function askOne(member: Known, { sendAbout, signal, learn }: Asking): Promise<void> {
  const started = performance.now();
  const answer = await sendAbout(member, { query: ABOUT }, { viewer: 'public', signal });
  const roundTripMs = Math.round((performance.now() - started) * 10) / 10;
  if (answer.kind === 'silent' && answer.reason !== 'PROTOCOL_ERROR')
    return learn(member.code, heard(answer, member), answer.says);
  const fault = answer.kind === 'silent' ? answer.says : faultIn(member.code, aboutOf(answer.data));
  if (fault !== undefined || answer.kind === 'silent')
    return learn(member.code, { state: 'REFUSED', refusedFor: fault ?? null }, fault ?? '');
  const about = described(aboutOf(answer.data));
  const news = { ...about, roundTripMs, lastAnswerAt: now(), silentSince: null, refusedFor: null };
  learn(member.code, { ...news, state: 'ANSWERING' }, saysOf(answer));
}

function aboutOf(data: JsonObject): JsonObject {
  const list = (data.members as JsonObject | null)?.list;
  return ((Array.isArray(list) ? list[0] : undefined) ?? {}) as JsonObject;
}

function faultIn(code: MemberCode, about: JsonObject): string | undefined {
  if (about.code !== code)
    return `The member at the address of ${code} says that it is ${JSON.stringify(about.code ?? null)}.`;
  const version = String(about.contractVersion);
  if (version.split('.')[0] === CONTRACT_VERSION.split('.')[0]) return undefined;
  return `${code} serves contract ${version}; this gateway speaks ${CONTRACT_VERSION}.`;
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
