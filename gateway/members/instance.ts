import type { FieldNode } from 'graphql';
import { type OrderBy, PAGE } from '../../schema/index.ts';
import type { Coverage } from './coverage.ts';
import type { ListIdentity, Place } from './cursor.ts';
import type { Json, JsonObject } from './json.ts';
import type { Calling, MemberError } from './member.ts';
import type { MemberPage } from './member-page.ts';
import type { PageOrder } from './merge/index.ts';
import type { Scattered } from './scattered.ts';
import type { FaceRequest, Parts } from './source.ts';

/** A scattered field on one parent, with its arguments of this request and where its cursor stands. */
export type Instance = {
  readonly field: Scattered;
  readonly args: JsonObject;
  readonly parent: JsonObject;
  /** Place of the parent among those of the question. */
  readonly index: number;
  /** Key of the shared entity on which the field stands; empty at the root. */
  readonly parentKey: string;
  readonly place:
    | { readonly kind: 'start' }
    | { readonly kind: 'behind'; readonly place: Place }
    | { readonly kind: 'bad' };
};

export const isReadable = (instance: Instance): boolean => instance.place.kind !== 'bad';

export const orderByOf = (args: JsonObject): readonly OrderBy[] =>
  (args.orderBy ?? []) as readonly OrderBy[];

/** The page that a connection is asked for. */
export const pageOrderOf = ({ args, place }: Instance): PageOrder => ({
  orderBy: orderByOf(args),
  first: Number(args.first ?? PAGE.default),
  after: place.kind === 'behind' ? place.place.position : undefined,
  filter: (args.filter ?? {}) as JsonObject,
});

/** The list that a cursor of this field is good for. */
export const listOf = (
  { field, args, parentKey }: Pick<Instance, 'field' | 'args' | 'parentKey'>,
  { viewer }: Calling,
): ListIdentity => ({
  field: field.fieldName,
  parent: parentKey,
  filter: args.filter ?? null,
  orderBy: orderByOf(args),
  viewer,
});

/** All that the merge of one field needs beside the answers. */
export type Merging = {
  readonly parts: Parts;
  readonly instance: Instance;
  readonly nodes: readonly FieldNode[];
  readonly request: FaceRequest;
  /** What members gave of a page that was asked for in parts. */
  readonly pages?: readonly MemberPage[] | undefined;
};
export type Merged = {
  readonly value: Json;
  readonly errors: readonly MemberError[];
  readonly coverage: Coverage;
};
