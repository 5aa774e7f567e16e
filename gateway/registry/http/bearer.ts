import type { FastifyRequest } from 'fastify';

/** The secret in `Authorization: Bearer …`; undefined where there is none. */
export const bearerOf = ({ headers }: FastifyRequest): string | undefined =>
  /^Bearer +([\x21-\x7e]{1,200})$/i.exec(headers.authorization ?? '')?.[1];
