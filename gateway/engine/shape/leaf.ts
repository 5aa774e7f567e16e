import { type GraphQLLeafType, isEnumType } from 'graphql';
import { quoted } from './json-text.ts';
import type { LeafShape } from './shape.ts';

type Write = LeafShape['write'];

/** How values of a leaf are written; what is none of its type is not. */
export function leafShape(type: GraphQLLeafType, nonNull: boolean): LeafShape {
  const leaf = { kind: 'leaf', type: type.name, nonNull } as const;
  if (!isEnumType(type)) return { ...leaf, write: BUILT_IN[type.name] ?? anyJson };
  const values = type.getValues().map(({ name }) => name);
  return { ...leaf, values, write: enumWriter(values) };
}

const writeText: Write = (value) => (typeof value === 'string' ? quoted(value) : undefined);
const writeNumber: Write = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;

const BUILT_IN: Readonly<Record<string, Write>> = {
  String: writeText,
  ID: (value) => (Number.isInteger(value) ? `"${String(value)}"` : writeText(value)),
  Boolean: (value) => (typeof value === 'boolean' ? String(value) : undefined),
  Float: writeNumber,
  // A whole number of 32 bits, as the specification has it.
  Int: (value) => (typeof value === 'number' && (value | 0) === value ? String(value) : undefined),
};

function enumWriter(names: readonly string[]): Write {
  const texts = new Map<unknown, string>(names.map((name) => [name, `"${name}"`]));
  return (value) => texts.get(value);
}

/** Scalars of a schema's own are any JSON. What is no JSON, a method of all objects say, has not come from a subgraph. */
const anyJson: Write = (value) =>
  typeof value === 'string' ? quoted(value) : JSON.stringify(value);
