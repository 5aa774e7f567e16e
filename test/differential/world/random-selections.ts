import type { Chance } from '../../oracle/chance.ts';
import {
  type Field,
  fieldsInKey,
  keysAt,
  nameOf,
  objectOf,
  type Required,
  type Schema,
} from './model.ts';
import { isComposite } from './random-fields.ts';

/** Lets some fields require others of their type, which other subgraphs give, and lets some provide what lies behind them. */
export function withSelections(chance: Chance, schema: Schema): Schema {
  const objects = schema.objects.map((type) => {
    if (type.kind === 'value') return type;
    const keyed = new Set(type.keys.flatMap(fieldsInKey));
    const isFree = ({ name }: Field) => !keyed.has(name as never);
    const fields = type.fields.map((field, place) => {
      const before = type.kind === 'root' ? [] : type.fields.slice(0, place).filter(isFree);
      return isFree(field) ? selecting(chance, schema, { field, before }) : field;
    });
    return { ...type, fields };
  });
  return { ...schema, objects };
}

type Selecting = { readonly field: Field; readonly before: readonly Field[] };

function selecting(chance: Chance, schema: Schema, { field, before }: Selecting): Field {
  const [owner, ...others] = field.owners;
  if (!owner || others.length > 0 || field.overrides || field.through) return field;
  if (isComposite(field.type)) {
    const provides = chance.happens(0.4) ? provided(chance, schema, field) : [];
    return { ...field, provides };
  }
  const elsewhere = before.filter(
    (each) =>
      !each.owners.includes(owner) && each.overrides === undefined && each.through === undefined,
  );
  if (nameOf(field.type) !== 'String' || elsewhere.length === 0) return field;
  const requires = chance
    .shuffled(elsewhere)
    .slice(0, 1 + chance.below(2))
    .flatMap((each) => required(chance, schema, each, 2));
  return { ...field, requires };
}

/** A field as it is required, with what is wanted of its object; nothing where its object has nothing plain. */
function required(
  chance: Chance,
  schema: Schema,
  field: Field,
  depth: number,
): readonly Required[] {
  const given = Object.fromEntries(
    field.args.flatMap((each) =>
      each.type.startsWith('Int') ? [[each.name, chance.below(9)]] : [],
    ),
  );
  const one = { field: field.name, given };
  if (!isComposite(field.type)) return [{ ...one, below: [] }];
  const below = depth === 0 ? [] : belowOf(chance, schema, nameOf(field.type), depth);
  return below.length > 0 ? [{ ...one, below }] : [];
}

function belowOf(chance: Chance, schema: Schema, name: string, depth: number): readonly Required[] {
  const type = objectOf(schema, name);
  if (!type) {
    const members = schema.abstracts.find((each) => each.name === name)?.members ?? [];
    const values = members.filter((each) => objectOf(schema, each)?.kind === 'value');
    return values.flatMap((on) => belowOf(chance, schema, on, 0).map((each) => ({ ...each, on })));
  }
  const plain = type.fields.filter(
    (each) => each.requires.length === 0 && !each.through && !each.overrides,
  );
  const chosen = chance.shuffled(plain).slice(0, 2);
  return chosen.flatMap((each) => required(chance, schema, each, depth - 1));
}

/** Plain fields of an entity that its subgraph knows on this way alone. */
function provided(chance: Chance, schema: Schema, field: Field): readonly Required[] {
  const type = objectOf(schema, nameOf(field.type));
  if (type?.kind !== 'entity') return [];
  const owner = field.owners[0] ?? '';
  const keyed: readonly string[] = keysAt(type, owner).flatMap(fieldsInKey);
  const free = type.fields.filter(
    (each) =>
      !keyed.includes(each.name) &&
      !each.owners.includes(owner) &&
      !isComposite(each.type) &&
      each.args.length === 0 &&
      !each.through &&
      !each.overrides,
  );
  const chosen = chance.shuffled(free).slice(0, 1 + chance.below(2));
  return chosen.map((each) => ({ field: each.name, given: {}, below: [] }));
}

export const selectionText = (wanted: readonly Required[]): string =>
  wanted
    .map(({ field, given, on, below }) => {
      const entries = Object.entries(given).map(([name, value]) => `${name}: ${value}`);
      const args = entries.length > 0 ? `(${entries.join(', ')})` : '';
      const text = `${field}${args}${below.length > 0 ? ` { ${selectionText(below)} }` : ''}`;
      return on ? `... on ${on} { ${text} }` : text;
    })
    .join(' ');
