import { buildASTSchema, type GraphQLSchema, parse } from 'graphql';
import type { Contract } from '../../schema/index.ts';

/** What a source speaks: the types of its questions, in the gateway's version of the contract. */
export type Speaking = { readonly sdl: string; readonly contract: Contract };

/** The schema of an SDL, made when it is first needed: where all members serve the gateway's version it never is. */
export function schemaOf(sdl: string): () => GraphQLSchema {
  let made: GraphQLSchema | undefined;
  return () => {
    made ??= buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });
    return made;
  };
}
