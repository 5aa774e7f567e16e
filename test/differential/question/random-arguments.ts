import { type GraphQLField, isNonNullType } from 'graphql';
import type { Chance } from '../../oracle/chance.ts';
import { type Draft, variable } from './draft.ts';

/** The arguments of a field: written out, by variables, within objects and lists, or left out. */
export function argumentsText(draft: Draft, field: GraphQLField<unknown, unknown>): string {
  const texts = field.args.flatMap(({ name, type, defaultValue }) => {
    const isRequired = isNonNullType(type) && defaultValue === undefined;
    if (!isRequired && draft.chance.happens(0.4)) return [];
    return [`${name}: ${argumentText(draft, String(type))}`];
  });
  return texts.length > 0 ? `(${texts.join(', ')})` : '';
}

function argumentText(draft: Draft, type: string): string {
  const { chance } = draft;
  const isNullable = !type.endsWith('!');
  const value = isNullable && chance.happens(0.12) ? null : randomValue(chance, type, 2);
  if (!chance.happens(0.4)) return within(draft, type, value);
  const isAbsent = chance.happens(0.2);
  const hasDefault = (isAbsent && !isNullable) || chance.happens(0.3);
  const byDefault = hasDefault ? { byDefault: literal(randomValue(chance, type, 2)) } : {};
  return variable(draft, type, { value: isAbsent ? undefined : value, ...byDefault });
}

/** A value written out, in which some parts may be variables. */
function within(draft: Draft, type: string, value: unknown): string {
  if (!isObject(value) || type.startsWith('[') || !('n' in value) || !draft.chance.happens(0.4))
    return literal(value);
  const { n, ...rest } = value;
  const name = variable(draft, 'Int', { value: draft.chance.happens(0.3) ? undefined : n });
  return `{ ${[`n: ${name}`, ...entriesOf(rest)].join(', ')} }`;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function randomValue(chance: Chance, type: string, depth: number): unknown {
  switch (type.replace('!', '')) {
    case 'Int':
      return chance.below(10);
    case 'Colour':
      return new Enum(chance.oneOf(['RED', 'GREEN', 'BLUE']));
    case 'Filter':
      return filter(chance, depth);
    default:
      return chance.someOf(['a', 'b"', 'ü'], 3);
  }
}

function filter(chance: Chance, depth: number): Readonly<Record<string, unknown>> {
  const parts: readonly (readonly [string, string])[] = [
    ['n', 'Int'],
    ['colour', 'Colour'],
    ['tags', '[String!]'],
    ...(depth > 0 ? [['inner', 'Filter'] as const] : []),
  ];
  const chosen = chance.someOf(parts, 3);
  return Object.fromEntries(
    chosen.map(([name, type]) => [
      name,
      chance.happens(0.1) ? null : randomValue(chance, type, depth - 1),
    ]),
  );
}

/** Written without quotes, and a plain string as JSON. */
class Enum {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  toJSON(): string {
    return this.name;
  }
}

function literal(value: unknown): string {
  if (value instanceof Enum) return value.name;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (isObject(value)) return `{ ${entriesOf(value).join(', ')} }`;
  return JSON.stringify(value);
}

const entriesOf = (value: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(value).map(([name, each]) => `${name}: ${literal(each)}`);
