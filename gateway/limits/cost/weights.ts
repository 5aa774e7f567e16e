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
} as const satisfies Readonly<Record<string, number>>;
