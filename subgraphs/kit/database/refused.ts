import type { RefusalCode } from '../../../schema/index.ts';

/** What the asker did wrong, with its code: the edge tells it to the asker as it stands. */
export const refused = (code: RefusalCode, says: string): Error =>
  Object.assign(new Error(says), { code });
