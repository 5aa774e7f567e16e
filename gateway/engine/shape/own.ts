import { type DirectiveNode, type DocumentNode, type FieldNode, Kind, visit } from 'graphql';

/** Says of a `__typename` that something else stands there, which the gateway answers itself. No document of a client has it. */
const OWN = 'zlg_own';

/** In place of a field that the gateway answers under a name of its own. */
export function markedOwn({ alias, name, directives = [] }: FieldNode, own: string): FieldNode {
  const value = { kind: Kind.STRING, value: own } as const;
  const argument = { kind: Kind.ARGUMENT, name: nameOf('name'), value } as const;
  const mark = { kind: Kind.DIRECTIVE, name: nameOf(OWN), arguments: [argument] } as const;
  return {
    kind: Kind.FIELD,
    alias: alias ?? name,
    name: nameOf('__typename'),
    directives: [...directives, mark],
  };
}

const nameOf = (value: string) => ({ kind: Kind.NAME, value }) as const;

/** The same document without marks, for whoever does not know them. */
export const unmarked = (document: DocumentNode): DocumentNode =>
  visit(document, { Directive: (node) => (isMark(node) ? null : undefined) });

const isMark = ({ name }: DirectiveNode): boolean => name.value === OWN;

/** What the gateway answers there itself; of the same field selected in several places, all of it. */
export function ownText(
  nodes: readonly FieldNode[],
  own: ReadonlyMap<string, string>,
): string | undefined {
  const [first, ...others] = nodes.flatMap(({ directives = [] }) =>
    directives
      .filter(isMark)
      .flatMap(({ arguments: given = [] }) =>
        given.flatMap(({ value }) =>
          value.kind === Kind.STRING ? (own.get(value.value) ?? []) : [],
        ),
      ),
  );
  if (first === undefined || others.length === 0) return first;
  return JSON.stringify(others.map(read).reduce(both, read(first)));
}

const read = (text: string): unknown => JSON.parse(text);

/** Both are of the same field of the same schema, so their lists have the same items. */
function both(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other))
    return one.map((each, place) => both(each, other[place]));
  if (!isObject(one) || !isObject(other)) return one;
  const common = Object.keys(one).filter((name) => Object.hasOwn(other, name));
  const merged = common.map((name) => [name, both(one[name], other[name])] as const);
  return { ...one, ...other, ...Object.fromEntries(merged) };
}

type Values = { readonly [name: string]: unknown };
const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
