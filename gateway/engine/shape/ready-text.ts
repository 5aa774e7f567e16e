import { jsonPattern } from './json-pattern.ts';
import type { FieldShape, ObjectShape } from './shape.ts';

/** Fields that one subgraph gives, in the order in which it gives them. */
export type GivenFields = { readonly typename: string; readonly names: readonly string[] };

/** Fields that stand one behind another in the answer just as they are given. */
export type ReadyRun = {
  readonly names: readonly string[];
  /** What stands before the first value where they are given: its name, and the brace or comma before that. */
  readonly label: string;
  /** Finds the values, from the first on, with the names between them, where all are of their types. */
  readonly pattern: RegExp;
};

/**
 * Values of a run as the subgraph wrote them, which an answer may have as they are. It stands in an object under the first of their names; nobody
 * but the writer of the answer may look there.
 */
export class ReadyText {
  readonly run: ReadyRun;
  readonly text: string;

  constructor(run: ReadyRun, text: string) {
    this.run = run;
    this.text = text;
  }
}

/** How given fields stand in objects of this shape; undefined where they are not all there, or one must be read before it is written. */
export function readyRuns(
  shape: ObjectShape,
  { typename, names }: GivenFields,
): readonly ReadyRun[] | undefined {
  const fields = shape.isAbstract ? null : shape.fieldsOf(typename);
  if (!fields) return undefined;
  const places = names.map((name) => fields.findIndex(({ key }) => key === name));
  const runs = runsIn(places).map((run) => run.flatMap((place) => fields[place] ?? []));
  const ready = runs.flatMap((run, place) => runOf(run, place) ?? []);
  return ready.flatMap((run) => run.names).length === names.length ? ready : undefined;
}

/** Places one behind another, together. */
function runsIn(places: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  let last = Number.NaN;
  for (const place of places) {
    if (place === last + 1) runs.at(-1)?.push(place);
    else runs.push([place]);
    last = place;
  }
  return runs;
}

function runOf(fields: readonly FieldShape[], place: number): ReadyRun | undefined {
  const patterns = fields.map(patternOf);
  const [first] = fields;
  if (!first || patterns.includes(undefined)) return undefined;
  const values = patterns.map((each, at) => (at === 0 ? each : `,"${fields[at]?.key}":${each}`));
  return {
    names: fields.map(({ key }) => key),
    label: `${place === 0 ? '{' : ','}"${first.key}":`,
    pattern: new RegExp(values.join(''), 'y'),
  };
}

/** Who has it under another name than the client has not written it as it must be. */
const patternOf = ({ key, name, value }: FieldShape): string | undefined =>
  key !== name || value.kind === 'known' ? undefined : jsonPattern(value);
