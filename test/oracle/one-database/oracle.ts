import {
  buildASTSchema,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  graphql,
  isObjectType,
  parse,
  printSchema,
} from 'graphql';
import { type Contract, readContract, referencesOf, typesOf } from '../../../schema/index.ts';
import type { GeneratedWorld } from '../rows/generate-world.ts';
import { GENERATED, type Published } from '../rows/vocabulary.ts';
import { type Database, openDatabase } from './database.ts';
import { publishedResolvers } from './published.ts';
import { ownResolvers } from './records.ts';
import { type ListArguments, type Parent, scattered } from './scattered.ts';

export type Question = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
};
export type Oracle = (question: Question) => Promise<ExecutionResult>;

/**
 * The client's schema over one database of everybody's records: what the gateway's answers must equal, however the records are split over
 * members. For a silent member its records are not there and coverage says so. A cursor is the id of its row.
 */
export function openOracle(
  clientSchema: GraphQLSchema,
  { members, silent = [], reason = 'UNREACHABLE', silentSince, published = GENERATED }: OracleOf,
): Oracle {
  const schema = buildASTSchema(documentOf(clientSchema), {
    assumeValid: true,
    assumeValidSDL: true,
  });
  const contract = readContract();
  const reasons = new Map(silent.map((code) => [code, reason]));
  const database = openDatabase(contract, members, reasons, silentSince);
  addScattered(schema, database);
  addReferences(schema, contract, database);
  addResolvers(schema, ownResolvers(database));
  addResolvers(schema, publishedResolvers(database, published));
  return ({ query, variables }) =>
    graphql({ schema, source: query, ...(variables && { variableValues: variables }) });
}

const documents = new WeakMap<GraphQLSchema, DocumentNode>();
/** Written and read once: a matrix of faults opens a hundred oracles over one schema. */
function documentOf(schema: GraphQLSchema): DocumentNode {
  const document = documents.get(schema) ?? parse(printSchema(schema));
  documents.set(schema, document);
  return document;
}

export type OracleOf = {
  readonly members: GeneratedWorld['members'];
  readonly silent?: readonly string[];
  /** Why the silent ones are missing. */
  readonly reason?: string;
  readonly silentSince?: Database['silentSince'];
  readonly published?: Published;
};

type Resolve = GraphQLFieldResolver<never, unknown, never>;
export type Resolvers = Readonly<Record<string, Readonly<Record<string, Resolve>>>>;

function addResolvers(schema: GraphQLSchema, resolvers: Resolvers): void {
  for (const [typeName, fields] of Object.entries(resolvers))
    for (const [name, resolve] of Object.entries(fields))
      setResolver(schema, typeName, name, resolve);
}

function setResolver(
  schema: GraphQLSchema,
  typeName: string,
  name: string,
  resolve: Resolve,
): void {
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  if (field) field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
}

function addScattered(schema: GraphQLSchema, database: Database): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType))
    for (const field of Object.values(type.getFields())) {
      const { name } = getNamedType(field.type);
      if (database.contract.kindOf(name) !== 'merge') continue;
      field.resolve = (parent: Parent | undefined, args: ListArguments) =>
        scattered(database, name, { ...parent, type: type.name }, args);
    }
}

/** A reference to a record that is not there, or that nobody could say anything of, is an object with its id and nulls. */
function addReferences(schema: GraphQLSchema, contract: Contract, { tables }: Database): void {
  for (const type of typesOf(contract, 'owned'))
    for (const kind of ['owned', 'shared'] as const)
      for (const { name, by, key } of referencesOf(contract, type, kind)) {
        const one = (id: unknown) => (kind === 'owned' && tables.find(id)?.row) || { [key]: id };
        setResolver(schema, type.name.value, name, (row: Readonly<Record<string, unknown>>) => {
          const ids = row[by] ?? null;
          return Array.isArray(ids) ? ids.map(one) : ids && one(ids);
        });
      }
}
