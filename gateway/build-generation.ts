import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Contract } from '../schema/index.ts';
import { type Gateway, type GatewayParts, openGateway } from './gateway.ts';
import type { Built, GenerationState } from './generations/index.ts';
import type { Directory, Member, PublishedAddress } from './members/index.ts';
import type { Extending } from './supergraph/index.ts';

/** What all generations have alike. */
export type LastingParts = Omit<GatewayParts, 'supergraph' | 'faces' | 'extended' | 'members'> & {
  readonly contract: Contract;
  /** The registry's, which has mostly composed already what is to be built. */
  readonly extend: Extending;
  readonly find: Directory['find'];
};

/** Builds the gateway of a generation, whole, from what was published. */
export function generationBuilder({ extend, find, ...parts }: LastingParts) {
  return async ({ members, extensions }: GenerationState): Promise<Built<Gateway>> => {
    const extended = await extend(extensions);
    if (extended.kind === 'refused') return { kind: 'refused', says: extended.findings.join(' ') };
    await nextTurn(); // opening takes some tenths of a second, in which nobody is answered
    const ofGeneration = { ...extended.supergraph, members: membersOf(members, find) };
    return { kind: 'built', gateway: await openGateway({ ...parts, ...ofGeneration }) };
  };
}

/** Each as it is known now. A generation that is being drained may have members that nobody knows any more: they are as they were known last. */
function membersOf(addresses: readonly PublishedAddress[], find: Directory['find']) {
  const last = new Map<string, Member>();
  return (): readonly Member[] =>
    addresses.map((each) => {
      const member = find(each) ?? last.get(each.code) ?? { modules: [], ...each };
      last.set(each.code, member);
      return member;
    });
}
