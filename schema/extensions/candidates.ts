import type { Contract } from '../contract.ts';
import { additionsOf } from './additions.ts';

/** What several members publish alike, without their prefixes: a candidate for the next version of the contract. */
export type Candidate = {
  /** `Site.grade` where members publish `Site.ma_grade` and `Site.zm_grade`; `Grade` for a type of theirs. */
  readonly place: string;
  /** Of a field: its type, without prefixes. */
  readonly type: string | null;
  readonly members: readonly string[];
};
type Published = { readonly member: string; readonly sdl: string };

/** Those of most members first. */
export function candidatesIn(
  extensions: readonly Published[],
  contract: Contract,
): readonly Candidate[] {
  const all = extensions.flatMap(({ member, sdl }) =>
    additionsOf(sdl, member, contract).map(({ place, type }) => ({
      member,
      place: withoutPrefix(place, member),
      type: type === null ? null : withoutPrefix(type, member),
    })),
  );
  return alike(all)
    .map(candidateOf)
    .filter(({ members }) => members.length > 1)
    .sort((a, b) => b.members.length - a.members.length || (a.place < b.place ? -1 : 1));
}

type Stripped = { readonly member: string; readonly place: string; readonly type: string | null };

function alike(all: readonly Stripped[]): readonly (readonly Stripped[])[] {
  const groups = new Map<string, Stripped[]>();
  for (const each of all) {
    const key = `${each.place}: ${each.type}`;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()];
}

const candidateOf = (group: readonly Stripped[]): Candidate => ({
  place: group[0]?.place ?? '',
  type: group[0]?.type ?? null,
  members: [...new Set(group.map(({ member }) => member))].sort(),
});

/** `Site.ma_grade` is `Site.grade`; `[MaGrade!]` is `[Grade!]`. */
function withoutPrefix(text: string, member: string): string {
  const lower = member.toLowerCase();
  const type = `${member.slice(0, 1)}${lower.slice(1)}`;
  return text
    .replace(new RegExp(`\\.${lower}_`), '.')
    .replace(new RegExp(`\\b${type}(?=[A-Z])`), '');
}
