import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { type Contract, deriveFaces, sdlFile, withContractValues } from '../../schema/index.ts';
import { sayingWhoOffers } from './saying-who-offers.ts';

/** SDL of every logical subgraph, by name: the four faces, AMSG's vocabularies, and all extensions in one. */
export type Subgraphs = Readonly<Record<string, string>>;

/** The logical subgraphs, the same number whatever the number of members. `extension` is what members publish beyond the contract. */
export function logicalSubgraphs(contract: Contract, extension: string): Subgraphs {
  return {
    ...deriveFaces(contract),
    amsg: withContractValues(sdlFile('amsg.graphql'), contract),
    ...extensionSubgraph(contract, extension),
  };
}

/** The contract's values are put beside what members publish; nothing where they publish nothing. */
export const extensionSubgraph = (contract: Contract, extension: string): Subgraphs =>
  extension === '' ? {} : { extensions: withContractValues(extension, contract) };

export type Composed =
  /** `api` is what a client sees of the supergraph. */
  | { readonly kind: 'composed'; readonly supergraph: string; readonly api: string }
  | { readonly kind: 'refused'; readonly findings: readonly string[] };

/** Composes with the Guild's composition (MIT). The addresses in the supergraph are names only: nothing is ever sent to them. */
export function compose(subgraphs: Subgraphs): Composed {
  const services = Object.entries(subgraphs).map(([name, sdl]) => ({
    name,
    url: `http://${name}.invalid`,
    typeDefs: name === 'extensions' ? sayingWhoOffers(parse(sdl)) : parse(sdl),
  }));
  const result = composeServices(services);
  if (result.supergraphSdl !== undefined)
    return { kind: 'composed', supergraph: result.supergraphSdl, api: result.publicSdl };
  return { kind: 'refused', findings: result.errors.map((each) => each.message) };
}
