import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type MemberCode, parseMemberCode } from '../../schema/index.ts';
import type { Store, Token } from './database/index.ts';
import { type Holder, holderOf, nameOfHolder, newToken } from './holder.ts';
import { type Refusal, refusal } from './refusals.ts';

/** A token as it is listed: without anything by which it could be used. */
export type ShownToken = Omit<Token, 'hash'>;

export type Tokens = {
  /** The only time that the secret is told. */
  readonly create: (
    secret: string | undefined,
    body: unknown,
  ) => Promise<
    Answered<{ readonly id: string; readonly member: MemberCode; readonly token: string }>
  >;
  readonly list: (secret: string | undefined) => Promise<Answered<readonly ShownToken[]>>;
  readonly revoke: (
    secret: string | undefined,
    id: string,
  ) => Promise<Answered<{ readonly id: string }>>;
};

export type Answered<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Who may publish for whom: the operator decides, and every try is written down. */
export function openTokens(store: Store): Tokens {
  const logged = async <Value>(
    {
      what,
      about,
      secret,
    }: { readonly what: string; readonly about: string; readonly secret: string | undefined },
    work: () => Promise<Answered<Value>>,
  ): Promise<Answered<Value>> => {
    const holder = await holderOf(store, secret);
    const fault = whyNotOperator(holder);
    const answered: Answered<Value> = fault ? { kind: 'refused', refusal: fault } : await work();
    await store.keepAttempt({
      id: randomUUID(),
      at: new Date().toISOString(),
      member: about.slice(0, 16),
      kind: what,
      who: nameOfHolder(holder),
      ...(answered.kind === 'done' ? ACCEPTED : refusedFor(answered.refusal)),
      number: null,
    });
    return answered;
  };
  return {
    create: (secret, body) => {
      const member = memberIn(body);
      return logged({ what: 'TOKEN_CREATE', about: member ?? '', secret }, () =>
        created(store, member),
      );
    },
    list: (secret) =>
      logged({ what: 'TOKEN_LIST', about: '', secret }, async () => ({
        kind: 'done',
        value: (await store.tokens()).map(({ hash: _, ...shown }) => shown),
      })),
    revoke: (secret, id) =>
      logged({ what: 'TOKEN_REVOKE', about: id, secret }, () => revoked(store, id)),
  };
}

const ACCEPTED = { outcome: 'ACCEPTED', code: null, says: null } as const;
const refusedFor = ({ code, says }: Refusal) => ({ outcome: 'REFUSED', code, says }) as const;

function whyNotOperator(holder: Holder): Refusal | undefined {
  if (holder.kind === 'operator') return undefined;
  if (holder.kind === 'member') return refusal('OPERATOR_ONLY');
  return refusal(holder.kind === 'nobody' ? 'TOKEN_MISSING' : 'TOKEN_UNKNOWN');
}

const BODY = z.strictObject({ member: z.string() });
const memberIn = (body: unknown): MemberCode | undefined =>
  parseMemberCode(BODY.safeParse(body).data?.member);

type Created = { readonly id: string; readonly member: MemberCode; readonly token: string };
async function created(store: Store, member: MemberCode | undefined): Promise<Answered<Created>> {
  if (!member)
    return {
      kind: 'refused',
      refusal: refusal(
        'BAD_REQUEST',
        'Expected { "member": the code of a member, as in MA or AMSG }; got another body.',
      ),
    };
  const { secret, token } = newToken(member, new Date().toISOString());
  await store.keepToken(token);
  return { kind: 'done', value: { id: token.id, member, token: secret } };
}

async function revoked(store: Store, id: string): Promise<Answered<{ readonly id: string }>> {
  const isRevoked = await store.revokeToken(id, new Date().toISOString());
  return isRevoked
    ? { kind: 'done', value: { id } }
    : { kind: 'refused', refusal: refusal('NO_SUCH_TOKEN') };
}
