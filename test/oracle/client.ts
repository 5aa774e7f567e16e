import { type DocumentNode, type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';
import type { EngineName } from '../../gateway/engine-name.ts';
import { ENGINES } from '../../gateway/engines.ts';
import {
  type Gateway,
  type GatewayParts,
  openGateway,
  readSupergraph,
} from '../../gateway/index.ts';
import { checkDocument } from '../../gateway/limits/index.ts';
import type { Calling, JsonObject, Send } from '../../gateway/members/index.ts';
import { firstFault } from '../../gateway/refuses.ts';
import { readContract } from '../../schema/index.ts';
import { ENGINE } from '../config.ts';
import { silence, type World } from '../world.ts';

export type Question = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
};
export type ClientAnswer = {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly ClientError[];
};
export type ClientError = {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>>;
};

type Visited = Pick<World, 'members' | 'send'>;
/** A gateway without a server. It may be taken from one world to the next, so that its plans stay warm. */
export type Client = {
  readonly schema: GraphQLSchema;
  readonly visit: (world: Visited, silent?: readonly string[]) => void;
  /** Within a minute, unless told. */
  readonly ask: (question: Question, calling?: Calling) => Promise<ClientAnswer>;
  /** What the gateway says that members did wrong. */
  readonly broken: string[];
  readonly close: () => Promise<void>;
};

export const CURSOR_KEY = new Uint8Array(32).fill(7);

type Served = Pick<GatewayParts, 'contract' | 'supergraph' | 'faces' | 'extended'>;

export async function openClient(
  served: Served = servedHere(),
  engine: EngineName = ENGINE,
): Promise<Client> {
  const broken: string[] = [];
  let visited: Visited = { members: [], send: silence };
  const gateway = await openGateway({
    ...served,
    engine,
    members: () => visited.members,
    send: (...ask) => visited.send(...ask),
    cursorKey: CURSOR_KEY,
    onBroken: (_member, says) => broken.push(says),
    silentSince: () => null,
  });
  return {
    schema: gateway.schema,
    broken,
    visit: ({ members, send }, silent = []) => {
      const sendUnlessSilent: Send = (member, ...rest) =>
        silent.includes(member.code) ? silence(member, ...rest) : send(member, ...rest);
      visited = { members, send: sendUnlessSilent };
    },
    ask: (question, calling = withinAMinute()) =>
      answerTo(gateway, { ...question, engine, calling }),
    close: () => gateway.engine.stop(),
  };
}

const servedHere = (): Served => ({ contract: readContract(), ...readSupergraph() });

const withinAMinute = (): Calling => ({ viewer: 'public', signal: AbortSignal.timeout(60_000) });

type Asking = Question & { readonly engine: EngineName; readonly calling: Calling };
/** As the server hands a question to the engine: found within limits and valid, its variables too, and without a fault of its own. */
async function answerTo(gateway: Gateway, question: Asking): Promise<ClientAnswer> {
  const { schema, engine } = gateway;
  const document = parse(question.query);
  const tooLarge = checkDocument(document);
  const refused = tooLarge ? [tooLarge] : validate(schema, document, rulesOf(question));
  if (refused.length > 0) return { errors: refused };
  const variables = (question.variables ?? {}) as JsonObject;
  const fault = firstFault(gateway, { document, variables });
  if (fault) return { errors: [fault] };
  const { data, errors } = await engine.executor(contextFor({ schema, document, question }));
  const told = errors?.map((each) => ({ ...each, message: each.message }));
  return JSON.parse(JSON.stringify({ data, errors: told })) as ClientAnswer;
}

const rulesOf = ({ engine }: Asking) => [...specifiedRules, ...ENGINES[engine].validationRules];

type Asked = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly question: Asking;
};
type Executor = Gateway['engine']['executor'];

/** Of Apollo Server's context, what the engine reads. */
function contextFor({ schema, document, question }: Asked): Parameters<Executor>[0] {
  const { query, variables = {}, calling } = question;
  const context: unknown = {
    schema,
    document,
    request: { query, variables },
    operation: document.definitions.find(({ kind }) => kind === 'OperationDefinition'),
    operationName: null,
    queryHash: query,
    source: query,
    context: { calling },
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    cache: new Map(),
    metrics: {},
    overallCachePolicy: {},
  };
  return context as Parameters<Executor>[0];
}
