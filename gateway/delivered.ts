import { type Contract, readContract } from '../schema/index.ts';
import {
  type Extending,
  extensionsIn,
  type MemberExtension,
  openExtending,
  readSupergraph,
  type Supergraph,
} from './supergraph/index.ts';

/** What this version of the gateway brings along, before anybody has published. */
export type Delivered = {
  readonly contract: Contract;
  readonly supergraph: Supergraph;
  readonly extensions: readonly MemberExtension[];
  /** One for all who compose, so that each state is composed once. */
  readonly extend: Extending;
};

export function openDelivered(): Delivered {
  const [contract, supergraph] = [readContract(), readSupergraph()];
  return {
    contract,
    supergraph,
    extensions: extensionsIn(supergraph),
    extend: openExtending(supergraph, contract),
  };
}
