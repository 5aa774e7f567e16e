import { writePosition } from '../../schema/index.ts';
import { variablesOf } from './document.ts';
import type { Answered } from './gather.ts';
import { type Instance, isReadable } from './instance.ts';
import type { Json, JsonObject } from './json.ts';
import type { Member, MemberRequest } from './member.ts';
import type { Parted } from './parted.ts';
import { isAsked, parentsOf, type Scatter } from './scattering.ts';

/** A member's answer, with the places of the parents that it was asked about, in their order. */
export type MemberAnswer = Answered & { readonly places: readonly number[] };
type Asked = { readonly request: MemberRequest; readonly places: readonly number[] };

export async function askMember(
  { parts, request: { calling } }: Scatter,
  asked: Asked | undefined,
  member: Member,
): Promise<MemberAnswer> {
  if (!asked) return { member, answer: undefined, places: [] };
  const answer = await parts.send(member, asked.request, calling);
  return { member, answer, places: asked.places };
}

/** What each member is asked. Mostly all are asked the same, and then it is one and the same request. */
export function openAsked(
  scattering: Scatter,
  instances: readonly Instance[],
  parted: Parted | undefined,
) {
  const readable = instances.filter(isReadable);
  const made = new Map<string, Asked>();
  return (member: Member): Asked | undefined => {
    const mine = readable.filter((each) => isAsked(scattering.parts, member, each));
    if (mine.length === 0) return undefined;
    const rows = parted && mine.includes(parted.instance) ? parted.rowsOf(member.code) : undefined;
    const pattern = mine.length === readable.length ? '' : mine.map(nameOf).join(' ');
    const known = `${rows} ${pattern}`;
    const asked = made.get(known) ?? askedWith(scattering, mine, rows);
    made.set(known, asked);
    return asked;
  };
}

const nameOf = ({ index, field }: Instance): string => `${index}.${field.key}`;

/** Of a page in parts it is for so many rows; else for as many as the client says. */
function askedWith(
  { question, request }: Scatter,
  mine: readonly Instance[],
  rows: number | undefined,
): Asked {
  const places = [...new Set(mine.map((each) => each.index))];
  const wanted = new Set(mine.map(({ field }) => field));
  const { query, variables } = question.askFor(
    question.fields.filter((each) => wanted.has(each)).map((each) => each.key),
    rows !== undefined,
  );
  const parents = parentsOf(request);
  const given: JsonObject = {
    ...request.variables,
    ...Object.fromEntries(mine.flatMap((each) => ourVariables(each, rows))),
    representations: places.map((place) => parents[place] ?? {}),
  };
  return { request: { query, variables: variablesOf(variables, given) }, places };
}

/** The plain positions that go to a member. A cursor is good for one parent only, so there is one position for each field. */
const ourVariables = (
  { field, place }: Instance,
  rows: number | undefined,
): readonly (readonly [string, Json])[] => [
  ...(place.kind === 'behind'
    ? [[field.afterVariable, writePosition(place.place.position)] as const]
    : []),
  ...(rows === undefined ? [] : [[field.firstVariable, rows] as const]),
];
