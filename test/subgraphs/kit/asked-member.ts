import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ExecutionResult, execute, type GraphQLSchema, parse, validate } from 'graphql';
import type { MemberCode, Module } from '../../../schema/index.ts';
import { openRepository } from '../../../subgraphs/kit/database/index.ts';
import { buildMemberSchema, contextOf } from '../../../subgraphs/kit/graphql/index.ts';
import { once, type Profile, type Rows } from '../../../subgraphs/kit/index.ts';
import type { Repository } from '../../../subgraphs/kit/repository.ts';
import { writesOf } from '../../../subgraphs/kit/seeds.ts';

export const profileOf = (code: string, modules: readonly Module[] = ALL): Profile => ({
  code: code as MemberCode,
  operator: { en: `${code} register`, originalLanguage: 'en' },
  modules,
  licence: 'CC0-1.0',
  contact: null,
});
const ALL: readonly Module[] = ['MINERALS', 'POLICIES', 'EVENTS'];

const memberSchema = once(() => buildMemberSchema());

type Options = {
  readonly code?: string;
  readonly modules?: readonly Module[];
  readonly now?: string;
  readonly schema?: GraphQLSchema;
};
export type AskedMember = {
  readonly ask: (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer>;
  /** The repository's methods that were called since the last time this was read. */
  readonly calls: () => readonly string[];
  /** How many statements the database was sent since the last time this was read. */
  readonly statements: () => number;
  readonly close: () => Promise<void>;
};
type Answer = {
  readonly data?: unknown;
  /** Path, code and message of each. */
  readonly errors?: readonly (readonly [string | undefined, unknown, string])[];
};

/** A member over a database of its own in a temporary folder, asked without HTTP. */
export async function askedMember(rows: Rows, options: Options = {}): Promise<AskedMember> {
  const { code = 'ZM', modules, now = '2026-11-01T00:00:00Z', schema = memberSchema() } = options;
  const folder = mkdtempSync(join(tmpdir(), 'zellige-member-'));
  const statements: string[] = [];
  const repository = await openRepository({
    member: code,
    url: `sqlite:${join(folder, `${code}.db`)}`,
    onStatement: (text) => statements.push(text),
  });
  await repository.write(writesOf(rows));
  const calls: string[] = [];
  const counted = countingCalls(repository, (name) => calls.push(name));
  return {
    ask: async (query, variables = {}) => {
      const document = parse(query);
      const faults = validate(schema, document);
      if (faults.length > 0) return plain({ errors: faults });
      const contextValue = contextOf(profileOf(code, modules), counted, new Date(now));
      return plain(await execute({ schema, document, variableValues: variables, contextValue }));
    },
    calls: () => calls.splice(0),
    statements: () => statements.splice(0).length,
    close: async () => {
      await repository.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function countingCalls(repository: Repository, called: (name: string) => void): Repository {
  return new Proxy(repository, {
    get: (target, name, receiver) => {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function') return value;
      return (...args: readonly unknown[]) => {
        called(String(name));
        return Reflect.apply(value, target, args);
      };
    },
  });
}

function plain({ data, errors }: ExecutionResult): Answer {
  return {
    ...(data !== undefined && { data: JSON.parse(JSON.stringify(data)) }),
    ...(errors && {
      errors: errors.map((each) => [each.path?.join('.'), each.extensions.code, each.message]),
    }),
  };
}
