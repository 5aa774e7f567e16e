import { parse } from 'graphql';
import type { Case } from '../run-case.ts';
import { type FieldFault, faultKey, type Path } from '../serve/fault.ts';
import type { World } from '../serve/open-world.ts';
import { askOracle } from '../serve/oracle.ts';
import type { Difference } from './difference.ts';

/** A difference, and the case that has it. */
export type SeenDifference = Difference & { readonly world: World; readonly case: Case };

/** Of a null of the oracle: the field at which it begins. */
export type Cause = {
  /** With its index, where a part of a list is at fault. */
  readonly path: Path;
  readonly type: string;
  readonly field: string;
  readonly fault: FieldFault | undefined;
  readonly message: string;
  /** Whether the engine has a null there, too. */
  readonly isNull: boolean;
  /** The type of the object that has no such field in the engine's answer, or nothing on the way to it. */
  readonly lackedBy?: string;
};

/** The field in which the data differ. */
export const fieldAt = (seen: SeenDifference): Asked | undefined =>
  seen.path && askedOf(seen).get(JSON.stringify(fieldPath(seen.path)));

/** The fields whose errors the oracle has at the place of a difference. */
export function causesOf({ path, answers, ...seen }: SeenDifference): readonly Cause[] {
  if (!path || !answers) return [];
  const asked = askedOf(seen);
  return answers.expected.errors.flatMap(({ path: place = [], message }) => {
    const field = asked.get(JSON.stringify(fieldPath(place)));
    if (!field || !begins(place, path)) return [];
    const found = follow(answers.got.data, fieldPath(place));
    const lackedBy = found.lacked && asked.get(JSON.stringify(found.lacked))?.type;
    return [
      {
        ...field,
        path: place,
        message,
        isNull: found.value === null,
        ...(lackedBy && { lackedBy }),
      },
    ];
  });
}

export type Asked = Pick<Cause, 'type' | 'field' | 'fault'>;
function askedOf({ world, case: failed }: Pick<SeenDifference, 'world' | 'case'>) {
  const { query, variables, faults } = failed;
  const asked = new Map<string, Asked>();
  askOracle(world, { document: parse(query), variables }, faults, (row, field, path) => {
    const fault = faults.get(faultKey(row.serial, field));
    asked.set(JSON.stringify(path()), { type: row.type, field, fault });
  });
  return asked;
}

/** Without the indices within its list. */
const fieldPath = (path: Path): Path =>
  path.slice(0, path.findLastIndex((each) => typeof each === 'string') + 1);

const begins = (path: Path, beginning: Path): boolean =>
  beginning.every((each, at) => each === path[at]);

/** What is at a path; or how far an object had it. */
function follow(data: unknown, path: Path): { readonly value?: unknown; readonly lacked?: Path } {
  let node = data;
  for (const [place, key] of path.entries()) {
    if (typeof node !== 'object' || node === null) return {};
    if (!Object.hasOwn(node, key)) return { lacked: path.slice(0, place + 1) };
    node = (node as Readonly<Record<string | number, unknown>>)[key];
  }
  return { value: node };
}

/** What the oracle has where the data differ, as JSON. */
export const expectedText = ({ path = [], answers }: SeenDifference): string =>
  JSON.stringify(follow(answers?.expected.data, path).value) ?? '';

/** Without the places in lists: where a field stands in the question. */
export const withoutIndices = (path: Path): string =>
  JSON.stringify(path.filter((each) => typeof each === 'string'));
