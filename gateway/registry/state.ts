import type { MemberCode, Module } from '../../schema/index.ts';
import type { Publication } from './publication.ts';

export type RegisteredMember = {
  readonly code: MemberCode;
  readonly url: string;
  readonly modules: readonly Module[];
  readonly contractVersion: string;
};

/** All that the publications up to a number say: who is a member, and what they publish beyond the contract. */
export type RegistryState = {
  readonly number: number;
  readonly members: readonly RegisteredMember[];
  readonly extensions: readonly { readonly member: MemberCode; readonly sdl: string }[];
  /** Who was a member and is one no more. */
  readonly withdrawn: readonly MemberCode[];
};

/** The newest publication of each member. */
export type Standing = ReadonlyMap<string, Publication>;

export const standingAfter = (before: Standing, publications: readonly Publication[]): Standing =>
  new Map([...before, ...publications.map((each) => [each.member, each] as const)]);

/** In the order of codes, so that the same publications make the same supergraph. */
export function stateOf(standing: Standing, number: number): RegistryState {
  const all = [...standing.values()].sort((a, b) => (a.member < b.member ? -1 : 1));
  return {
    number,
    members: all.flatMap(({ member: code, url, modules, contractVersion }) =>
      url === null || contractVersion === null ? [] : [{ code, url, modules, contractVersion }],
    ),
    extensions: all.flatMap(({ member, url, extension: sdl }) =>
      url === null || sdl === '' ? [] : [{ member, sdl }],
    ),
    withdrawn: all.flatMap(({ member, url }) => (url === null ? [member] : [])),
  };
}
