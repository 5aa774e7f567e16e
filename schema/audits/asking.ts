import type { TypeDefinitionNode } from 'graphql';
import type { Contract, Module } from '../index.ts';
import type { List } from './lists.ts';
import type { Sample } from './sample.ts';
import type { ServedTypes } from './served-types.ts';
import type { JsonObject, Reply, Timed } from './wire.ts';

/**
 * What a member says of itself, as the audit has read it.
 *
 * @public
 */
export type Identity = {
  readonly code: string;
  readonly contractVersion: string;
  /** As it says them, which may be none of the contract's. */
  readonly modules: readonly string[];
};

/**
 * What claims ask a member with. Answers that several claims need are asked for once.
 *
 * @public
 */
export type Asking = {
  readonly member: Identity;
  /** What it is judged by: the contract of its own version where that is older, else the one that is known here. */
  readonly contract: Contract;
  /** The version that is known here. */
  readonly knownVersion: string;
  /** It serves a later version, so what it has beyond the contract may be that version's. */
  readonly isNewer: boolean;
  /** What a member serves of the contract: `Position` for `Cursor`, no coverage, no references. */
  readonly memberTypes: ReadonlyMap<string, TypeDefinitionNode>;
  /** The modules that are looked at. */
  readonly modules: readonly Module[];
  /** The lists of those modules and of none. */
  readonly lists: readonly List[];
  /** Asks the member, in its turn; where nothing came, the reply's one error says why. */
  readonly ask: (query: string, variables?: JsonObject) => Promise<Reply>;
  /** Its types by introspection, and by `_service { sdl }`. */
  readonly introspected: () => Promise<ServedTypes>;
  readonly published: () => Promise<ServedTypes>;
  /** Rows of a list with all that the contract says of them, by id; the whole list where it is not long. */
  readonly sample: (list: List) => Promise<Sample>;
  /** Does it the first time, and gives the same after that. */
  readonly once: <Made>(name: string, make: () => Promise<Made>) => Promise<Made>;
};

/** Sends one question, in its turn and within the budget. */
export type AskWire = (query: string, variables?: JsonObject) => Promise<Timed>;
