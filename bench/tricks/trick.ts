/** Whom the gateway asks: the four subgraphs, those of the large list, those that several places lead to, or members of the contract. */
export type TrickGround = 'shop' | 'large' | 'shipments' | 'members';

/** Something that the gateway does to be fast, and the change of its text that has it not. Its answers are the same without. */
export type Trick = {
  /** What it does, in a few words. */
  readonly name: string;
  readonly on: TrickGround;
  /** Whether its saving is looked for where every request comes from another client. */
  readonly isAskedAlone: boolean;
  readonly file: string;
  /** The text with it; it occurs exactly once in the file. */
  readonly find: string;
  readonly replace: string;
};
