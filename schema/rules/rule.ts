import type { Contract } from '../contract.ts';

/** A rule of the contract. `find` gives the places that break it, `Site` or `Site.name`; `says` tells what to do there. */
export type Rule = {
  /** Codes never change; sentences may. */
  readonly code: string;
  readonly says: string;
  readonly find: (contract: Contract) => readonly string[];
};

export type Finding = { readonly code: string; readonly place: string; readonly says: string };
