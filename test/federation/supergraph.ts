import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

/** SDL of the supergraph of these subgraphs; where no addresses are given, such as nobody has. */
export function supergraphOf(
  sdls: Readonly<Record<string, string>>,
  urls: Readonly<Record<string, string>> = {},
): string {
  const services = Object.entries(sdls).map(([name, sdl]) => ({
    name,
    typeDefs: parse(sdl),
    url: urls[name] ?? `http://${name}.invalid`,
  }));
  const { supergraphSdl, errors = [] } = composeServices(services);
  if (supergraphSdl !== undefined) return supergraphSdl;
  throw new Error(errors.map(({ message }) => message).join('\n'));
}
