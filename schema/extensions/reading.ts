import { GraphQLError, parse } from 'graphql';
import type { Contract } from '../contract.ts';
import type { Finding } from '../rules/index.ts';
import type { Extension } from './extension.ts';

/** What an extension may be at most; Morocco's has 2 KB. All of a member's names together are one small part of the schema. */
export const EXTENSION_LIMITS = {
  /** Of its text. */
  bytesMax: 65_536,
  /** Words and signs of it. */
  tokensMax: 8_000,
  /** Lists within one another in one type: `[[Float!]!]` are two. */
  listsMax: 3,
} as const;

export type ExtensionReading =
  | { readonly kind: 'read'; readonly extension: Extension }
  | { readonly kind: 'refused'; readonly finding: Finding };

/** Reads what a member publishes. What is too large or no SDL at all is refused before any rule is asked. */
export function readExtension(sdl: string, member: string, contract: Contract): ExtensionReading {
  const bytes = Buffer.byteLength(sdl);
  if (bytes > EXTENSION_LIMITS.bytesMax)
    return refused(
      'EXTENSION_TOO_LARGE',
      `${bytes} bytes`,
      `Write at most ${EXTENSION_LIMITS.bytesMax} bytes; data belongs into answers, not into the schema.`,
    );
  try {
    const document = parse(sdl, { maxTokens: EXTENSION_LIMITS.tokensMax });
    return { kind: 'read', extension: { member, document, contract } };
  } catch (error) {
    return refusedFor(error);
  }
}

/** Nested so deep that it cannot be read, it is as good as no SDL; a letter that only looks like one of ours has a code of its own. */
function refusedFor(error: unknown): ExtensionReading {
  if (error instanceof RangeError) return refused('EXTENSION_TOO_DEEP', 'schema', DEEP);
  if (!(error instanceof GraphQLError)) throw error;
  const [place] = error.locations ?? [];
  const where = place ? `line ${place.line}, column ${place.column}` : 'schema';
  if (error.message.includes('Document contains more'))
    return refused(
      'EXTENSION_TOO_LARGE',
      where,
      `Write at most ${EXTENSION_LIMITS.tokensMax} words and signs.`,
    );
  const letter = /Unexpected character: (.+)\.$/.exec(error.message)?.[1];
  if (letter !== undefined && /U\+/.test(letter)) return refused('NAME_NOT_ASCII', where, ASCII);
  return refused('NOT_SDL', where, `${error.message} Correct the syntax.`);
}

const DEEP = 'Write types with few lists within one another.';
const ASCII =
  'Write names with the letters A to Z, a to z, digits and underscores; a letter of another alphabet may look like one of them.';

const refused = (code: string, place: string, says: string): ExtensionReading => ({
  kind: 'refused',
  finding: { code, place, says },
});
