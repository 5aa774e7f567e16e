import { createHash, randomBytes } from 'node:crypto';
import type { MemberCode } from '../../schema/index.ts';
import type { Store, Token } from './database/index.ts';

/** Who stands behind a request, as far as its token tells. */
export type Holder =
  | { readonly kind: 'nobody' }
  /** It has a token, but none that is good. */
  | { readonly kind: 'stranger' }
  | { readonly kind: 'operator'; readonly tokenId: string }
  | { readonly kind: 'member'; readonly member: MemberCode; readonly tokenId: string };

/** A secret is 256 bits of chance, so a plain hash of it gives nothing away; found by its hash, it is compared with none. */
export const hashOfSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex');

/** A new token, with the secret that is shown once. The prefix lets people, and programs that look for leaks, see what it is. */
export function newToken(
  member: MemberCode | null,
  at: string,
): { readonly token: Token; readonly secret: string } {
  const secret = `zlg_${randomBytes(32).toString('base64url')}`;
  const id = randomBytes(6).toString('hex');
  return { secret, token: { id, member, hash: hashOfSecret(secret), created: at, revoked: null } };
}

export async function holderOf(store: Store, secret: string | undefined): Promise<Holder> {
  if (secret === undefined) return { kind: 'nobody' };
  const token = await store.tokenOfHash(hashOfSecret(secret));
  if (!token || token.revoked !== null) return { kind: 'stranger' };
  return token.member === null
    ? { kind: 'operator', tokenId: token.id }
    : { kind: 'member', member: token.member, tokenId: token.id };
}

/** How the audit log names them. */
export function nameOfHolder(holder: Holder): string {
  switch (holder.kind) {
    case 'nobody':
    case 'stranger':
      return holder.kind;
    case 'operator':
      return `operator (token ${holder.tokenId})`;
    case 'member':
      return `${holder.member} (token ${holder.tokenId})`;
  }
}

/** How a publication names them. */
export const publisherOf = (holder: Holder): string =>
  holder.kind === 'member' ? holder.member : holder.kind;
