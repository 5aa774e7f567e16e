import type { Answer, Json, MissingReason, Send } from '../../../gateway/members/index.ts';
import { answerRead } from '../../answer-read.ts';
import { silenceOf, type World } from '../../world.ts';
import { type Chance, chanceOf } from '../chance.ts';
import { LIES, lying } from '../liars.ts';

/** What becomes of a member for one page of a scroll. */
export type Fate =
  | { readonly kind: 'ANSWERS' }
  | { readonly kind: 'SILENT'; readonly reason: MissingReason }
  /** Its page is bent, so that nothing of it may be believed. */
  | { readonly kind: 'LIES'; readonly lie: string }
  /** It sends half a page and says that more rows follow, which is honest. */
  | { readonly kind: 'CUTS' }
  /** It is no member, either because it was withdrawn or because it has not joined yet. */
  | { readonly kind: 'OUT' };
export type Fates = ReadonlyMap<string, Fate>;

const REASONS: readonly MissingReason[] = [
  'TIMEOUT',
  'UNREACHABLE',
  'BREAKER_OPEN',
  'PROTOCOL_ERROR',
];
const ANSWERS: Fate = { kind: 'ANSWERS' };

/** Under a shared entity a member's page lies elsewhere in its answer; there it is silent or honest. */
export type Spinning = { readonly chance: Chance; readonly isRoot: boolean };

/** The fates of the next page: most members keep theirs, so that silences last over several pages. */
export function nextFates(before: Fates, { chance, isRoot }: Spinning): Fates {
  const restless = chance.oneOf([0.1, 0.3, 0.8]);
  return new Map(
    [...before].map(([code, fate]) => [
      code,
      chance.happens(restless) ? anyFate({ chance, isRoot }) : fate,
    ]),
  );
}

export function anyFate({ chance, isRoot }: Spinning): Fate {
  const silent: Fate = { kind: 'SILENT', reason: chance.oneOf(REASONS) };
  const bent: Fate = { kind: 'LIES', lie: chance.oneOf(Object.keys(LIES)) };
  const out: Fate = { kind: 'OUT' };
  return chance.oneOf(
    isRoot
      ? [ANSWERS, ANSWERS, ANSWERS, silent, silent, out, bent, { kind: 'CUTS' } as const]
      : [ANSWERS, ANSWERS, silent, out],
  );
}

/** Members under their fates for one page, and what came of it: a lie that changes nothing is none. */
export type Visited = {
  readonly world: Pick<World, 'members' | 'send'>;
  readonly isMember: (code: string) => boolean;
  readonly failed: () => ReadonlyMap<string, MissingReason>;
  /** Of who cut its page: the last row that it gave. */
  readonly cut: ReadonlyMap<string, string>;
};

export function underFates(world: World, fates: Fates, seed: string): Visited {
  const cut = new Map<string, string>();
  const told = new Map<string, () => number>();
  const sends = [...fates].map(([code, fate]) => [code, sendFor(code, fate)] as const);
  const byCode = new Map(sends);
  const isMember = (code: string) => fates.get(code)?.kind !== 'OUT';
  return {
    isMember,
    cut,
    world: {
      members: world.members.filter(({ code }) => isMember(code)),
      send: (member, ...ask) => (byCode.get(member.code) ?? world.send)(member, ...ask),
    },
    failed: () => new Map([...fates].flatMap(([code, fate]) => failing(code, fate))),
  };

  function sendFor(code: string, fate: Fate): Send {
    if (fate.kind === 'SILENT') return silenceOf(fate.reason);
    if (fate.kind === 'CUTS') return cutting(world.send, cut);
    if (fate.kind !== 'LIES') return world.send;
    const chance = chanceOf(`${seed} ${code}`);
    const liar = lying(world.send, code, (page) => LIES[fate.lie]?.(page, chance) ?? null);
    told.set(code, liar.told);
    return liar.send;
  }

  function failing(code: string, fate: Fate): readonly (readonly [string, MissingReason])[] {
    if (fate.kind === 'SILENT') return [[code, fate.reason]];
    return (told.get(code)?.() ?? 0) > 0 ? [[code, 'PROTOCOL_ERROR']] : [];
  }
}

type Heads = readonly { readonly node: { readonly id: string } }[];

function cutting(send: Send, cut: Map<string, string>): Send {
  return async (member, request, calling) => {
    const answer: Answer = await send(member, request, calling);
    const list = answer.kind === 'answered' ? answer.data.list : null;
    if (answer.kind === 'silent' || list === null || typeof list !== 'object') return answer;
    const heads = (list as unknown as { readonly zlg_edges: Heads }).zlg_edges;
    const kept = Math.ceil(heads.length / 2);
    if (kept === heads.length) return answer;
    cut.set(member.code, heads[kept - 1]?.node.id ?? '');
    const shorter = Object.entries(list as Readonly<Record<string, Json>>).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.slice(0, kept) : value,
    ]);
    const half = { ...Object.fromEntries(shorter), zlg_page: { hasNextPage: true } } as Json;
    const data = { ...answer.data, list: half };
    return answerRead(member.code, request, { data, errors: answer.errors });
  };
}
