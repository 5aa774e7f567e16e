import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { GRAPHIQL_VERSION, type GraphiqlPart, graphiqlPart } from './graphiql.ts';

/** What a page loads. Its address changes with its content, so that a browser may keep it for good. */
export type Asset =
  | { readonly kind: 'text'; readonly type: string; readonly text: string }
  | { readonly kind: 'gzip'; readonly type: string; readonly bytes: Uint8Array };

export type AssetName = keyof typeof OWN | keyof typeof GRAPHIQL;

const CSS = 'text/css; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';

/** Files beside this one. */
const OWN = {
  'style.css': CSS,
  'explorer.css': CSS,
  'members.css': CSS,
  'explorer.js': SCRIPT,
  'tile.svg': 'image/svg+xml',
} as const;

const GRAPHIQL = {
  'graphiql.js': { part: 'js', type: SCRIPT },
  'graphiql.css': { part: 'css', type: CSS },
  'editor-worker.js': { part: 'editorWorkerService', type: SCRIPT },
  'json-worker.js': { part: 'jsonWorker', type: SCRIPT },
  'graphql-worker.js': { part: 'graphqlWorker', type: SCRIPT },
} as const satisfies Readonly<
  Record<string, { readonly part: GraphiqlPart; readonly type: string }>
>;

export const hrefOf = (name: AssetName): string => `/assets/${versionOf(name)}/${name}`;

/** The asset at that address; undefined where there is none, or no longer in that version. */
export async function assetAt(version: string, name: string): Promise<Asset | undefined> {
  if (isOwn(name) && version === versionOf(name))
    return { kind: 'text', type: OWN[name], text: textOf(name) };
  if (!isGraphiql(name) || version !== versionOf(name)) return undefined;
  const { part, type } = GRAPHIQL[name];
  return { kind: 'gzip', type, bytes: await graphiqlPart(part) };
}

const isOwn = (name: string): name is keyof typeof OWN => Object.hasOwn(OWN, name);
const isGraphiql = (name: string): name is keyof typeof GRAPHIQL => Object.hasOwn(GRAPHIQL, name);

const versionOf = (name: AssetName): string =>
  isOwn(name)
    ? createHash('sha256').update(textOf(name)).digest('hex').slice(0, 12)
    : `graphiql-${GRAPHIQL_VERSION}`;

const textOf = (name: keyof typeof OWN): string =>
  readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');
