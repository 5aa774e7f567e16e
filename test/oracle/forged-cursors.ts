import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { openSealer } from '../../gateway/members/index.ts';
import { CONTRACT_VERSION } from '../../schema/index.ts';
import type { Chance } from './chance.ts';
import { CURSOR_KEY } from './client.ts';

/** A cursor that the gateway gave out, the question that it is good for, and cursors of other lists. */
export type Genuine = {
  readonly cursor: string;
  readonly id: string;
  readonly foreign: readonly string[];
};
export type Forgery = { readonly kind: string; readonly cursor: string };

const LIST = { field: 'sites', parent: '', filter: null, orderBy: [], viewer: 'public' } as const;

/** Every way to come by a cursor that is not of this list, by chance. */
export function forge(genuine: Genuine, chance: Chance): Forgery {
  const kind = chance.oneOf(Object.keys(WAYS));
  return { kind, cursor: WAYS[kind]?.(genuine, chance) ?? '' };
}

type Way = (genuine: Genuine, chance: Chance) => string;
const WAYS: Readonly<Record<string, Way>> = {
  'made up': (_, chance) => bytes(chance, 1 + chance.below(200)).toString('base64url'),
  'made up behind the right key id': ({ cursor }, chance) =>
    Buffer.concat([decoded(cursor).subarray(0, 4), bytes(chance, 28 + chance.below(90))]).toString(
      'base64url',
    ),
  'one bit flipped': ({ cursor }, chance) => {
    const flipped = decoded(cursor);
    const place = chance.below(flipped.length);
    flipped[place] = (flipped[place] ?? 0) ^ (1 << chance.below(8));
    return flipped.toString('base64url');
  },
  'one letter changed': ({ cursor }, chance) => {
    const place = chance.below(cursor.length);
    const other = cursor[place] === 'A' ? 'B' : 'A';
    return `${cursor.slice(0, place)}${other}${cursor.slice(place + 1)}`;
  },
  'cut off': ({ cursor }, chance) => cursor.slice(0, chance.below(cursor.length)),
  'with more behind it': ({ cursor }, chance) =>
    `${cursor}${chance.oneOf(['A', '=', '==', ' ', '\n', cursor])}`,
  'in another alphabet': ({ cursor }) => `${decoded(cursor).toString('hex')}`,
  'two glued together': ({ cursor }, chance) => {
    const cut = 1 + chance.below(cursor.length - 2);
    return (
      cursor.slice(0, cut) +
      bytes(chance, 60)
        .toString('base64url')
        .slice(0, cursor.length - cut)
    );
  },
  'of another list, filter or order': ({ foreign }, chance) => chance.oneOf(foreign),
  'plain position': ({ id }) => JSON.stringify([id]),
  'plain position, encoded': ({ id }) => Buffer.from(JSON.stringify([id])).toString('base64url'),
  'sealed with another key': ({ id }, chance) =>
    openSealer(bytes(chance, 32)).seal({ position: { keys: [], id }, seen: [], missed: [] }, LIST),
  'of an older contract': ({ id }) => sealedBy('0.9', id),
  'of a later contract': ({ id }) => sealedBy('1.1', id),
  'of an older form': ({ id }) => sealedBy(CONTRACT_VERSION, id, FORM - 1),
};

const decoded = (cursor: string): Buffer => Buffer.from(cursor, 'base64url');
const bytes = (chance: Chance, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => chance.below(256)));

/** The form in which the gateway seals. */
const FORM = 2;

/** A cursor as the gateway of that contract's version would seal it for the list of all sites: same key, same form, written out here. */
export function sealedBy(version: string, id: string, form = FORM): string {
  const key = Buffer.from(CURSOR_KEY);
  const keyId = createHash('sha256')
    .update('zellige cursor key')
    .update(key)
    .digest()
    .subarray(0, 4);
  const { field, parent, filter, orderBy, viewer } = LIST;
  const list = JSON.stringify([form, version, field, parent, filter, orderBy, viewer]);
  const hash = createHash('sha256').update(list).digest('base64url').slice(0, 22);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(keyId);
  const text = JSON.stringify([hash, JSON.stringify([id]), '', [], []]);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([keyId, iv, cipher.getAuthTag(), sealed]).toString('base64url');
}
