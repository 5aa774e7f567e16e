import { join } from 'node:path';
import { z } from 'zod';
import { type MemberCode, parseMemberCode } from '../schema/index.ts';
import { type Given, keysOfEnvironment, keysOfFile, variableOf } from './config-sources.ts';
import { keptCursorKey, parseCursorKey } from './cursor-key.ts';
import { DEFAULT_ENGINE, ENGINE_NAMES } from './engine-name.ts';
import { LIMITS } from './limits/index.ts';
import { isAllowedAddress } from './members/index.ts';
import { parseRegistryUrl } from './registry/database/database-url.ts';

/** What an operator decides. The file has these keys, the environment the same in UPPER_SNAKE; the environment wins. */
export type Config = Readonly<Omit<Checked, 'cursorKey' | 'registryDatabase'>> & {
  /** Where publications are kept; a file in the data folder when none is named. */
  readonly registryDatabase: string;
  /** 32 bytes. Made and kept in the data folder when none is given, so that cursors outlive a restart. */
  readonly cursorKey: Uint8Array;
};

/** A configuration, or everything that is wrong with it, one sentence each. */
export type ConfigReading =
  | { readonly kind: 'read'; readonly config: Config }
  | { readonly kind: 'refused'; readonly faults: readonly string[] };

/**
 * The only reader of the environment. Whoever starts the members beside the gateway reads it before Apollo is loaded, hence not through the door.
 * @public
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): ConfigReading {
  const file = keysOfFile(environment.ZELLIGE_CONFIG);
  const given = { ...file.given, ...keysOfEnvironment(environment, KEYS) };
  const checked = schemaFor(given.allowPrivateMembers?.value === true).safeParse(
    Object.fromEntries(Object.entries(given).map(([key, { value }]) => [key, value])),
  );
  const faults = [
    ...unsafeSwitches(environment),
    ...file.faults,
    ...(checked.error?.issues ?? []).flatMap(sentencesOf(given)),
  ];
  if (!checked.data || faults.length > 0) return refused(faults);
  const { dataDir, registryDatabase = `sqlite:${join(dataDir, 'registry.db')}` } = checked.data;
  const key = checked.data.cursorKey ?? keptCursorKey(dataDir);
  return 'fault' in key
    ? refused([key.fault])
    : { kind: 'read', config: { ...checked.data, registryDatabase, cursorKey: key } };
}

/** Each takes away a check of the planner's that keeps a small question from costing it minutes. */
const UNSAFE_SWITCHES = [
  'APOLLO_DISABLE_SECURITY_RECURSIVE_SELECTIONS_CHECK',
  'APOLLO_DISABLE_SECURITY_NON_LOCAL_SELECTIONS_CHECK',
] as const;

const unsafeSwitches = (environment: Readonly<Record<string, string | undefined>>) =>
  UNSAFE_SWITCHES.filter((name) => environment[name] !== undefined).map(
    (name) =>
      `${name}: expected nothing, for it lets a small question keep the planner busy for minutes, got "${environment[name]}"; unset it.`,
  );

const refused = (faults: readonly string[]): ConfigReading => ({
  kind: 'refused',
  faults: [...new Set(faults)],
});

const MOST = 1_000_000_000;

/** What each key expects, in the words of a fault. */
const EXPECTED = {
  host: 'a host name or an address to listen on',
  port: 'a port from 0 to 65535',
  dataDir: 'a folder',
  engine: `${ENGINE_NAMES.map((each) => `"${each}"`).join(' or ')}`,
  members: 'a list of { code, url }, each code once',
  deadlineMs: `a whole number of milliseconds from ${LIMITS.deadlineMsMin} to ${LIMITS.deadlineMsMax}`,
  corsOrigins: 'a list of origins such as "https://example.org"',
  trustedProxies: 'a list of addresses or networks such as "10.0.0.0/8"',
  metricsNetworks: 'a list of addresses or networks such as "10.0.0.0/8"',
  costMax: `a whole number from 1 to ${MOST}; docs/cost.md says what is counted`,
  workMsMax: `a whole number of milliseconds from 1 to ${MOST}; docs/cost.md says what is counted`,
  requestsPerMinuteMax: `a whole number from 1 to ${MOST}`,
  rateLimitLoopback: 'true or false',
  allowPrivateMembers: 'true or false',
  registryDatabase:
    'a database such as "mysql://user:password@host:3306/registry" or "sqlite:data/registry.db"',
  cursorKey: '32 bytes, written as 64 hexadecimal digits',
} as const;

export type SettingKey = keyof typeof EXPECTED;
const KEYS = Object.keys(EXPECTED).filter((key): key is SettingKey => key in EXPECTED);
/** A key as the operator's page has it; `unset` is what holds where it is not given, undefined where nothing does. */
export type Setting = {
  readonly key: SettingKey;
  readonly variable: string;
  readonly expected: string;
  readonly unset: unknown;
};

/** @public */
export function settings(): readonly Setting[] {
  const unset: Readonly<Partial<Record<SettingKey, unknown>>> = schemaFor(false).parse({});
  return KEYS.map((key) => ({
    key,
    variable: variableOf(key),
    expected: EXPECTED[key],
    unset: unset[key],
  }));
}

const CODE = 'the code of a member such as "MA" or "AMSG"';
const PUBLIC_ADDRESS =
  'an https address outside private networks, without user name and password (allowPrivateMembers admits http and private networks)';
const ANY_ADDRESS = 'an http or https address without user name and password';

const LOOPBACK: readonly string[] = ['127.0.0.0/8', '::1'];

type Checked = z.output<ReturnType<typeof schemaFor>>;

function schemaFor(allowsPrivate: boolean) {
  return z.strictObject({
    host: text(EXPECTED.host).default('127.0.0.1'),
    port: whole(0, 65_535, EXPECTED.port).default(4000),
    dataDir: text(EXPECTED.dataDir).default('data'),
    engine: z.enum(ENGINE_NAMES, { error: EXPECTED.engine }).default(DEFAULT_ENGINE),
    members: members(allowsPrivate).default([]),
    deadlineMs: whole(LIMITS.deadlineMsMin, LIMITS.deadlineMsMax, EXPECTED.deadlineMs).default(
      5000,
    ),
    corsOrigins: listOf(EXPECTED.corsOrigins, isOrigin).default([]),
    trustedProxies: listOf(EXPECTED.trustedProxies, isNetwork).default([]),
    metricsNetworks: listOf(EXPECTED.metricsNetworks, isNetwork).default(LOOPBACK),
    costMax: whole(1, MOST, EXPECTED.costMax).default(LIMITS.costMax),
    workMsMax: whole(1, MOST, EXPECTED.workMsMax).default(LIMITS.workMsMax),
    requestsPerMinuteMax: whole(1, MOST, EXPECTED.requestsPerMinuteMax).default(
      LIMITS.requestsPerMinuteMax,
    ),
    rateLimitLoopback: z.boolean({ error: EXPECTED.rateLimitLoopback }).default(false),
    allowPrivateMembers: z.boolean({ error: EXPECTED.allowPrivateMembers }).default(false),
    registryDatabase: text(EXPECTED.registryDatabase)
      .refine((url) => parseRegistryUrl(url) !== undefined, { error: EXPECTED.registryDatabase })
      .optional(),
    cursorKey: text(EXPECTED.cursorKey)
      .refine((hex) => parseCursorKey(hex) !== undefined, { error: EXPECTED.cursorKey })
      .transform(parseCursorKey)
      .optional(),
  });
}

const text = (error: string) => z.string({ error }).min(1, { error });

const whole = (least: number, most: number, error: string) =>
  z.int({ error }).min(least, { error }).max(most, { error });

const listOf = (error: string, isOne: (text: string) => boolean) =>
  z.array(z.string({ error }).refine(isOne, { error }), { error }).readonly();

function members(allowsPrivate: boolean) {
  const error = allowsPrivate ? ANY_ADDRESS : PUBLIC_ADDRESS;
  const url = z
    .string({ error })
    .refine((each) => isAllowedAddress(each, allowsPrivate), { error });
  const code = z.custom<MemberCode>((each) => parseMemberCode(each) !== undefined, { error: CODE });
  const member = z.strictObject({ code, url }, { error: EXPECTED.members }).readonly();
  return z
    .array(member, { error: EXPECTED.members })
    .refine((all) => new Set(all.map((each) => each.code)).size === all.length, {
      error: EXPECTED.members,
    })
    .readonly();
}

const isOrigin = (each: string) => URL.canParse(each) && new URL(each).origin === each;

const isNetwork = (each: string) =>
  [z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()].some((form) => form.safeParse(each).success);

/** One sentence for each thing that is wrong: key, what was expected, what came. */
const sentencesOf =
  (given: Given) =>
  (issue: z.core.$ZodIssue): readonly string[] => {
    const [key = '', ...inside] = issue.path.map(String);
    const at = [given[key]?.name ?? key, ...inside].join('.');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((each) => unknownKey(given, at, each));
    const came = inside.reduce(memberOf, given[key]?.value);
    return [
      `${at}: expected ${issue.message}, got ${SECRETS.includes(key) ? 'something else' : shown(came)}.`,
    ];
  };

function unknownKey(given: Given, at: string, key: string): string {
  const known = at === '' ? KEYS : ['code', 'url'];
  return `${at === '' ? (given[key]?.name ?? key) : `${at}.${key}`}: expected one of the keys ${known.join(', ')}, got "${key}".`;
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** Not even a part of them is shown. */
const SECRETS: readonly string[] = ['cursorKey', 'registryDatabase'];

/** A password that stands in an address is never shown. */
const shown = (value: unknown) =>
  value === undefined
    ? 'nothing'
    : JSON.stringify(value)
        .replaceAll(/\/\/[^/"]*@/g, '//***@')
        .slice(0, 120);
