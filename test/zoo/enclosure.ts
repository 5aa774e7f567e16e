import { ASK_LIMITS } from '../../gateway/ask-limits.ts';
import {
  type Account,
  type Calling,
  type Member,
  openAccount,
  openAsking,
  type Send,
} from '../../gateway/members/index.ts';
import { type Client, openClient } from '../oracle/client.ts';
import type { OpenedMember } from '../oracle/generated-member.ts';
import type { Deed, Fault, FieldKind, Places } from './fault.ts';
import { honestOf } from './honest.ts';
import { openZooMember, type ZooMember } from './zoo-member.ts';

/** A gateway of its own over members of the zoo: nothing of one question is left when the next is asked. */
export type Enclosure = {
  readonly client: Client;
  /** The members, asked over sockets that nobody has used. */
  readonly enter: () => Visit;
  readonly close: () => Promise<void>;
};
/** What is done within one cell of the matrix. */
export type Visit = {
  /** From now on these commit the fault, wherever this kind of field has them asked. */
  readonly commit: (codes: readonly string[], fault: Fault, kind: FieldKind) => void;
  /** Those who have, since they were told to. */
  readonly committed: () => readonly string[];
  /** A question's deadline passes when all have answered but those who will not; its account says who was asked. */
  readonly calling: () => Calling & { readonly account: Account };
  readonly leave: () => Promise<void>;
};

type Animal = { readonly code: string; readonly zoo: ZooMember };

export async function openEnclosure(
  opened: readonly OpenedMember[],
  places: Places,
): Promise<Enclosure> {
  const animals: Animal[] = [];
  for (const each of opened)
    animals.push({ code: each.member.code, zoo: await openZooMember(honestOf(each)) });
  const members = opened
    .map(({ member }, place): Member => ({ ...member, url: animals[place]?.zoo.url ?? '' }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const client = await openClient();
  return {
    client,
    enter: () => {
      const visit = visitTo(animals, places);
      client.visit({ members, send: visit.send });
      client.broken.length = 0;
      return visit;
    },
    close: async () => {
      for (const { zoo } of animals) zoo.close();
      await client.close();
    },
  };
}

function visitTo(animals: readonly Animal[], places: Places): Visit & { readonly send: Send } {
  let guilty: ReadonlySet<string> = new Set();
  let fault: Fault | undefined;
  let cue: 'ENTITIES' | undefined;
  const absent = new Set<string>();
  const asking = openAsking(ASK_LIMITS, { allowsPrivate: true });
  const outside = openAsking(ASK_LIMITS, {
    allowsPrivate: false,
    lookup: (_, found) => found(null, [{ address: resolvedBy(fault?.deed) ?? '', family: 4 }]),
  });
  const areHeard = () => animals.filter(({ zoo }) => zoo.committed() > 0).length;
  const deadline = openDeadline(areHeard);
  const send: Send = async (member, request, calling) => {
    const isCue = cue === undefined || request.query.includes('_entities');
    const isGuilty = guilty.has(member.code) && isCue;
    const url = isGuilty ? addressOf(fault?.deed, places) : undefined;
    if (url) absent.add(member.code);
    const answered = deadline.asks(isGuilty && isLate(fault));
    const { send } = isGuilty && resolvedBy(fault?.deed) ? outside : asking;
    const answer = await send(url ? { ...member, url } : member, request, calling);
    answered();
    return answer;
  };
  return {
    send,
    commit: (codes, committed, kind) => {
      guilty = new Set(codes);
      fault = committed;
      cue = kind === 'entities' ? 'ENTITIES' : undefined;
      for (const { code, zoo } of animals)
        if (guilty.has(code)) zoo.commits(committed.deed, cue ? { on: cue } : {});
    },
    committed: () =>
      animals.flatMap(({ code, zoo }) => (absent.has(code) || zoo.committed() > 0 ? [code] : [])),
    calling: () => ({ viewer: 'public', signal: deadline.signal(), account: openAccount() }),
    leave: async () => {
      for (const { zoo } of animals) zoo.commits(null);
      await Promise.all([asking.close(), outside.close()]);
    },
  };
}

const addressOf = (deed: Deed | undefined, places: Places) =>
  deed?.how === 'ADDRESS' ? deed.at(places) : undefined;
const resolvedBy = (deed: Deed | undefined) =>
  deed?.how === 'ADDRESS' ? deed.resolvesTo : undefined;
const isLate = (fault: Fault | undefined) =>
  fault?.seen.as === 'MISSING' && fault.seen.reason === 'TIMEOUT';

/**
 * Time as the members make it: the deadline passes when all who will answer have, and those who will not have been asked. So nobody honest
 * is late however busy the machine is, and nobody waits for those who hang.
 */
function openDeadline(heard: () => number) {
  let controller = new AbortController();
  let pending = 0;
  let late = 0;
  const passes = (current: AbortController) => {
    if (pending > 0 || late === 0 || current !== controller) return;
    if (heard() >= late) current.abort();
    else setTimeout(() => passes(current), 5);
  };
  return {
    signal: () => {
      controller = new AbortController();
      return controller.signal;
    },
    asks: (isLateOne: boolean) => {
      if (isLateOne) late += 1;
      else pending += 1;
      setTimeout(() => passes(controller), 5);
      return () => {
        if (isLateOne) late -= 1;
        else pending -= 1;
        passes(controller);
      };
    },
  };
}
