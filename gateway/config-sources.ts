import { existsSync, readFileSync } from 'node:fs';

/** A key as it was given, with the name to speak of it by. */
export type Given = Readonly<Record<string, { readonly name: string; readonly value: unknown }>>;

const DEFAULT_FILE = 'zellige.config.json';

/** The keys of the file. It may be absent, unless the operator named it. */
export function keysOfFile(path: string | undefined): {
  readonly given: Given;
  readonly faults: readonly string[];
} {
  const file = path ?? DEFAULT_FILE;
  if (path === undefined && !existsSync(file)) return { given: {}, faults: [] };
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isObject(content)
      ? { given: named(content, file), faults: [] }
      : { given: {}, faults: [`${file}: expected a JSON object, got ${JSON.stringify(content)}.`] };
  } catch (fault) {
    return {
      given: {},
      faults: [`${file}: expected a readable JSON file, got ${saysOf(fault)}.`],
    };
  }
}

/** The same keys from the environment, read as the values that they stand for; what cannot be read stays text. */
export function keysOfEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  keys: readonly string[],
): Given {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const name = variableOf(key);
      const text = environment[name];
      return text === undefined ? [] : [[key, { name, value: (READERS[key] ?? asText)(text) }]];
    }),
  );
}

/** `dataDir` is `DATA_DIR` in the environment. */
export const variableOf = (key: string): string => key.replaceAll(/[A-Z]/g, '_$&').toUpperCase();

const asText = (text: string): unknown => text;
const asNumber = (text: string): unknown => (/^\d+$/.test(text) ? Number(text) : text);
const asBoolean = (text: string): unknown => (/^(true|false)$/.test(text) ? text === 'true' : text);
const asList = (text: string): readonly string[] => text.split(/[\s,]+/).filter(Boolean);

/** JSON, or a list such as `MA=https://minerals.example/graphql, CD=...`. */
function asMembers(text: string): unknown {
  if (/^\s*\[/.test(text)) return asJson(text);
  return asList(text).map((each) => {
    const [code, ...url] = each.split('=');
    return { code, url: url.join('=') };
  });
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  port: asNumber,
  deadlineMs: asNumber,
  allowPrivateMembers: asBoolean,
  costMax: asNumber,
  workMsMax: asNumber,
  requestsPerMinuteMax: asNumber,
  rateLimitLoopback: asBoolean,
  corsOrigins: asList,
  trustedProxies: asList,
  metricsNetworks: asList,
  members: asMembers,
};

const named = (content: Readonly<Record<string, unknown>>, file: string): Given =>
  Object.fromEntries(
    Object.entries(content).map(([key, value]) => [key, { name: `${key} in ${file}`, value }]),
  );

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const saysOf = (fault: unknown): string => String(fault).replace(/^\w*Error: /, '');
