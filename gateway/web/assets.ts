import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What a page loads. Its address changes with its content, so that a browser may keep it for good. */
export type Asset = { readonly type: string; readonly body: string };

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

/** Parts of the prebuilt GraphiQL. The package means them to stand in one page of 9 MB; as files of their own they are loaded once. */
const GRAPHIQL = {
  'graphiql.js': { part: 'js', type: SCRIPT },
  'graphiql.css': { part: 'css', type: CSS },
  'editor-worker.js': { part: 'editorWorkerService', type: SCRIPT },
  'json-worker.js': { part: 'jsonWorker', type: SCRIPT },
  'graphql-worker.js': { part: 'graphqlWorker', type: SCRIPT },
} as const;

export const hrefOf = (name: AssetName): string => `/assets/${versionOf(name)}/${name}`;

/** The asset at that address; undefined where there is none, or no longer in that version. */
export async function assetAt(version: string, name: string): Promise<Asset | undefined> {
  if (isOwn(name) && version === versionOf(name)) return { type: OWN[name], body: bodyOf(name) };
  if (!isGraphiql(name) || version !== versionOf(name)) return undefined;
  const bundle = await import('@graphql-yoga/render-graphiql/graphiql'); // 9 MB, loaded when somebody opens the explorer
  return { type: GRAPHIQL[name].type, body: bundle[GRAPHIQL[name].part] };
}

const isOwn = (name: string): name is keyof typeof OWN => Object.hasOwn(OWN, name);
const isGraphiql = (name: string): name is keyof typeof GRAPHIQL => Object.hasOwn(GRAPHIQL, name);

const versionOf = (name: AssetName): string =>
  isOwn(name)
    ? createHash('sha256').update(bodyOf(name)).digest('hex').slice(0, 12)
    : `graphiql-${GRAPHIQL_VERSION}`;

const bodyOf = (name: keyof typeof OWN): string =>
  readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');

const GRAPHIQL_VERSION: string = createRequire(import.meta.url)(
  '@graphql-yoga/render-graphiql/package.json',
).version;
