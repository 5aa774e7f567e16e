/** Every code that a user may meet, with its HTTP status and what to do. Codes never change; sentences may. */
export const REFUSALS = {
  ALIAS_SHADOWS_FIELD: {
    status: 400,
    says: 'An alias may not carry the name of another field of its type; choose another.',
  },
  ALIAS_RESERVED: {
    status: 400,
    says: 'Aliases that start with "zlg_" or "__" are the gateway\'s own; choose another.',
  },
  VARIABLE_RESERVED: {
    status: 400,
    says: 'The variable $representations, and those that start with "zlg_" or "__", are used between gateway and members; choose another name.',
  },
  BAD_CURSOR: {
    status: 400,
    says: 'This cursor is not one of this list, filter and order; start again without `after`.',
  },
  BAD_OPTION: {
    status: 400,
    says: 'An option of this request has a value that it cannot have: `onMissing` is "PARTIAL" or "FAIL", `deadlineMs` a whole number of milliseconds within its limits.',
  },
  INCOMPLETE: {
    status: 503,
    says: 'Somebody who could have added to this answer is missing, and the question asks to fail then; `extensions.zellige.coverage` names who and why. Ask again later, ask with `owners` those alone who offer it, or ask with `onMissing: "PARTIAL"`.',
  },
  DOCUMENT_TOO_LARGE: {
    status: 400,
    says: 'The question has more bytes or words than its limits allow; split it.',
  },
  DOCUMENT_TOO_DEEP: {
    status: 400,
    says: 'The question nests deeper than its limits allow; ask for the inner records by their ids in a question of their own.',
  },
  DOCUMENT_TOO_WIDE: {
    status: 400,
    says: 'The question has more fields, aliases or directives than its limits allow; split it, or ask once with lists in the filter.',
  },
  LIST_TOO_LONG: {
    status: 400,
    says: 'A list in the question or its variables has more values than its limit; ask for them in several questions.',
  },
  DEFER_NOT_OFFERED: {
    status: 400,
    says: 'Answers come whole and `@defer` is not offered; leave it out, and ask for what may come later in a question of its own.',
  },
  STREAM_NOT_OFFERED: {
    status: 400,
    says: 'Answers come whole and `@stream` is not offered; leave it out, and ask for smaller pages.',
  },
  SUBSCRIPTION_NOT_OFFERED: {
    status: 400,
    says: 'Subscriptions are not offered; ask the same as a query, again and again.',
  },
  RATE_EXCEEDED: {
    status: 429,
    says: 'More requests came from this address than it may make; wait as long as the header Retry-After says.',
  },
  ANSWER_TOO_LARGE: {
    status: 400,
    says: 'The answer is larger than its limit; ask for fewer fields or a smaller page.',
  },
  PAGE_SIZE: { status: 400, says: '`first` is 1 to 500; ask for a page within it.' },
  MEMBER_UNAVAILABLE: {
    status: 200,
    says: 'The member that owns this did not answer; what is missing is not "not found". Ask again later.',
  },
  MEMBER_ERROR: {
    status: 200,
    says: 'The member answered, but could not give this part; its agency has been told why.',
  },
  BAD_VALUE: { status: 400, says: 'A value does not have the form that its type asks for.' },
  COST_EXCEEDED: {
    status: 400,
    says: 'The query costs more than its limit; ask for fewer fields or a smaller page.',
  },
  MODULE_NOT_OFFERED: {
    status: 200,
    says: 'This member does not offer the module of this field; `members { list { modules } }` says which it offers.',
  },
  FIELD_NOT_OFFERED: {
    status: 200,
    says: 'No member that was left to be asked serves a version of the contract that has this field or filter; `members { list { contractVersion } }` says which each serves.',
  },
  INTERNAL: { status: 200, says: 'The member could not answer.' },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly says: string }>>;

export type RefusalCode = keyof typeof REFUSALS;

/** Pages are of 1 to 500 rows, 50 unless told. */
export const PAGE = { least: 1, most: 500, default: 50 } as const;
