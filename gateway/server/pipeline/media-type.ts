import type { FastifyRequest } from 'fastify';

/** What an answer is written in, the usual one first. */
const MEDIA_TYPES = [
  'application/json; charset=utf-8',
  'application/graphql-response+json; charset=utf-8',
] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];
export const USUAL: MediaType = MEDIA_TYPES[0];

/** Clients send one of few texts, each of them ever again. */
const known = new Map<string, MediaType | undefined>();
const KNOWN_MAX = 100;

/** What the sender prefers; undefined where it reads neither. */
export function mediaTypeFor(request: FastifyRequest): MediaType | undefined {
  const { accept } = request.headers;
  if (accept === undefined) return USUAL;
  if (!known.has(accept)) {
    if (known.size >= KNOWN_MAX) known.clear();
    const preferred = request.accepts().type([...MEDIA_TYPES]);
    known.set(
      accept,
      MEDIA_TYPES.find((each) => each === preferred),
    );
  }
  return known.get(accept);
}
