import { fromBefore } from './from-before.ts';
import { links } from './links.ts';
import { national } from './national.ts';
import { continental } from './scatter.ts';
import type { Parts, Source } from './source.ts';
import { extensions, vertical } from './vertical.ts';

/** SDL of every logical subgraph, by name. */
export type FaceSdls = Readonly<Record<string, string>>;

/** The source of each logical subgraph: the four faces, AMSG's vocabularies, and the extensions of those members that have one, if any. */
export function openSources(
  sdls: FaceSdls,
  extended: readonly string[],
  partsFor: (face: string) => Parts,
): Readonly<Record<string, Source>> {
  const sdl = (name: string) => sdls[name] ?? '';
  const linked = (name: string) => links(sdl(name), partsFor(name).contract);
  const amsgParts = partsFor('amsg');
  const amsg = vertical('AMSG', amsgParts);
  return {
    amsg: amsgParts.kept ? fromBefore('AMSG', amsg, amsgParts.kept) : amsg,
    continental: continental(sdl('continental'), partsFor('continental')),
    ...(extended.length > 0 && { extensions: extensions(extended, partsFor('extensions')) }),
    links_records: linked('links_records'),
    links_shared: linked('links_shared'),
    national: national(sdl('national'), partsFor('national')),
  };
}
