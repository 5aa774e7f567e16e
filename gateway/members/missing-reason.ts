/** Why something of a member is missing from an answer; what each means stands in docs/operator.md. */
export type MissingReason =
  | 'TIMEOUT'
  | 'UNREACHABLE'
  | 'BREAKER_OPEN'
  | 'PROTOCOL_ERROR'
  | 'MODULE_NOT_OFFERED'
  | 'FIELD_NOT_OFFERED'
  | 'NOT_ENTITLED'
  | 'WITHDRAWN'
  | 'COST_EXCEEDED';
