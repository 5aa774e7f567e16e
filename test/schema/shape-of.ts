import { Kind, parse, print, visit } from 'graphql';

/** The object types of an SDL, each with its marks and its fields as one line each, without descriptions. */
export type Shape = Readonly<
  Record<string, { readonly marks: string; readonly fields: readonly string[] }>
>;

export function shapeOf(sdl: string): Shape {
  const plain = visit(parse(sdl), {
    enter: (node) =>
      'description' in node && node.description ? { ...node, description: undefined } : undefined,
  });
  return Object.fromEntries(
    plain.definitions.flatMap((each) =>
      each.kind === Kind.OBJECT_TYPE_DEFINITION
        ? [
            [
              each.name.value,
              {
                marks: (each.directives ?? []).map(print).join(' '),
                fields: (each.fields ?? []).map(print),
              },
            ],
          ]
        : [],
    ),
  );
}
