import { fieldOf } from './field-of.ts';

/** Codes of the databases for a number that somebody else has taken, and for a turn that somebody else has. */
const TAKEN = /^(SQLITE_CONSTRAINT|SQLITE_BUSY|SQLITE_LOCKED|ER_DUP_ENTRY|ER_LOCK_)/;

/** Whether nothing was written since somebody else was first: to be tried again, after theirs. */
export const isTaken = (fault: unknown): boolean =>
  [fault, fieldOf(fault, 'driverError')].some((each) => TAKEN.test(String(fieldOf(each, 'code'))));
