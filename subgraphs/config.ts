import { parseArgs } from 'node:util';
import { MEMBER_CODES } from './define-member.ts';

/** One member, as an operator runs it. */
export type MemberConfig = {
  readonly code: string;
  readonly database: string;
  readonly host: string;
  readonly port: number;
};
/** All members in one process, each with its database in one folder. */
export type AllMembersConfig = {
  readonly codes: readonly string[];
  readonly folder: string;
  readonly host: string;
};

type Environment = Readonly<Record<string, string | undefined>>;
type Arguments = readonly string[];

const HOST = '127.0.0.1';
const text = { type: 'string' } as const;

/** From `--code MA --port 4001 --database URL --host HOST`; what is not given, from MEMBER_CODE, PORT, DATABASE_URL and HOST. */
export function readMemberConfig(
  args: Arguments = process.argv.slice(2),
  environment: Environment = process.env,
): MemberConfig {
  const options = { code: text, port: text, database: text, host: text };
  const { values } = parseArgs({ args: [...args], options });
  return {
    code: needed('--code such as MA', values.code ?? environment.MEMBER_CODE),
    database: needed(
      '--database such as sqlite:data/MA.db',
      values.database ?? environment.DATABASE_URL,
    ),
    host: values.host ?? environment.HOST ?? HOST,
    port: portOf(values.port ?? environment.PORT ?? '4001'),
  };
}

/** From `--members MA,CD --folder data --host HOST`; without `--members` all of them. */
export function readAllMembersConfig(
  args: Arguments = process.argv.slice(2),
  environment: Environment = process.env,
): AllMembersConfig {
  const options = { members: text, folder: text, host: text };
  const { values } = parseArgs({ args: [...args], options });
  return {
    codes: values.members?.split(/[\s,]+/).filter(Boolean) ?? MEMBER_CODES,
    folder: values.folder ?? environment.DATA_DIR ?? 'data',
    host: values.host ?? HOST,
  };
}

export const readLogLevel = (environment: Environment = process.env): string =>
  environment.LOG_LEVEL ?? 'info';

function needed(option: string, value: string | undefined): string {
  if (value !== undefined && value !== '') return value;
  throw new Error(`Expected ${option}, got none; give it.`);
}

function portOf(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (port <= 65_535) return port;
  throw new Error(`Expected a port from 0 to 65535, got ${JSON.stringify(value)}.`);
}
