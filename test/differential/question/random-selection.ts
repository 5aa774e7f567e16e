import {
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { type Draft, variable } from './draft.ts';
import { argumentsText } from './random-arguments.ts';

/** Where a selection stands: by response names from the root, and how deep it may still go. */
type Place = { readonly place: string; readonly depth: number };
type AnyField = GraphQLField<unknown, unknown>;

/** A selection of any composite type: fields, and fragments around some of them. */
export function selectionText(draft: Draft, type: GraphQLNamedType, at: Place): string {
  const { chance } = draft;
  const count = 1 + chance.below(at.place === '' ? 4 : 5);
  const texts = Array.from({ length: count }, () => partText(draft, type, at));
  const kept = texts.filter((each) => each !== '');
  return `{ ${kept.length > 0 ? kept.join(' ') : nameText(draft, at, typename(draft))} }`;
}

function partText(draft: Draft, type: GraphQLNamedType, at: Place): string {
  const { chance } = draft;
  if (draft.left <= 0) return '';
  const fragmentShare = isAbstractType(type) ? 0.6 : 0.12;
  if (chance.happens(fragmentShare)) return fragmentText(draft, type, at);
  if (chance.happens(0.08)) return nameText(draft, at, typename(draft));
  const field = chooseField(draft, type, at.depth);
  return field ? fieldText(draft, field, at) : '';
}

function chooseField({ chance }: Draft, type: GraphQLNamedType, depth: number) {
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
  const all = Object.values(type.getFields());
  const leaves = all.filter((each) => isLeafType(getNamedType(each.type)));
  const leading = all.filter((each) => !leaves.includes(each));
  const wanted = depth > 0 && chance.happens(0.6) ? leading : leaves;
  const fields = wanted.length > 0 ? wanted : depth > 0 ? all : [];
  return fields.length > 0 ? chance.oneOf(fields) : undefined;
}

function fieldText(draft: Draft, field: AnyField, at: Place): string {
  draft.left -= 1;
  const type = getNamedType(field.type);
  const asked = `${field.name}${argumentsText(draft, field)}`;
  const name = responseName(draft, at, { field: field.name, means: `${asked} ${field.type}` });
  const alias = name === field.name ? '' : `${name}: `;
  const text = `${alias}${asked}${conditionText(draft)}`;
  if (!isCompositeType(type)) return text;
  const below = { place: `${at.place}.${name}`, depth: at.depth - 1 };
  return `${text} ${selectionText(draft, type, below)}`;
}

const typename = (draft: Draft) => ({
  field: '__typename',
  means: '__typename',
  condition: draft.chance.happens(0.1) ? conditionText(draft) : '',
});

type Meant = { readonly field: string; readonly means: string; readonly condition?: string };
function nameText(draft: Draft, at: Place, meant: Meant): string {
  const name = responseName(draft, at, meant);
  return `${name === meant.field ? '' : `${name}: `}${meant.field}${meant.condition ?? ''}`;
}

/** Names that objects of JavaScript have by nature, and plain ones. */
const ALIASES = [
  'a',
  'b',
  'c',
  'constructor',
  'toString',
  '__proto__',
  'hasOwnProperty',
  'valueOf',
  'then',
  'toJSON',
  'length',
  'data',
];

/** A name that means nothing else where it stands; the same is asked twice, where chance will have it. */
function responseName(draft: Draft, { place }: Place, { field, means }: Meant): string {
  const { chance } = draft;
  const names = draft.names.get(place) ?? new Map<string, string>();
  draft.names.set(place, names);
  const wanted = chance.happens(0.2) ? aliasFor(draft) : field;
  const name = isFree(names, wanted, means) ? wanted : `x${names.size}`;
  names.set(name, means);
  return name;
}

const isFree = (names: ReadonlyMap<string, string>, name: string, means: string): boolean =>
  (names.get(name) ?? means) === means;

function aliasFor({ chance, shadowing }: Draft): string {
  return chance.oneOf(shadowing && chance.happens(0.5) ? FIELD_NAMES : ALIASES);
}
const FIELD_NAMES = ['id', 'code', 'name', 'size', 'ref', 'near', 'label', 'zone', 'n'];

/** A fragment, inline or by name, on the type itself or on another that may be the same. */
function fragmentText(draft: Draft, type: GraphQLNamedType, at: Place): string {
  const { chance } = draft;
  draft.left -= 0.5;
  const on = chance.oneOf(overlapping(draft, type));
  const known = draft.fragments.filter((each) => each.on === on.name);
  if (known.length > 0 && chance.happens(0.2))
    return `...${chance.oneOf(known).name}${conditionText(draft)}`;
  const text = selectionText(draft, on, at);
  const condition = conditionText(draft);
  if (chance.happens(0.3)) {
    const name = `F${draft.fragments.length}`;
    draft.fragments.push({ name, on: on.name, text });
    return `...${name}${condition}`;
  }
  const isBare = on === type && chance.happens(0.3);
  return `...${isBare ? '' : ` on ${on.name}`}${condition} ${text}`;
}

function overlapping({ schema }: Draft, type: GraphQLNamedType): readonly GraphQLNamedType[] {
  if (!isCompositeType(type)) return [type];
  const possible = new Set(isAbstractType(type) ? schema.getPossibleTypes(type) : [type]);
  const abstracts = Object.values(schema.getTypeMap()).filter(isAbstractType);
  const meeting = abstracts.filter((each) =>
    schema.getPossibleTypes(each).some((member) => possible.has(member)),
  );
  return [...possible, type, ...meeting];
}

/** Nothing most often; else one condition or both, by variables, their defaults, or written out. */
function conditionText(draft: Draft): string {
  const { chance } = draft;
  if (!chance.happens(0.14)) return '';
  const names = chance.oneOf([['include'], ['skip'], ['skip', 'include']]);
  return names.map((name) => ` @${name}(if: ${booleanText(draft, name === 'include')})`).join('');
}

function booleanText(draft: Draft, likely: boolean): string {
  const { chance } = draft;
  const value = chance.happens(0.65) ? likely : !likely;
  if (chance.happens(0.15)) return String(value);
  const before = [...draft.variables].filter(([, { definition }]) =>
    definition.includes('Boolean'),
  );
  if (before.length > 0 && chance.happens(0.4)) return `$${chance.oneOf(before)[0]}`;
  if (chance.happens(0.7)) return variable(draft, 'Boolean!', { value });
  return variable(draft, 'Boolean!', {
    value: chance.happens(0.5) ? undefined : value,
    byDefault: String(chance.happens(0.5)),
  });
}
