import { execute } from 'graphql';
import type {
  Answer,
  Member,
  MemberRequest,
  MissingReason,
  Send,
} from '../gateway/members/index.ts';
import { sharedDocuments } from '../subgraphs/kit/http/documents.ts';
import { answerRead } from './answer-read.ts';
import { type OpenedMember, openMember } from './oracle/generated-member.ts';
import type { GeneratedWorld } from './oracle/rows/generate-world.ts';

/** Generated members in this process, each with its own schema and its own database in memory; what they are asked is kept. */
export type World = {
  readonly generated: GeneratedWorld;
  readonly members: readonly Member[];
  readonly send: Send;
  readonly asks: Ask[];
  readonly close: () => Promise<void>;
};
export type Ask = { readonly member: string; readonly request: MemberRequest };

export async function openWorld(generated: GeneratedWorld): Promise<World> {
  const opened = generated.members.map((each) => openMember(each, 'sqlite::memory:'));
  return openWorldOf(generated, await Promise.all(opened));
}

/** The same of members that are open already; the world closes them. */
export function openWorldOf(generated: GeneratedWorld, opened: readonly OpenedMember[]): World {
  const servers = new Map(opened.map((each) => [String(each.member.code), each]));
  const asks: Ask[] = [];
  const send: Send = (member, request, calling) => {
    asks.push({ member: member.code, request });
    const server = servers.get(member.code);
    return server ? answerOf(server, request) : silence(member, request, calling);
  };
  return {
    generated,
    asks,
    send,
    members: opened
      .map(({ member }) => ({ ...member, url: `memory:${member.code}` }))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    close: async () => {
      await Promise.all(opened.map(({ close }) => close()));
    },
  };
}

/** A member that answers nobody, for this reason. */
export const silenceOf =
  (reason: MissingReason): Send =>
  ({ code }) =>
    Promise.resolve({ kind: 'silent', reason, says: `${code} is silent.` });

export const silence: Send = silenceOf('UNREACHABLE');

type Answered = Extract<Answer, { kind: 'answered' }>;
type Wire = { readonly data?: Answered['data'] | null; readonly errors?: Answered['errors'] };

/** A member's answer as it would come over the wire. */
async function answerOf(
  { member, schema, newContext }: OpenedMember,
  request: MemberRequest,
): Promise<Answer> {
  const { query, variables } = request;
  const documents = sharedDocuments(schema);
  const document = documents.parse(query);
  const [fault] = documents.validate(document);
  if (fault) throw new Error(`A member was asked what is not valid: ${fault.message}\n${query}`);
  const result = await execute({
    schema,
    document,
    contextValue: newContext(),
    variableValues: variables,
  });
  const { data, errors } = JSON.parse(JSON.stringify(result)) as Wire;
  if (!data) return { kind: 'silent', reason: 'PROTOCOL_ERROR', says: errors?.[0]?.message ?? '' };
  return answerRead(member.code, request, { data, errors: errors ?? [] });
}
