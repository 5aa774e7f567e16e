import { readFileSync } from 'node:fs';

/** What `npm run schema` wrote: the supergraph, the logical subgraphs in it, and who publishes an extension. */
export type Supergraph = {
  readonly supergraph: string;
  readonly faces: Readonly<Record<string, string>>;
  readonly extended: readonly string[];
};

const FACES = [
  'amsg',
  'continental',
  'extensions',
  'links_records',
  'links_shared',
  'national',
] as const;

/** Composing costs a quarter of a second; a start reads what was composed, and a test proves that it is current. */
export function readSupergraph(): Supergraph {
  const faces = Object.fromEntries(FACES.map((name) => [name, read(name)]));
  return { supergraph: read('supergraph'), faces, extended: extendedIn(read('extensions')) };
}

const read = (name: string): string =>
  readFileSync(new URL(`../../schema/generated/${name}.graphql`, import.meta.url), 'utf8');

/** The members whose prefix a field carries: `ma_phosphateGrade` is Morocco's. */
export const extendedIn = (sdl: string): readonly string[] =>
  [
    ...new Set(
      [...sdl.matchAll(/^ {2}([a-z]{2,8})_\w+[(:]/gm)].map(([, code = '']) => code.toUpperCase()),
    ),
  ].sort();
