import type { LoggerOptions } from 'pino';
import type { MemberStatus } from './members/index.ts';

/** Fields that hold what a client or a member sent as it came: hidden whole where a log line may carry them. */
export const HIDDEN_WHOLE = ['headers', 'rawHeaders', 'body', 'query', 'variables'] as const;

/** Where those may stand: in the line itself, in a request, in an error and in what an error carries. */
const PLACES = [
  '',
  'req.',
  'request.',
  'err.',
  'err.req.',
  'err.request.',
  'err.response.',
] as const;

/** Fields whose text is hidden at any depth. */
export const HIDDEN_TEXTS = [
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'password',
  'secret',
  'token',
  'apiKey',
  'cursorKey',
] as const;

/** What is left of it. */
const HIDDEN = '[hidden]';

/** Secrets within a line: the text of a field above, the user of an address, a value that is named like a secret, a token beside its scheme. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`("(?:${HIDDEN_TEXTS.join('|')})":)"(?:[^"\\\\]|\\\\.)*"`, 'gi'), `$1"${HIDDEN}"`],
  [/\/\/[^\s/"'@\\]+@/g, `//${HIDDEN}@`],
  [
    /\b((?:\w+[-_])?(?:token|api_?key|secret|password|passwd|signature)=)[^\s&"'\\]+/gi,
    `$1${HIDDEN}`,
  ],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{6,}/gi, `$1 ${HIDDEN}`],
];

/** For pino. Wildcards in its paths would cost more than the line itself; what they would find, the texts do. */
export const redaction = {
  redact: {
    paths: HIDDEN_WHOLE.flatMap((field) => PLACES.map((place) => `${place}${field}`)),
    censor: HIDDEN,
  },
  hooks: { streamWrite: hideSecrets },
} satisfies LoggerOptions;

export function hideSecrets(line: string): string {
  return SECRETS.reduce((shown, [secret, instead]) => shown.replaceAll(secret, instead), line);
}

/** What everybody may read of a member: its own words may carry the address and the password of its database. */
export const withoutSecrets = (status: MemberStatus): MemberStatus => ({
  ...status,
  lastSays: status.lastSays === null ? null : hideSecrets(status.lastSays),
});
