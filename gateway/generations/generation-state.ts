import type { MemberCode, Module } from '../../schema/index.ts';
import type { MemberAddress, PublishedAddress } from '../members/index.ts';
import type { MemberExtension } from '../supergraph/index.ts';

export type PublishedMember = MemberAddress & {
  readonly modules: readonly Module[];
  readonly contractVersion: string;
};

/** What members have published, all together. */
export type PublishedState = {
  /** Of the publication that made it so; 0 before the first. */
  readonly number: number;
  readonly members: readonly PublishedMember[];
  readonly extensions: readonly MemberExtension[];
  /** Members that have taken back what they published: those of the configuration are gone with that too. */
  readonly withdrawn?: readonly MemberCode[];
};

/** What holds where nothing is published: the members of the configuration, and the extensions that the schema was delivered with. */
export type Base = {
  readonly members: readonly MemberAddress[];
  readonly extensions: readonly MemberExtension[];
};

/** What one generation serves, whole. */
export type GenerationState = {
  readonly number: number;
  readonly members: readonly PublishedAddress[];
  readonly extensions: readonly MemberExtension[];
};

/** For each member its publication, and the base where there is none; in the order of codes. */
export function stateOver(base: Base, published: PublishedState): GenerationState {
  const { number, members, extensions, withdrawn = [] } = published;
  const spoken = new Set<string>([...members.map(({ code }) => code), ...withdrawn]);
  return {
    number,
    members: [...base.members.filter(({ code }) => !spoken.has(code)), ...members].toSorted(
      (a, b) => (a.code < b.code ? -1 : 1),
    ),
    extensions: [
      ...base.extensions.filter(({ member }) => !spoken.has(member)),
      ...extensions,
    ].toSorted((a, b) => (a.member < b.member ? -1 : 1)),
  };
}
