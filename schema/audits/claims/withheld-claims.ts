import { baseName, fieldOf, isRequired, marks, objectFields } from '../../index.ts';
import type { Asking } from '../asking.ts';
import { type Claim, keptUnless, MUST, notApplicable, type Seen } from '../claim.ts';
import { everyRow, isWithheld, listed, type Row, withheldPaths } from '../own-rows/index.ts';
import { objectsAt, shown, textAt } from '../reading.ts';
import { isObject } from '../wire.ts';

/** What is withheld, and that it is said. */
export const WITHHELD_CLAIMS: readonly Claim[] = [
  {
    id: 'WITHHELD_RECORD',
    ...MUST,
    sentence:
      'Of a record that is not public, or is under embargo, only its id, its home and the rules for it are shown.',
    remedy:
      'Give null for every other field while `classification` is not PUBLIC or `embargoUntil` lies ahead.',
    check: (asking) =>
      onRows(asking, (_type, row) => {
        if (!isWithheld(row, new Date())) return undefined;
        const told = Object.keys(row).filter(
          (name) => !ALWAYS_SHOWN.includes(name) && row[name] !== null,
        );
        return told.map((name) => `${row.id} is withheld and shows its ${name}.`);
      }),
  },
  {
    id: 'WITHHELD_NAMED',
    ...MUST,
    sentence: 'A redaction names a field of the contract by its path.',
    remedy: 'Write paths as the contract has them, with dots: `owners.percent`.',
    check: (asking) =>
      onPaths(asking, (type, row, path) =>
        fieldsAlong(asking, type, path.split('.')) === undefined
          ? [`${row.id} withholds ${shown(path)}, which is no field of ${type}.`]
          : [],
      ),
  },
  {
    id: 'WITHHELD_NULL',
    ...MUST,
    sentence: 'A field that a redaction names is null.',
    remedy: 'Withhold what `governance.redactions` says is withheld, wherever the record is shown.',
    check: (asking) =>
      onPaths(asking, (type, row, path) => {
        const nullable = nullablePath(asking, type, path);
        return nullable.length > 0 && shows(row, nullable)
          ? [`${row.id} withholds ${path} and shows it.`]
          : [];
      }),
  },
  {
    id: 'WITHHELD_WORDS',
    ...MUST,
    sentence: "The source's own word for a withheld field is withheld with it.",
    remedy: 'Leave out of `published` what speaks of a field in `governance.redactions`.',
    check: (asking) =>
      onPaths(asking, (_type, row, path) =>
        objectsAt(row, 'published')
          .map((word) => textAt(word, 'field'))
          .filter((field) => field === path || field.startsWith(`${path}.`))
          .map((field) => `${row.id} withholds ${path} and shows its own word for ${field}.`),
      ),
  },
  {
    id: 'WITHHELD_CLEARANCE',
    ...MUST,
    sentence: 'A field above the clearance of a public reader is null for one.',
    remedy:
      'Give null for `registrationNumber`, `inspections` and `competentPerson`, and name them in `governance.redactions`.',
    check: (asking) =>
      onRows(asking, (type, row) => {
        const cleared = objectFields(asking.contract.types.get(type)).filter((field) =>
          marks(field, 'clearance'),
        );
        const told = cleared.map(({ name }) => name.value).filter((name) => hasValue(row[name]));
        return cleared.length === 0
          ? undefined
          : told.map((name) => `${row.id} shows its ${name} to anybody.`);
      }),
  },
];

const ALWAYS_SHOWN: readonly string[] = ['id', 'home', 'governance'];
const hasValue = (value: unknown): boolean =>
  value != null && !(Array.isArray(value) && value.length === 0);

/** Undefined of a row that has nothing to be looked at. */
type Look = (type: string, row: Row) => readonly string[] | undefined;

async function onRows(asking: Asking, look: Look): Promise<Seen> {
  const lists = await Promise.all(asking.lists.map((list) => everyRow(asking, list)));
  const looked = lists.flatMap(({ list, rows }) => rows.map((row) => look(list.type, row)));
  const found = looked.filter((each) => each !== undefined);
  if (found.length === 0) return notApplicable('None of its records has such a thing.');
  return keptUnless(found.flat(), `${found.length} records keep to it.`);
}

const onPaths = (
  asking: Asking,
  look: (type: string, row: Row, path: string) => readonly string[],
): Promise<Seen> =>
  onRows(asking, (type, row) => {
    const paths = withheldPaths(row);
    return paths.length === 0 ? undefined : paths.flatMap((path) => look(type, row, path));
  });

/** Whether each field on the way may be null; undefined where there is no such way. */
function fieldsAlong(
  asking: Asking,
  type: string,
  [name = '', ...rest]: readonly string[],
): readonly boolean[] | undefined {
  const field = fieldOf(asking.contract.types.get(type), name);
  if (!field) return undefined;
  const further = rest.length === 0 ? [] : fieldsAlong(asking, baseName(field.type), rest);
  return further && [!isRequired(field.type), ...further];
}

/** Down to the deepest field that may be null, for what may not be null is withheld with what holds it. */
function nullablePath(asking: Asking, type: string, path: string): readonly string[] {
  const mayBeNull = fieldsAlong(asking, type, path.split('.')) ?? [];
  return path.split('.').slice(0, mayBeNull.lastIndexOf(true) + 1);
}

function shows(value: unknown, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return hasValue(value);
  if (Array.isArray(value)) return listed(value).some((each) => shows(each, [name, ...rest]));
  return isObject(value) && shows(value[name], rest);
}
