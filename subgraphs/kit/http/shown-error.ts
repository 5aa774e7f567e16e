import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { REFUSALS } from '../../../schema/index.ts';

type Fault = Readonly<GraphQLError | Error>;

/**
 * An error as the asker may see it: refusals and faults of the question as they are; what went wrong in here is logged, and shown without
 * its reason. One fault that hits many rows of a request is logged once.
 */
export function errorsShown(logger: Logger): (fault: Fault) => GraphQLError | Error {
  const logged = new WeakSet<object>();
  return (fault) => {
    // Faults of the request and of the question have no path in an answer.
    if (!(fault instanceof GraphQLError) || fault.path === undefined) return fault;
    const cause = fault.originalError ?? fault;
    const code = refusalIn(cause) ?? refusalIn(fault.extensions);
    if (code !== undefined) return shown(fault, fault.message, code);
    if (!logged.has(cause)) logger.error({ err: cause }, 'A question could not be answered.');
    logged.add(cause);
    return shown(fault, REFUSALS.INTERNAL.says, 'INTERNAL');
  };
}

/** The code of a refusal, which the database's carry themselves and GraphQL's carry in their extensions. */
function refusalIn(holder: object): string | undefined {
  const code = 'code' in holder ? String(holder.code) : undefined;
  return code !== undefined && Object.hasOwn(REFUSALS, code) ? code : undefined;
}

const shown = ({ nodes, path }: GraphQLError, says: string, code: string): GraphQLError =>
  new GraphQLError(says, { nodes: nodes ?? null, path: path ?? null, extensions: { code } });
