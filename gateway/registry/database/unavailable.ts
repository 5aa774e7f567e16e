import type { DatabaseUrl } from './database-url.ts';
import { fieldOf } from './field-of.ts';

/** How everybody is told of it, whoever was to be served: `code` is of the table of refusals. */
export type Unavailable = Error & { readonly code: 'REGISTRY_UNAVAILABLE' };

export function unavailable(url: DatabaseUrl, cause: unknown): Unavailable {
  const where = url.kind === 'sqlite' ? url.path : `${url.host}:${url.port}/${url.database}`;
  const says = `REGISTRY_UNAVAILABLE: expected a database for the registry that can be opened, read and written at ${where}, got ${saidBy(cause)}; check that it is there and the rights on it, or restore it from a copy.`;
  return Object.assign(new Error(says, { cause }), { code: 'REGISTRY_UNAVAILABLE' } as const);
}

/** Whether it is the database's, for it must not be taken for a fault of ours. */
export const isOfDatabase = (fault: unknown): boolean =>
  [fault, fieldOf(fault, 'driverError')].some((each) =>
    OF_DATABASE.test(String(fieldOf(each, 'code'))),
  );

const OF_DATABASE =
  /^(REGISTRY_UNAVAILABLE|SQLITE_\w+|ER_\w+|PROTOCOL_\w+|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|POOL_\w+)$/;

const SAID_MOST = 200;
const saidBy = (cause: unknown): string => {
  const [first = ''] = String(fieldOf(cause, 'message') ?? cause).split('\n');
  return first.slice(0, SAID_MOST);
};
