import type { FieldDefinitionNode } from 'graphql';
import { argumentsOf, type Contract, fieldOf } from '../contract.ts';
import { type Place, placesOf } from './place.ts';

/** A field with @ref, and the field beside it that holds the id or code; undefined where it names none. */
export type Link = Place & { readonly id: FieldDefinitionNode | undefined };

export const linksOf = (contract: Contract): readonly Link[] =>
  placesOf(contract).flatMap((place) => {
    const ref = argumentsOf(place.field, 'ref');
    return ref ? [{ ...place, id: fieldOf(place.type, ref.by ?? '') }] : [];
  });
