import { REFUSALS, type RefusalCode } from '../../schema/index.ts';
import { code, table } from '../contract-docs/index.ts';

const CLIENT = 'Nothing: the client mends its question.';
const STOCK_ENGINE =
  'Choose the engine `zellige`, which answers such questions; or the client mends its question.';

/** What an operator does where a code comes more often than clients make mistakes. */
const REMEDIES: Readonly<Record<RefusalCode, string>> = {
  ALIAS_SHADOWS_FIELD: STOCK_ENGINE,
  ALIAS_RESERVED: STOCK_ENGINE,
  VARIABLE_RESERVED: STOCK_ENGINE,
  BAD_CURSOR:
    'If many come at once, the key has changed: give all gateways behind one address the same `cursorKey`, and keep the data folder.',
  BAD_OPTION: CLIENT,
  INCOMPLETE: 'See who is missing, on `/members`, and why: the table of reasons.',
  DOCUMENT_TOO_LARGE: CLIENT,
  DOCUMENT_TOO_DEEP: CLIENT,
  DOCUMENT_TOO_WIDE: CLIENT,
  LIST_TOO_LONG: CLIENT,
  DEFER_NOT_OFFERED: CLIENT,
  STREAM_NOT_OFFERED: CLIENT,
  SUBSCRIPTION_NOT_OFFERED: CLIENT,
  RATE_EXCEEDED:
    'If it is a proxy that is refused, name it in `trustedProxies`: else all who come through it count as one.',
  ANSWER_TOO_LARGE: CLIENT,
  PAGE_SIZE: CLIENT,
  MEMBER_UNAVAILABLE: 'See who is missing, on `/members`, and why: the table of reasons.',
  MEMBER_ERROR: 'The log has what the member said; tell its agency.',
  BAD_VALUE: CLIENT,
  COST_EXCEEDED:
    '`zellige_request_cost` shows what questions cost. If honest ones are refused, raise the limit; what it protects is the members.',
  MODULE_NOT_OFFERED: 'Nothing: the member does not publish this.',
  FIELD_NOT_OFFERED:
    'Nothing: none of the members asked serves a contract version that has it. `/members` shows which each serves.',
  INTERNAL:
    'A fault of the gateway. The log has it, at level error, with its cause: please report it.',
};

export const refusals = (): readonly string[] =>
  table(
    ['code', 'status', 'what its client is told', 'what an operator does'],
    Object.entries<Refusal>(REFUSALS).map(([name, { status, says }]) => [
      code(name),
      String(status),
      says,
      remedies[name] ?? CLIENT,
    ]),
  );

type Refusal = { readonly status: number; readonly says: string };
const remedies: Readonly<Record<string, string>> = REMEDIES;
