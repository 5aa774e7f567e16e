import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { isOfDatabase } from '../database/index.ts';
import { type Refusal, type RegistryCode, refusal } from '../refusals.ts';

/** Every refusal has the same form: a code that a program goes by, and a sentence for a person. */
export function sayRefusal(reply: FastifyReply, { code, status, says, findings }: Refusal) {
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  return reply.code(status).send({ code, message: says, ...(findings.length > 0 && { findings }) });
}

/** What is no request to the registry, or is refused before it is read. What we did wrong is logged and not shown. */
export function sayFaults(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) =>
    sayRefusal(
      reply,
      refusal(
        'NO_SUCH_ADDRESS',
        `There is no ${request.method} ${pathOf(request.url)} in the registry; the command \`zellige\` knows what there is.`,
      ),
    ),
  );
  app.setErrorHandler<FastifyError>((fault, request, reply) => {
    const code = CODES[fault.code] ?? codeOfFault(fault);
    if (LOGGED.includes(code)) request.log.error({ err: fault }, 'The registry could not answer.');
    return sayRefusal(reply, refusal(code, OWN_WORDS.includes(code) ? fault.message : undefined));
  });
}

const CODES: Readonly<Record<string, RegistryCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'NOT_JSON',
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
};

/** Their faults bring a sentence that says more than the table's. */
const OWN_WORDS: readonly RegistryCode[] = ['BAD_REQUEST', 'RATE_EXCEEDED'];

const LOGGED: readonly RegistryCode[] = ['INTERNAL', 'REGISTRY_UNAVAILABLE'];

const codeOfFault = (fault: FastifyError): RegistryCode =>
  isOfDatabase(fault) ? 'REGISTRY_UNAVAILABLE' : codeOfStatus(fault.statusCode ?? 500);

function codeOfStatus(status: number): RegistryCode {
  if (status >= 500) return 'INTERNAL';
  const known = STATUSES.find(([each]) => each === status)?.[1];
  return known ?? 'BAD_REQUEST';
}

const STATUSES: readonly (readonly [status: number, code: RegistryCode])[] = [
  [413, 'BODY_TOO_LARGE'],
  [415, 'NOT_JSON'],
  [429, 'RATE_EXCEEDED'],
];

const pathOf = (url: string): string => url.split('?')[0] ?? url;
