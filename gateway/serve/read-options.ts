import { parseArgs } from 'node:util';
import { z } from 'zod';
import { LIMITS } from '../limits/index.ts';

export type ServeOptions = {
  /** File of the supergraph's SDL. */
  readonly supergraph: string;
  readonly host: string;
  readonly port: number;
  /** Small names of the headers of a request that subgraphs are sent too. */
  readonly headers: readonly string[];
  readonly deadlineMs: number;
  readonly engine: 'apollo' | 'zellige';
};
export type OptionsReading =
  | { readonly kind: 'read'; readonly options: ServeOptions }
  | { readonly kind: 'refused'; readonly says: string };

/** The words behind the program's name, or one sentence on the first that cannot be. */
export function readOptions(words: readonly string[]): OptionsReading {
  const given = wordsGiven(words);
  if ('fault' in given) return refused(`${given.fault.split('. ')[0]?.replace(/\.$/, '')}.`);
  const { header, 'deadline-ms': deadlineMs, ...rest } = given.values;
  const read = OPTIONS.safeParse({ ...rest, headers: header, deadlineMs });
  if (read.data) return { kind: 'read', options: read.data };
  return refused(read.error?.issues[0]?.message ?? '');
}

const refused = (says: string): OptionsReading => ({ kind: 'refused', says });

function wordsGiven(words: readonly string[]) {
  try {
    const one = { type: 'string' } as const;
    const several = { type: 'string', multiple: true } as const;
    const options = {
      ...{ supergraph: one, host: one, port: one, header: several },
      ...{ 'deadline-ms': one, engine: one },
    };
    return parseArgs({ args: [...words], options });
  } catch (fault) {
    return { fault: messageOf(fault) };
  }
}

/** What fails below us need not be an error of this realm. */
const messageOf = (fault: unknown): string =>
  typeof fault === 'object' && fault !== null
    ? String(Reflect.get(fault, 'message'))
    : String(fault);

/** What an exchange says of itself and of its body is not the client's to say. */
const OURS =
  /^(host|connection|keep-alive|te|trailer|transfer-encoding|upgrade|expect|(content|accept|proxy)-.*|accept|)$/;

const SAYS = {
  supergraph: 'Expected --supergraph with the file of a supergraph, got none.',
  host: 'Expected --host with a host name or an address to listen on, got nothing.',
  port: 'Expected --port with a port from 0 to 65535, got something else.',
  header: 'Expected --header with names of headers that may be passed on, got one that may not be.',
  deadlineMs: `Expected --deadline-ms with a whole number of milliseconds from ${LIMITS.deadlineMsMin} to ${LIMITS.deadlineMsMax}, got something else.`,
  engine: 'Expected --engine with "apollo" or "zellige", got something else.',
} as const;

const whole = (least: number, most: number, error: string, unset: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .pipe(z.int({ error }).min(least, { error }).max(most, { error }))
    .default(unset);

const header = z
  .string()
  .regex(/^[a-z0-9!#$%&'*+.^_`|~-]+$/i, { error: SAYS.header })
  .transform((name) => name.toLowerCase())
  .refine((name) => !OURS.test(name), { error: SAYS.header });

const OPTIONS = z.object({
  supergraph: z.string({ error: SAYS.supergraph }).min(1, { error: SAYS.supergraph }),
  host: z.string().min(1, { error: SAYS.host }).default('127.0.0.1'),
  port: whole(0, 65_535, SAYS.port, 4000),
  headers: z.array(header).readonly().default(['authorization']),
  deadlineMs: whole(LIMITS.deadlineMsMin, LIMITS.deadlineMsMax, SAYS.deadlineMs, 30_000),
  engine: z.enum(['apollo', 'zellige'], { error: SAYS.engine }).default('zellige'),
});
