import {
  type ExecutionResult,
  execute,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  parse,
} from 'graphql';
import type {
  FaceAnswer,
  FaceRequest,
  Json,
  JsonObject,
  Source,
} from '../../../gateway/members/index.ts';
import { fieldsInKey, type Key, keysAt, objectOf } from '../world/model.ts';
import type { Row } from '../world/rows.ts';
import { textOf } from './derive.ts';
import { type FieldFaults, type Mangle, mangle } from './fault.ts';
import type { World } from './open-world.ts';
import { type Outage, withOutage } from './outage.ts';
import { type Answering, resolveField, resolveType, type Seen } from './resolve.ts';

/** What may change from one question to the next in a world that is served. */
export type Serving = { faults: FieldFaults; mutations: string[]; outage?: Outage | undefined };

/** Every subgraph of a world, asked as over HTTP: what it answers has been JSON text. */
export function sourcesOf(world: World, serving: Serving): Readonly<Record<string, Source>> {
  const sources = [...world.parts].map(([subgraph, schema]) => {
    const served = { world, subgraph, schema, serving };
    const source: Source = async (request) => {
      await turns(request.query.length % 4);
      return answerNow(served, request);
    };
    return [subgraph, Object.assign(source, { takesAnyQuestion: true } as const)] as const;
  });
  return Object.fromEntries(sources);
}

/** Subgraphs answer sooner or later, and in any order; but the same question always alike. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

type Served = {
  readonly world: World;
  readonly subgraph: string;
  readonly schema: GraphQLSchema;
  readonly serving: Serving;
};

function answerNow(served: Served, request: FaceRequest): FaceAnswer {
  const { outage } = served.serving;
  const answer = answerOf(served, request);
  const came = outage?.subgraph === served.subgraph ? withOutage(outage.kind, answer) : answer;
  return request.read?.(JSON.stringify(came)) ?? came;
}

function answerOf({ world, subgraph, schema, serving }: Served, request: FaceRequest): FaceAnswer {
  const { faults, mutations } = serving;
  const answering = { world, subgraph, faults, mutations, mangles: [], asked() {} };
  const result = execute({
    schema,
    document: parse(request.query),
    variableValues: request.variables,
    contextValue: answering,
    fieldResolver: resolveInPart,
    typeResolver: resolveType,
  }) as ExecutionResult;
  const answer = JSON.parse(JSON.stringify({ data: null, ...result })) as FaceAnswer;
  return withoutLost(
    answer,
    answering.mangles.filter((each) => mangle(answer.data, each)),
  );
}

/** Who leaves a value out, or says another, says nothing of what was in it. */
function withoutLost(answer: FaceAnswer, mangles: readonly Mangle[]): FaceAnswer {
  const { errors, ...rest } = answer;
  const told = errors?.filter(
    ({ path = [] }) => !mangles.some((each) => each.path.every((key, at) => key === path[at])),
  );
  return told && told.length > 0 ? { ...rest, errors: told } : rest;
}

const resolveInPart: GraphQLFieldResolver<Seen | undefined, Answering, JsonObject> = (...asked) => {
  const [, args, answering, { fieldName }] = asked;
  if (fieldName !== '_entities') return resolveField(...asked);
  const representations = args.representations as readonly JsonObject[];
  return representations.map((each) => entityOf(answering, each));
};

/** The row that a representation speaks of; null where there is none. */
function entityOf({ world, subgraph }: Answering, representation: JsonObject): Seen | null {
  const name = String(representation.__typename);
  const abstract = world.schema.abstracts.find((each) => each.name === name);
  const rows = (abstract?.members ?? [name]).flatMap((each) => world.rows.entities.get(each) ?? []);
  const type = objectOf(world.schema, name);
  const keys: readonly Key[] = type ? keysAt(type, subgraph ?? '') : ['id'];
  const key = keys.find((each) => fieldsInKey(each).every((field) => field in representation));
  const row = key && rows.find((each) => isNamedBy(each, key, representation));
  return row ? { row, representation } : null;
}

const isNamedBy = (row: Row, key: Key, representation: JsonObject): boolean =>
  fieldsInKey(key).every(
    (field) =>
      textOf(plainOf(row, field)) === textOf(withoutTypename(representation[field] ?? null)),
  );

function plainOf(row: Row, field: string): Json {
  const value = row.values.get(field);
  if (value?.kind === 'leaf') return value.json;
  if (value?.kind !== 'row') return null;
  return { n: plainOf(value.row, 'n'), m: plainOf(value.row, 'm') };
}

function withoutTypename(json: Json): Json {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return json;
  return Object.fromEntries(Object.entries(json).filter(([name]) => name !== '__typename'));
}
