import { readdirSync, readFileSync } from 'node:fs';
import { compose, logicalSubgraphs } from '../gateway/index.ts';
import { deriveMember, readContract } from '../schema/index.ts';

export const GENERATED_FOLDER = 'schema/generated';

/** Every file of the folder, by name: what a member serves, the faces, the supergraph, and what a client sees of it. */
export function generatedSchema(): Readonly<Record<string, string>> {
  const contract = readContract();
  const extension = readFileSync('subgraphs/morocco/extension.graphql', 'utf8');
  const subgraphs = logicalSubgraphs(contract, extension);
  const composed = compose(subgraphs);
  if (composed.kind === 'refused') throw new Error(composed.findings.join('\n'));
  const { supergraph, api } = composed;
  const sdls = Object.entries({ member: deriveMember(contract), ...subgraphs, supergraph, api });
  return Object.fromEntries(sdls.map(([name, sdl]) => [`${name}.graphql`, `${sdl.trimEnd()}\n`]));
}

/** Names of the folder's files that are not as they would be generated now: changed, missing or left over. */
export function staleFiles(generated: Readonly<Record<string, string>>): readonly string[] {
  const present = readdirSync(GENERATED_FOLDER);
  const names = [...new Set([...Object.keys(generated), ...present])].sort();
  return names.filter((name) => !present.includes(name) || textOf(name) !== generated[name]);
}

const textOf = (name: string): string => readFileSync(`${GENERATED_FOLDER}/${name}`, 'utf8');
