import { type GraphQLField, type GraphQLObjectType, getNullableType, isListType } from 'graphql';
import { type Contract, fieldOf, marks } from '../../../schema/index.ts';
import { ASSUMED } from './weights.ts';

/** Where objects of an answer stand. */
export type Place = {
  /** How many objects there are at most. */
  readonly count: number;
  /** How many members may each send as many of them: all that are asked for the heads of a list, one for details. */
  readonly senders: number;
  /** How a record comes here: as the head of a row, as an id alone, or within what its member sends anyway. */
  readonly arrives: 'HEAD' | 'REFERENCE' | 'WITHIN';
  /** Length of a list that stands directly in these objects, where an argument or a rule bounds it. */
  readonly rows?: number | undefined;
};

export const ROOT: Place = { count: 1, senders: 1, arrives: 'WITHIN' };

export type Field = GraphQLField<unknown, unknown>;
type Values = Readonly<Record<string, unknown>>;

/** Where the objects of a field stand, whose parents stand at `place`. */
export function placeBelow(
  contract: Contract,
  {
    type,
    field,
    args,
  }: { readonly type: GraphQLObjectType; readonly field: Field; readonly args: Values },
  place: Place,
): Place {
  const isList = isListType(getNullableType(field.type));
  const { first } = args;
  const count = isList ? place.count * (place.rows ?? ASSUMED.listItems) : place.count;
  const rows = typeof first === 'number' ? first : undefined;
  return { count, rows, ...arrival(contract, { type, field }, place) };
}

function arrival(
  contract: Contract,
  { type, field }: { readonly type: GraphQLObjectType; readonly field: Field },
  place: Place,
): Pick<Place, 'senders' | 'arrives'> {
  const definition = fieldOf(contract.types.get(type.name), field.name);
  if (marks(definition, 'ref')) return { senders: 1, arrives: 'REFERENCE' };
  if (contract.kindOf(type.name) !== 'owned' || isHead(contract, type, field, place))
    return { senders: place.senders, arrives: place.arrives };
  return { senders: 1, arrives: 'WITHIN' };
}

/** Whether a record's field comes with what brought the record here. */
export function isHead(
  contract: Contract,
  type: GraphQLObjectType,
  field: Field,
  { arrives }: Place,
): boolean {
  if (arrives === 'WITHIN' || field.name === contract.keyOf(type.name)) return true;
  const definition = fieldOf(contract.types.get(type.name), field.name);
  return marks(definition, 'ref') || (arrives === 'HEAD' && marks(definition, 'summary'));
}
