import { convert, SCALARS, UNITS, type Unit } from '../../index.ts';
import type { Asking } from '../asking.ts';
import { type Claim, keptUnless, MUST, notApplicable, type Seen, SHOULD } from '../claim.ts';
import type { FieldValue, Values } from '../field-values.ts';
import { looked } from '../looked.ts';
import { everyRow, isUnit, isWithheld, textOf } from '../own-rows/index.ts';
import { at, objectsAt, shown } from '../reading.ts';
import { isObject } from '../wire.ts';

/** What values say together, beyond the form of each. */
export const MEANING_CLAIMS: readonly Claim[] = [
  {
    id: 'QUANTITY_EXPLAINED',
    ...MUST,
    sentence: 'A quantity has no number exactly where it is WITHHELD or NOT_AVAILABLE.',
    remedy: 'Give null and the flag that says why; never zero for what is not known.',
    check: (asking) =>
      looked(
        asking,
        ofType('Quantity'),
        ({ value }) =>
          (at(value, 'value') == null) ===
          ['WITHHELD', 'NOT_AVAILABLE'].includes(String(at(value, 'flag'))),
      ),
  },
  {
    id: 'QUANTITY_CONVERTED',
    ...MUST,
    module: 'MINERALS',
    sentence: '`in(unit:)` converts exactly within a dimension, and gives null across dimensions.',
    remedy:
      'Shift the point of the decimal; carats and troy ounces are not converted to kilograms.',
    check: converted,
  },
  {
    id: 'TEXT_FALLS_BACK',
    ...MUST,
    sentence:
      '`value(lang:)` gives the language that is asked, else English, French, Portuguese, Arabic.',
    remedy: 'Fall back in that order, and never give null.',
    check: fallsBack,
  },
  {
    id: 'PLACE_ON_EARTH',
    ...MUST,
    sentence: 'A latitude lies between -90 and 90, a longitude between -180 and 180.',
    remedy:
      'Give WGS 84 decimal degrees, latitude as `lat`; projected coordinates have to be converted.',
    check: (asking) =>
      looked(
        asking,
        ofType('GeoPoint'),
        ({ value }) =>
          Math.abs(Number(at(value, 'lat'))) <= 90 && Math.abs(Number(at(value, 'lon'))) <= 180,
      ),
  },
  {
    id: 'SYNTHETIC_SAID',
    ...MUST,
    sentence: 'A generated record says that it is synthetic.',
    remedy: 'Let `provenance.synthetic` be true where `method` is SYNTHETIC.',
    check: (asking) =>
      looked(
        asking,
        ofType('Provenance'),
        ({ value }) => at(value, 'method') !== 'SYNTHETIC' || at(value, 'synthetic') === true,
      ),
  },
  {
    id: 'REVISION_COUNTED',
    ...MUST,
    sentence: 'A record that is shown has a revision of one or more, and the instant it was made.',
    remedy: 'Count revisions from one, and keep when each was made.',
    check: (asking) =>
      onRecords(asking, (row) => Number(row.revision) >= 1 && textOf(row.updatedAt) !== undefined),
  },
  {
    id: 'PROVENANCE_SAID',
    ...SHOULD,
    sentence: 'A record that is shown says where it comes from.',
    remedy: 'Give `provenance` with its source, licence and date: it is shown with every figure.',
    check: (asking) =>
      onRecords(asking, (row) => isObject(row.provenance) && textOf(row.provenance.source) !== ''),
  },
];

const ofType =
  (name: string) =>
  ({ objects }: Values): readonly FieldValue[] =>
    objects.filter(({ type }) => type === name);

async function onRecords(
  asking: Asking,
  isRight: (row: Readonly<Record<string, unknown>>) => boolean,
): Promise<Seen> {
  const lists = await Promise.all(asking.lists.map((list) => everyRow(asking, list)));
  const rows = lists.flatMap((each) => each.rows).filter((row) => !isWithheld(row, new Date()));
  if (rows.length === 0) return notApplicable('It has no records.');
  const wrong = rows.filter((row) => !isRight(row));
  return keptUnless(
    wrong.map(({ id }) => `${id} does not.`),
    `${rows.length} records do.`,
  );
}

const UNIT_NAMES = Object.keys(UNITS).filter(isUnit);

/** The first quantities of output, in every unit. */
async function converted(asking: Asking): Promise<Seen> {
  const units = UNIT_NAMES.map((unit) => `${unit}: in(unit: ${unit})`).join(' ');
  const { data, errors } = await asking.ask(
    `{ production(first: 50, orderBy: [{ field: QUANTITY }]) { edges { node { id quantity { value unit ${units} } } } } }`,
  );
  if (!at(data, 'production')) return keptUnless([`It is not answered: ${errors[0]?.message}`], '');
  const nodes = objectsAt(data, 'production', 'edges').map(({ node }) => node);
  const known = nodes.filter((node) => isUnit(at(node, 'quantity', 'unit')));
  if (known.length === 0) return notApplicable('It has no quantities of output.');
  return keptUnless(
    known.flatMap((node) => UNIT_NAMES.flatMap((unit) => conversionFaults(node, unit))),
    `${known.length} quantities are converted into ${UNIT_NAMES.length} units.`,
  );
}

function conversionFaults(node: unknown, unit: Unit): readonly string[] {
  const [value, from] = [at(node, 'quantity', 'value'), at(node, 'quantity', 'unit')];
  if (!isUnit(from) || (typeof value === 'string' && !SCALARS.Decimal.isValid(value))) return [];
  const due = typeof value === 'string' ? convert(value, from, unit) : null;
  const said = at(node, 'quantity', unit);
  if (due === said || isSameNumber(due, said)) return [];
  return [
    `${shown(at(node, 'id'))} has ${shown(value)} ${from}, in ${unit} ${shown(said)} where ${shown(due)} is due.`,
  ];
}

const isSameNumber = (due: string | null, said: unknown): boolean =>
  due !== null &&
  typeof said === 'string' &&
  SCALARS.Decimal.isValid(said) &&
  convert(due, 'KILOGRAM', 'TONNE') === convert(said, 'KILOGRAM', 'TONNE');

const LANGUAGES = ['EN', 'FR', 'PT', 'AR'] as const;

async function fallsBack(asking: Asking): Promise<Seen> {
  const values = LANGUAGES.map((each) => `${each}: value(lang: ${each})`).join(' ');
  const { data, errors } = await asking.ask(
    `{ organisations(first: 100) { edges { node { id name { en fr pt ar value ${values} } } } } }`,
  );
  if (!at(data, 'organisations'))
    return keptUnless([`It is not answered: ${errors[0]?.message}`], '');
  const named = objectsAt(data, 'organisations', 'edges')
    .map(({ node }) => node)
    .filter((node) => at(node, 'name'));
  if (named.length === 0) return notApplicable('None of its organisations has a name.');
  return keptUnless(
    named.flatMap(languageFaults),
    `${named.length} names are given in every language.`,
  );
}

function languageFaults(node: unknown): readonly string[] {
  const texts = LANGUAGES.map((each) => at(node, 'name', each.toLowerCase()));
  const fallback = texts.find((text) => text != null) ?? '';
  return LANGUAGES.flatMap((language, place) => {
    const [due, said] = [texts[place] ?? fallback, at(node, 'name', language)];
    return said === due
      ? []
      : [
          `${shown(at(node, 'id'))} is called ${shown(said)} in ${language} where ${shown(due)} is due.`,
        ];
  });
}
