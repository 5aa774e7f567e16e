import type { Asking } from '../asking.ts';
import {
  broken,
  type Claim,
  kept,
  keptUnless,
  MUST_AT_PUBLICATION,
  type Seen,
  SHOULD_AT_PUBLICATION,
} from '../claim.ts';
import type { ServedTypes } from '../served-types.ts';

/** How the schema is told, before what is in it. */
export const SERVICE_CLAIMS: readonly Claim[] = [
  {
    id: 'INTROSPECTION_ANSWERED',
    ...MUST_AT_PUBLICATION,
    sentence: 'The server answers introspection.',
    remedy:
      'Switch introspection on; where it must be off for the public, let the gateway and this audit through.',
    check: async (asking) => readable(await asking.introspected()),
  },
  {
    id: 'SDL_ANSWERED',
    ...MUST_AT_PUBLICATION,
    sentence: '`_service { sdl }` gives the SDL of the subgraph, and it parses.',
    remedy: 'Build the server with a federation library, or serve `_service { sdl }` yourself.',
    check: async (asking) => readable(await asking.published()),
  },
  {
    id: 'QUERY_ROOT',
    ...MUST_AT_PUBLICATION,
    sentence: 'The type at which questions begin is called Query.',
    remedy: 'Name the root type of questions Query.',
    check: onIntrospection(({ roots }) =>
      keptUnless(
        roots.query === 'Query' ? [] : [`The root is called ${roots.query || 'nothing'}.`],
        'The root is called Query.',
      ),
    ),
  },
  {
    id: 'ONLY_READS',
    ...SHOULD_AT_PUBLICATION,
    sentence: 'What is served to the gateway is for reading: there are no mutations.',
    remedy: 'Serve mutations at another URL, which the gateway does not know.',
    check: onIntrospection(({ roots }) =>
      keptUnless(
        roots.mutation === null ? [] : [`It serves the mutations of ${roots.mutation}.`],
        'There are no mutations.',
      ),
    ),
  },
  {
    id: 'SDL_FEDERATION',
    ...MUST_AT_PUBLICATION,
    sentence: 'The SDL says by @link that it is of Federation 2.',
    remedy:
      'Begin the SDL with `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])`.',
    check: async (asking) => {
      const text = await sdlText(asking);
      const isLinked = /@link\s*\([^)]*specs\.apollo\.dev\/federation\/v2\./s.test(text);
      return isLinked ? kept('It has the @link.') : broken('It has no @link to Federation 2.');
    },
  },
];

type Read = Extract<ServedTypes, { kind: 'read' }>;

const readable = (served: ServedTypes): Seen =>
  served.kind === 'read' ? kept(`It has ${served.types.size} types.`) : broken(served.says);

function onIntrospection(look: (served: Read, asking: Asking) => Seen): Claim['check'] {
  return async (asking) => {
    const served = await asking.introspected();
    return served.kind === 'read' ? look(served, asking) : broken(served.says);
  };
}

async function sdlText(asking: Asking): Promise<string> {
  const published = await asking.published();
  return published.kind === 'read' ? published.text : '';
}
