import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import {
  CONTRACT_VERSION,
  type OrderBy,
  type Position,
  parsePosition,
  writePosition,
} from '../../schema/index.ts';
import type { MissedRange } from './coverage.ts';
import type { Json, JsonObject } from './json.ts';
import type { Viewer } from './member.ts';
import type { MissingReason } from './missing-reason.ts';

/** The list that a cursor is good for: its field, the shared entity it stands on, and the arguments that make its rows and order. */
export type ListIdentity = {
  readonly field: string;
  readonly parent: string;
  readonly filter: Json;
  readonly orderBy: readonly OrderBy[];
  readonly viewer: Viewer;
};

/** What a member has missed of a scroll so far. */
export type Missed = {
  readonly member: string;
  readonly reason: MissingReason;
  readonly range: MissedRange;
};

/** Where a scroll stands: one position for all members, who has answered on every page, and what was missed. */
export type Place = {
  readonly position: Position;
  readonly seen: readonly string[];
  readonly missed: readonly Missed[];
};

export type Sealer = {
  readonly seal: (place: Place, list: ListIdentity) => string;
  /** Undefined where the text is forged, damaged, of another key, list or contract version. */
  readonly unseal: (cursor: unknown, list: ListIdentity) => Place | undefined;
};

const CIPHER = 'aes-256-gcm';
const ID_BYTES = 4;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Seals cursors with a key of 32 bytes. The key's id leads the cursor, so that a later key can stand beside it. */
export function openSealer(key: Buffer): Sealer {
  if (key.length !== 32) throw new Error(`Expected a cursor key of 32 bytes, got ${key.length}.`);
  const keyId = createHash('sha256')
    .update('zellige cursor key')
    .update(key)
    .digest()
    .subarray(0, ID_BYTES);
  return {
    seal: (place, list) => encrypt(key, keyId, JSON.stringify([hashOf(list), ...written(place)])),
    unseal: (cursor, list) => read(decrypt(key, keyId, cursor), list),
  };
}

function encrypt(key: Buffer, keyId: Buffer, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(keyId);
  const sealed = [cipher.update(text, 'utf8'), cipher.final()];
  return Buffer.concat([keyId, iv, cipher.getAuthTag(), ...sealed]).toString('base64url');
}

function decrypt(key: Buffer, keyId: Buffer, cursor: unknown): string | undefined {
  if (typeof cursor !== 'string' || !/^[\w-]+$/.test(cursor)) return undefined;
  const bytes = Buffer.from(cursor, 'base64url');
  const start = ID_BYTES + IV_BYTES + TAG_BYTES;
  // Several texts decode to the same bytes; only the one that was given out is good.
  if (bytes.length <= start || bytes.toString('base64url') !== cursor) return undefined;
  if (!bytes.subarray(0, ID_BYTES).equals(keyId)) return undefined;
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(ID_BYTES, ID_BYTES + IV_BYTES))
    .setAAD(keyId)
    .setAuthTag(bytes.subarray(ID_BYTES + IV_BYTES, start));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(start)), decipher.final()]).toString(
      'utf8',
    );
  } catch {
    return undefined;
  }
}

/** Another number for each form of what is sealed, so that a cursor of an older one is refused and never misread. */
const FORM = 2;

/** Hash of everything that must be the same on the next page, the contract's version with it. All cursors of a page are of one list. */
function hashOf(list: ListIdentity): string {
  const known = hashes.get(list);
  if (known !== undefined) return known;
  const { field, parent, filter, orderBy, viewer } = list;
  const text = JSON.stringify([
    FORM,
    CONTRACT_VERSION,
    field,
    parent,
    inOrder(filter),
    orderBy,
    viewer,
  ]);
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  hashes.set(list, hash);
  return hash;
}
const hashes = new WeakMap<ListIdentity, string>();

/**
 * The same value with the keys of its objects in one order. What says nothing is left out: nulls, `allEditions: false`, and a filter
 * without a condition, which is no filter.
 */
function inOrder(value: Json): Json {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  const saying = Object.entries(value as JsonObject).filter(
    ([, each]) => each !== null && each !== false,
  );
  saying.sort(([a], [b]) => (a < b ? -1 : 1));
  if (saying.length === 0) return null;
  return Object.fromEntries(saying.map(([name, each]) => [name, inOrder(each)]));
}

/** Many members miss ranges that begin and end alike; each position is written once, and ranges name its place. */
function written({ position, seen, missed }: Place): readonly Json[] {
  const ends = missed.flatMap(({ range }) => [range.from, range.to]);
  const texts = [...new Set(ends.flatMap((each) => (each ? [writePosition(each)] : [])))];
  const placeOf = (end: Position | null) => end && texts.indexOf(writePosition(end));
  return [
    writePosition(position),
    seen.join(' '),
    texts,
    missed.map(({ member, reason, range }) => [
      member,
      reason,
      placeOf(range.from),
      placeOf(range.to),
    ]),
  ];
}

/** What was sealed is our own writing; only the list has to be checked. */
function read(text: string | undefined, list: ListIdentity): Place | undefined {
  if (text === undefined) return undefined;
  const [hash, at, seen, texts, missed] = JSON.parse(text) as Sealed;
  const position = parsePosition(at, list.orderBy);
  if (hash !== hashOf(list) || !position) return undefined;
  const ends = texts.map((each) => parsePosition(each, list.orderBy) ?? null);
  const end = (place: number | null) => (place === null ? null : (ends[place] ?? null));
  return {
    position,
    seen: seen ? seen.split(' ') : [],
    missed: missed.map(([member, reason, from, to]) => ({
      member,
      reason,
      range: { from: end(from), to: end(to) },
    })),
  };
}
type Sealed = readonly [string, string, string, readonly string[], readonly SealedMissed[]];
type SealedMissed = readonly [string, MissingReason, number | null, number | null];
