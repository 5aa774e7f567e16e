import { type DocumentNode, execute, type GraphQLSchema, parse, validate } from 'graphql';
import { compose, type Gateway, logicalSubgraphs, openGateway } from '../gateway/index.ts';
import type { Answer, Json, Member, MemberRequest, Send } from '../gateway/members/index.ts';
import { parseMemberCode, readContract } from '../schema/index.ts';
import { openRepository } from '../subgraphs/kit/database/index.ts';
import { contextOf, type MemberContext } from '../subgraphs/kit/graphql/index.ts';
import { sharedDocuments } from '../subgraphs/kit/http/documents.ts';
import type { Profile } from '../subgraphs/kit/profile.ts';
import type { GeneratedWorld } from './oracle/rows/generate-world.ts';
import { operatorOf } from './oracle/rows/setting.ts';
import { EXTENSIONS, schemaOf } from './published-by-members.ts';

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
  const opened = await Promise.all(generated.members.map(openMember));
  const servers = new Map(opened.map((each) => [String(each.member.code), each]));
  const asks: Ask[] = [];
  const send: Send = (member, request, calling) => {
    asks.push({ member: member.code, request });
    const server = servers.get(member.code);
    if (!server) return silence(member, request, calling);
    return answerOf(server.schema, request, server.newContext());
  };
  return {
    generated,
    asks,
    send,
    members: opened.map(({ member }) => member).toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    close: async () => {
      await Promise.all(opened.map(({ close }) => close()));
    },
  };
}

type GeneratedMember = GeneratedWorld['members'][number];
async function openMember({ code: text, modules, writes }: GeneratedMember) {
  const code = parseMemberCode(text);
  if (!code) throw new Error(`Expected a member's code, got ${text}.`);
  const profile: Profile = {
    code,
    modules,
    operator: operatorOf(code),
    licence: 'CC-BY-4.0',
    contact: null,
  };
  const repository = await openRepository({ member: code, url: 'sqlite::memory:' });
  await repository.write(writes);
  return {
    member: { code, modules, url: `memory:${code}` },
    schema: schemaOf(code),
    newContext: () => contextOf(profile, repository, new Date()),
    close: () => repository.close(),
  };
}

/** A member's answer as it would come over the wire. */
async function answerOf(
  schema: GraphQLSchema,
  { query, variables }: MemberRequest,
  contextValue: MemberContext,
): Promise<Answer> {
  const documents = sharedDocuments(schema);
  const document = documents.parse(query);
  const faults = documents.validate(document);
  if (faults.length > 0)
    throw new Error(`A member was asked what is not valid: ${faults[0]?.message}\n${query}`);
  const result = await execute({ schema, document, contextValue, variableValues: variables });
  const { data, errors } = JSON.parse(JSON.stringify(result)) as Wire;
  if (!data) return { kind: 'silent', reason: 'PROTOCOL_ERROR', says: errors?.[0]?.message ?? '' };
  return { kind: 'answered', data, errors: errors ?? [] };
}
type Wire = {
  readonly data?: Extract<Answer, { kind: 'answered' }>['data'] | null;
  readonly errors?: Extract<Answer, { kind: 'answered' }>['errors'];
};

export type Question = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
};
export type ClientAnswer = {
  readonly data?: Readonly<Record<string, Json>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
};

/** A gateway that may be taken from one world to the next, so that its plans stay warm. */
export type Client = {
  readonly schema: GraphQLSchema;
  readonly gateway: Gateway;
  readonly visit: (world: Pick<World, 'members' | 'send'>, visiting?: Visiting) => void;
  readonly ask: (question: Question) => Promise<ClientAnswer>;
  /** What the gateway says that members did wrong. */
  readonly broken: string[];
  readonly close: () => Promise<void>;
};
export type Visiting = {
  /** Members that answer nobody. */
  readonly silent?: readonly string[];
};

export async function openClient(cursorKey = new Uint8Array(32).fill(7)): Promise<Client> {
  const contract = readContract();
  const faces = logicalSubgraphs(contract, EXTENSIONS);
  const composed = compose(faces);
  if (composed.kind === 'refused') throw new Error(composed.findings.join('\n'));
  const broken: string[] = [];
  let visited: Pick<World, 'members' | 'send'> = { members: [], send: silence };
  const gateway = await openGateway({
    contract,
    faces,
    cursorKey,
    supergraph: composed.supergraph,
    extended: ['MA'],
    members: () => visited.members,
    send: (...ask) => visited.send(...ask),
    onBroken: (_member, says) => broken.push(says),
    silentSince: () => null,
  });
  return {
    schema: gateway.schema,
    gateway,
    broken,
    visit: (world, { silent = [] } = {}) => {
      const send: Send = (member, ...rest) =>
        silent.includes(member.code) ? silence(member, ...rest) : world.send(member, ...rest);
      visited = { members: world.members, send };
    },
    ask: (question) => answer(gateway, question),
    close: () => gateway.engine.stop(),
  };
}

const silence: Send = ({ code }) =>
  Promise.resolve({ kind: 'silent', reason: 'UNREACHABLE', says: `${code} is silent.` });

/** As the server hands a question to the engine, once it has been found valid. */
async function answer(
  { schema, engine }: Gateway,
  { query, variables = {} }: Question,
): Promise<ClientAnswer> {
  const document = parse(query);
  const refused = validate(schema, document);
  if (refused.length > 0) return { errors: refused };
  const request = { query, variables };
  const result = await engine.executor(contextFor({ schema, document, request }));
  return JSON.parse(JSON.stringify(result)) as ClientAnswer;
}

type Asked = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly request: Question;
};
/** Of Apollo Server's context, what the engine reads. */
function contextFor({
  schema,
  document,
  request,
}: Asked): Parameters<Gateway['engine']['executor']>[0] {
  const calling = { viewer: 'public', signal: AbortSignal.timeout(60_000) };
  const context: unknown = {
    schema,
    document,
    request,
    operation: document.definitions.find(({ kind }) => kind === 'OperationDefinition'),
    operationName: null,
    queryHash: request.query,
    source: request.query,
    context: { calling },
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    cache: new Map(),
    metrics: {},
    overallCachePolicy: {},
  };
  return context as Parameters<Gateway['engine']['executor']>[0];
}
