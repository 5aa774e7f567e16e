import { z } from 'zod';
import type { MemberCode, Module } from '../../schema/index.ts';
import type { AuditReport } from './audit.ts';
import type { Store } from './database/index.ts';
import type { Holder } from './holder.ts';
import { type Content, NOTHING, type PublicationKind } from './publication.ts';
import { type Refusal, type RegistryFinding, refusal } from './refusals.ts';

/** What somebody wants to publish: read, but not yet believed. */
export type Draft = {
  readonly kind: PublicationKind;
  readonly member: MemberCode;
  readonly holder: Holder;
  readonly content: Content;
  /** Whether the modules were told, or are to be learnt from the member. */
  readonly namesModules: boolean;
  readonly goesBackTo: number | null;
  /** Whether it may take away what somebody asks for. */
  readonly isBreaking: boolean;
  /** Which rules of extensions it breaks; the check that reads it learns that for all. */
  readonly findings: readonly RegistryFinding[];
  /** Why it cannot be read. */
  readonly fault: Refusal | null;
  readonly audits: AuditReport | null;
  /** Known questions that it breaks. */
  readonly breaks: readonly string[];
};

/** What a request asks the registry to do, as it came. */
export type Ask = {
  readonly kind: PublicationKind;
  readonly member: string;
  readonly token: string | undefined;
  readonly body: unknown;
};

type Read = Partial<Draft>;
type Reading = { readonly member: MemberCode; readonly body: unknown; readonly store: Store };

/** Whatever came, a draft comes of it, so that all that is wrong is said by the checks, in their order. */
export async function readDraft(
  ask: Ask,
  {
    member,
    holder,
    store,
  }: { readonly member: MemberCode; readonly holder: Holder; readonly store: Store },
): Promise<Draft> {
  const read = await READERS[ask.kind]({ member, body: ask.body, store });
  return { ...EMPTY, kind: ask.kind, member, holder, ...read };
}

const EMPTY = {
  content: NOTHING,
  namesModules: false,
  goesBackTo: null,
  isBreaking: false,
  findings: [],
  fault: null,
  audits: null,
  breaks: [],
} as const;

const READERS: Readonly<Record<PublicationKind, (reading: Reading) => Read | Promise<Read>>> = {
  PUBLISH: readPublish,
  ROLLBACK: readRollback,
  WITHDRAW: ({ body }) =>
    body == null || WITHDRAWAL.safeParse(body).success ? {} : faulty(EMPTY_BODY),
};

const EMPTY_BODY = 'no body, or an empty object';
const PUBLISH_BODY =
  '{ "url": text, "modules": list of texts, "extension": text of SDL, "breaking": true or false }, all but the first optional';
const ROLLBACK_BODY = '{ "number": whole number of a publication }';

const WITHDRAWAL = z.strictObject({});
const PUBLISH = z.strictObject({
  url: z.string().max(2_048),
  modules: z.array(z.string()).max(20).nullish(),
  extension: z.string().nullish(),
  breaking: z.boolean().nullish(),
});
const ROLLBACK = z.strictObject({ number: z.int().positive() });

function readPublish({ body }: Reading): Read {
  const { data } = PUBLISH.safeParse(body);
  if (!data) return faulty(PUBLISH_BODY);
  const { url, modules, extension, breaking } = data;
  return {
    // Modules that the contract does not have are refused by a check.
    content: {
      ...NOTHING,
      url,
      modules: [...new Set(modules ?? [])] as Module[],
      extension: (extension ?? '').trim(),
    },
    namesModules: modules != null,
    isBreaking: breaking === true,
  };
}

async function readRollback({ member, body, store }: Reading): Promise<Read> {
  const { data } = ROLLBACK.safeParse(body);
  if (!data) return faulty(ROLLBACK_BODY);
  const found = await store.publicationOf(member, data.number);
  if (!found || found.url === null)
    return {
      fault: refusal(
        'NO_SUCH_PUBLICATION',
        `${member} has no publication ${data.number} that could hold again; its history lists those that can.`,
      ),
    };
  const { url, modules, contractVersion, extension } = found;
  return {
    content: { url, modules, contractVersion, extension },
    namesModules: true,
    goesBackTo: data.number,
    isBreaking: true, // whoever goes back is in need, and is told what it costs
  };
}

const faulty = (expected: string): Read => ({
  fault: refusal('BAD_REQUEST', `Expected ${expected}; got another body.`),
});
