/** Every code that who publishes may meet, beside those of the rules of extensions. Codes never change; sentences may. */
export const REGISTRY_REFUSALS = {
  BAD_REQUEST: {
    status: 400,
    says: 'The body is not what this address expects; the sentence beside the code says what is.',
  },
  TOKEN_MISSING: {
    status: 401,
    says: 'Whoever publishes says who that is; send the header `Authorization: Bearer TOKEN`.',
  },
  TOKEN_UNKNOWN: {
    status: 401,
    says: 'This token is none of ours, or it is revoked; ask the operator of the gateway for another.',
  },
  TOKEN_OF_ANOTHER: {
    status: 403,
    says: 'A token is for one member; publish for that member, or take the token of the other.',
  },
  OPERATOR_ONLY: {
    status: 403,
    says: 'Tokens are made, listed and revoked by the operator alone, whose token lies in the data folder of the gateway.',
  },
  MEMBER_UNKNOWN: {
    status: 404,
    says: 'A member is named by two capital letters of a state, as in MA, or the acronym of a body, as in AMSG.',
  },
  NO_SUCH_ADDRESS: {
    status: 404,
    says: 'There is no such address in the registry; the command `zellige` knows those that there are.',
  },
  NO_SUCH_PUBLICATION: {
    status: 404,
    says: 'This member has no publication of that number that could hold again; its history lists those that can.',
  },
  NO_SUCH_TOKEN: { status: 404, says: 'There is no token of that id; the list of tokens has all.' },
  NOT_PUBLISHED: {
    status: 409,
    says: 'Only who is published can be withdrawn; this member is not published.',
  },
  BODY_TOO_LARGE: {
    status: 413,
    says: 'The body is larger than its limit; data belongs into answers, not into the schema.',
  },
  NOT_JSON: { status: 415, says: 'A body is JSON: send `content-type: application/json`.' },
  URL_NOT_ALLOWED: {
    status: 422,
    says: 'The gateway does not ask at this address; give one that its operator allows.',
  },
  MODULE_UNKNOWN: { status: 422, says: 'The contract has no such module.' },
  MODULE_NOT_SERVED: {
    status: 422,
    says: 'The member does not offer this module; name those that it offers.',
  },
  CONTRACT_VERSION: {
    status: 422,
    says: 'The member serves another version of the contract than this gateway speaks.',
  },
  NOT_THAT_MEMBER: {
    status: 422,
    says: 'Another member answers at this address; give the address of the one that you publish.',
  },
  MEMBER_SILENT: {
    status: 422,
    says: 'Nobody who could be audited answers at this address; start the member, and publish again.',
  },
  AUDIT_BROKEN: {
    status: 422,
    says: 'The member does not keep the contract; `zellige verify` shows all that it breaks.',
  },
  DOES_NOT_COMPOSE: {
    status: 422,
    says: 'The extension cannot be joined with what the others publish.',
  },
  BREAKS_KNOWN_OPERATION: {
    status: 409,
    says: 'Somebody asks for what this publication takes away; keep it and mark it @deprecated, or publish with `"breaking": true`.',
  },
  RATE_EXCEEDED: {
    status: 429,
    says: 'More requests came from this address than it may make; wait as long as the header Retry-After says.',
  },
  REGISTRY_BUSY: {
    status: 503,
    says: 'Others published at the same time, again and again; nothing is lost, publish again.',
  },
  REGISTRY_UNAVAILABLE: {
    status: 503,
    says: 'The database of the registry cannot be read or written; what is served goes on. Publish again when its operator has seen to it.',
  },
  INTERNAL: { status: 500, says: 'The registry could not answer; its log says why.' },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly says: string }>>;

export type RegistryCode = keyof typeof REGISTRY_REFUSALS;

/** One thing that is wrong, and where: what the rules of extensions find. */
export type RegistryFinding = {
  readonly code: string;
  readonly place: string;
  readonly says: string;
};

/** Why something was not done. Its code is of the table above, or of the rule of extensions that was broken first. */
export type Refusal = {
  readonly code: string;
  readonly status: number;
  readonly says: string;
  readonly findings: readonly RegistryFinding[];
};

/** `says` where the sentence of the table can be made to name what came. */
export const refusal = (
  code: RegistryCode,
  says: string = REGISTRY_REFUSALS[code].says,
): Refusal => ({ code, status: REGISTRY_REFUSALS[code].status, says, findings: [] });

const UNACCEPTABLE = 422;

/** What the rules of extensions found: the first tells most. */
export const refusalOfFindings = (findings: readonly RegistryFinding[]): Refusal | undefined => {
  const [first] = findings;
  if (!first) return undefined;
  const says = `${first.place}: ${first.says}`;
  return { code: first.code, status: UNACCEPTABLE, says, findings };
};
