import type { GraphQLCompositeType, SelectionSetNode } from 'graphql';

/** How a value of the answer is written: what the schema says of its place, and what the question selects there. */
export type Shape = ObjectShape | ListShape | LeafShape;

type Place = {
  /** A null here is no value of this place: it makes the object above null. */
  readonly nonNull: boolean;
};
export type ListShape = Place & { readonly kind: 'list'; readonly of: Shape };
export type LeafShape = Place & {
  readonly kind: 'leaf';
  readonly type: string;
  /** The words that it may be, where it is one of an enum's. */
  readonly values?: readonly string[];
  /** The text of a value; undefined where it is none of the type's. */
  readonly write: (value: unknown) => string | undefined;
};
export type ObjectShape = Place & {
  readonly kind: 'object';
  readonly type: GraphQLCompositeType;
  /** Its object's type is what the object says; of others it is known. */
  readonly isAbstract: boolean;
  /** All that is selected here, from as many places of the document as there are. */
  readonly sets: readonly SelectionSetNode[];
  /**
   * The fields of one of the types that the object may be of, made when one of them comes first; null where it may not be of it. Without a type,
   * or with an interface for one, those that all objects have here, where they are alike.
   */
  readonly fieldsOf: (typename: string | undefined) => readonly FieldShape[] | null;
};

export type FieldShape = {
  /** The client's name of the field as JSON, between the brace or comma before it and the colon behind it. */
  readonly label: string;
  /** The client's name of the field, for paths of errors. */
  readonly name: string;
  /** Under which name subgraphs gave it. */
  readonly key: string;
  /** `Type.field`, for messages. */
  readonly place: string;
  readonly value: Shape | Known;
};
/** Its text is known without asking: a type's name. */
export type Known = { readonly kind: 'known'; readonly text: string };
