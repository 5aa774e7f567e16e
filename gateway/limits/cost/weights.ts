/**
 * What the parts of a question weigh. The unit is one value of one record, sent by one member. docs/cost.md explains them to who asks.
 */
export const WEIGHTS = {
  /** One member asked for one list, sum or hop: sending, reading and checking, before any row. */
  ask: 250,
  /** The same list asked of the same member for one parent more, in the request that goes to it anyway. */
  parent: 5,
  /** A count at one member. */
  count: 10,
  /** A sum at one member, which reads all that it chooses. */
  sum: 300,
} as const satisfies Readonly<Record<string, number>>;

/**
 * What a question takes of the gateway's own processor, in milliseconds, by estimate: with them no question of test/hostile takes more than
 * its 250. While one question is planned, all others wait.
 */
export const WORK = {
  /** A field as written, wherever its fragment is spread: planning takes it once. */
  field: 0.3,
  /** A variable that decides whether a part is asked: each is a way of its own through the plan. */
  condition: 1.5,
  /** A request to a member: sending, and reading what comes back. */
  request: 0.2,
  /** A record or entity that carries a list, count or sum of its own. */
  parent: 0.1,
  /** A value of an answer about the schema. */
  described: 0.0025,
} as const satisfies Readonly<Record<string, number>>;

/** How many there are of what a question does not bound itself. */
export const ASSUMED = {
  /** Groups that a member gives for a sum. */
  groups: 20,
  /** Values of a list of a record, such as its commodities. */
  listItems: 3,
  /** Entities of a vocabulary, unless their codes are given. */
  countries: 55,
  commodities: 150,
  /** Records of an extension's root field. */
  extensionRows: 50,
  /** Types of the schema, and fields of one; most of the other lists there have one value or none. */
  types: 150,
  fieldsOfType: 4,
} as const satisfies Readonly<Record<string, number>>;
