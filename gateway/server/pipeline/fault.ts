import { type GraphQLError, Kind } from 'graphql';
import type { Fault } from '../errors.ts';

/** A fault of a kind, with the code of the kind where it has none of its own. */
export const faultOf = ({ message, locations, path, extensions }: Fault, code: string): Fault => ({
  message,
  locations,
  path,
  extensions: { ...extensions, code: extensions?.code ?? code },
});

/** Of what comes from an engine without a code only variables that are not as declared are a mistake of who asks. */
export const kindOf = (fault: Fault | GraphQLError): string =>
  'nodes' in fault && fault.nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION
    ? 'BAD_USER_INPUT'
    : 'INTERNAL_SERVER_ERROR';
