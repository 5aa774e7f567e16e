import type { Position } from '../../schema/index.ts';
import { type Coverage, coverageOf, type Missing } from './coverage.ts';
import type { Json, JsonObject } from './json.ts';
import type { Answer, Member, MemberError } from './member.ts';
import type { MissingReason } from './missing-reason.ts';
import type { Page } from './read/index.ts';
import { type ScatteredAsk, standing } from './route.ts';
import { type Parts, toldBy } from './source.ts';

/** What one member gave for one scattered field. */
export type Given =
  | {
      readonly kind: 'given';
      readonly member: string;
      /** Where there is a page it is made when it is first looked at. */
      readonly value: JsonObject;
      /** The same as a page that was read. */
      readonly page?: Page;
      readonly errors: readonly MemberError[];
    }
  | {
      readonly kind: 'missing';
      readonly member: string;
      readonly reason: MissingReason;
      /** What it says to whoever asked: it was asked for more than it gives at once. */
      readonly errors?: readonly MemberError[];
      /** Of a page it gave its rows up to there, and is missing from there on. */
      readonly behind?: Position;
    };

/** A member with the answer to everything it was asked; none where it was not asked at all. */
export type Answered = { readonly member: Member; readonly answer: Answer | undefined };

/** Where the value of a scattered field lies in a member's data. */
export type Where<Answer> = (answer: Answer) => Path;
type Path = readonly (string | number)[];
type Asked<Answer> = { readonly answers: readonly Answer[]; readonly where: Where<Answer> };

/** Who could contribute to a field, each with what it gave or why it is missing; who was left out is not in it. */
export function gather<Answer extends Answered>(
  parts: Parts,
  { answers, where }: Asked<Answer>,
  ask: ScatteredAsk,
): readonly Given[] {
  return answers.flatMap((each): readonly Given[] => {
    const stands = standing(parts.contract, each.member, ask);
    if (stands.kind === 'pruned') return [];
    if (stands.kind === 'asked') return [givenBy(parts, each, where(each))];
    return [{ kind: 'missing', member: each.member.code, reason: stands.reason }];
  });
}

function givenBy(parts: Parts, { member, answer }: Answered, path: Path): Given {
  const missing = (reason: MissingReason): Given => ({
    kind: 'missing',
    member: member.code,
    reason,
  });
  if (!answer || answer.kind === 'silent') return missing(answer?.reason ?? 'UNREACHABLE');
  const page = pageIn(answer, path);
  if (page) return givenPage(member.code, page, () => at(answer.data, path) as JsonObject);
  const value = at(answer.data, path);
  const own = answer.errors.filter((each) => startsWith(each.path, path));
  const errors = own.map((each) => toldBy(parts, member.code, each));
  if (isObject(value)) return { kind: 'given', member: member.code, value, errors };
  const reason = reasonOf(errors[0] ?? answer.errors[0]);
  if (reason === 'COST_EXCEEDED')
    return { kind: 'missing', member: member.code, reason, errors: errors.slice(0, 1) };
  if (reason === 'PROTOCOL_ERROR')
    parts.onBroken(member.code, gaveNothing(member.code, path, own[0]));
  return missing(reason);
}

const pageIn = ({ pages }: Extract<Answer, { kind: 'answered' }>, [name, ...below]: Path) =>
  below.length === 0 ? pages?.get(String(name)) : undefined;

const givenPage = (member: string, page: Page, make: () => JsonObject): Given => ({
  kind: 'given',
  member,
  get value() {
    return make();
  },
  page,
  errors: [],
});

/** In its own words, which its agency and the operator read, and no client. */
const gaveNothing = (code: string, path: Path, error: MemberError | undefined): string => {
  const why = error
    ? `but the error ${JSON.stringify(error.message.slice(0, 200))}`
    : 'and no error that says why';
  return `${code} gave nothing at ${path.join('.')}, ${why}.`;
};

/** Of what a member refuses in the contract's own words the fault is not its own. */
function reasonOf(error: MemberError | undefined): MissingReason {
  const code = error?.extensions?.code;
  return code === 'MODULE_NOT_OFFERED' || code === 'COST_EXCEEDED' ? code : 'PROTOCOL_ERROR';
}

const isObject = (value: Json | undefined): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function at(data: Json, path: Path): Json | undefined {
  let value: Json | undefined = data;
  for (const step of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = Array.isArray(value) ? value[Number(step)] : (value as JsonObject)[step];
  }
  return value;
}

const startsWith = (path: Path | undefined, start: Path) =>
  path !== undefined && start.every((step, place) => path[place] === step);

/** The coverage of a field that is no scroll. */
export function coverageOfField(parts: Parts, given: readonly Given[]): Coverage {
  const missing = given.flatMap((each) =>
    each.kind === 'missing' ? [missingFrom(parts, each, null)] : [],
  );
  return coverageOf(membersGiven(given), missing);
}

export const membersGiven = (given: readonly Given[]): readonly string[] =>
  given.flatMap((each) => (each.kind === 'given' ? [each.member] : []));

/** A missing member as coverage names it. */
export const missingFrom = (
  parts: Parts,
  { member, reason }: { readonly member: string; readonly reason: MissingReason },
  range: Missing['range'],
): Missing => ({ member, reason, since: parts.silentSince(member), range });
