import type { Contract } from '../../schema/index.ts';
import { links } from './links.ts';
import { national } from './national.ts';
import { continental } from './scatter.ts';
import type { Parts, Source } from './source.ts';
import { extensions, vertical } from './vertical.ts';

/** SDL of every logical subgraph, by name. */
export type FaceSdls = Readonly<Record<string, string>>;

/** The source of each logical subgraph: the four faces, AMSG's vocabularies, and the extensions of those members that have one. */
export function openSources(
  sdls: FaceSdls,
  extended: readonly string[],
  parts: Parts,
): Readonly<Record<string, Source>> {
  const sdl = (name: string) => sdls[name] ?? '';
  const linked = (name: string, contract: Contract) => links(sdl(name), contract);
  return {
    amsg: vertical('AMSG', parts),
    continental: continental(sdl('continental'), parts),
    extensions: extensions(extended, parts),
    links_records: linked('links_records', parts.contract),
    links_shared: linked('links_shared', parts.contract),
    national: national(sdl('national'), parts),
  };
}
