import {
  type DocumentNode,
  type GraphQLSchema,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { argumentOf, directivesOf } from './join-directives.ts';

/** A field with arguments that must be there before another one can be asked for. */
export type Requirement = {
  /** From the object of the field that requires it, by names. */
  readonly path: string;
  readonly name: string;
  /** As composition wrote them; empty where it is asked for without. */
  readonly args: string;
};

/**
 * What fields require with arguments (`@requires`), by `Type.field`. The planner asks for it under its plain name, whatever the arguments, so
 * those who want it with others must be kept apart.
 */
export type Requirements = ReadonlyMap<string, readonly Requirement[]>;

export function requirementsIn(supergraph: DocumentNode, schema: GraphQLSchema): Requirements {
  const texts = requiresIn(supergraph);
  const entries = [...texts.keys()].map(
    (field) => [field, requirementsOf(field, { texts, schema, path: '', seen: [] })] as const,
  );
  return new Map(entries.filter(([, required]) => required.length > 0));
}

/** The texts of `@requires`, by `Type.field`. */
function requiresIn({ definitions }: DocumentNode): ReadonlyMap<string, readonly string[]> {
  return new Map(
    definitions.flatMap((type) => {
      if (!('fields' in type) || !type.name) return [];
      return (type.fields ?? []).flatMap((field): [string, readonly string[]][] => {
        const texts = directivesOf(field, 'join__field').flatMap(
          (each) => argumentOf(each, 'requires') ?? [],
        );
        return texts.length > 0 ? [[`${type.name.value}.${field.name.value}`, texts]] : [];
      });
    }),
  );
}

type Reading = {
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly schema: GraphQLSchema;
  readonly path: string;
  readonly seen: readonly string[];
};

/** What is required may require more itself. */
function requirementsOf(field: string, reading: Reading): readonly Requirement[] {
  const { texts, seen } = reading;
  if (seen.includes(field)) return [];
  const [type = ''] = field.split('.');
  return (texts.get(field) ?? []).flatMap((text) =>
    requiredBy(parse(`fragment F on ${type} { ${text} }`), {
      ...reading,
      seen: [...seen, field],
    }),
  );
}

function requiredBy(fields: DocumentNode, reading: Reading): readonly Requirement[] {
  const found: Requirement[] = [];
  const types = new TypeInfo(reading.schema);
  const names: string[] = [];
  const visitor = visitWithTypeInfo(types, {
    Field: {
      enter: ({ name: { value: name }, arguments: given = [] }) => {
        const path = [reading.path, ...names].join('.');
        if ((types.getFieldDef()?.args.length ?? 0) > 0)
          found.push({ path: `${path}.${name}`, name, args: given.map(print).sort().join(', ') });
        found.push(...requirementsOf(`${types.getParentType()}.${name}`, { ...reading, path }));
        names.push(name);
      },
      leave: () => void names.pop(),
    },
  });
  visit(fields, visitor);
  return found;
}
