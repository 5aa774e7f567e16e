// `npm run schema`: writes the member's SDL, the faces and the supergraph to schema/generated/.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compose, logicalSubgraphs } from '../gateway/index.ts';
import { deriveMember, readContract } from '../schema/index.ts';

const FOLDER = 'schema/generated';

/** Every generated file, by name. */
export function generated(): Readonly<Record<string, string>> {
  const contract = readContract();
  const extension = readFileSync('subgraphs/morocco/extension.graphql', 'utf8');
  const subgraphs = logicalSubgraphs(contract, extension);
  const composed = compose(subgraphs);
  if (composed.kind === 'refused') throw new Error(composed.findings.join('\n'));
  return {
    'member.graphql': deriveMember(contract),
    ...Object.fromEntries(Object.entries(subgraphs).map(([name, sdl]) => [`${name}.graphql`, sdl])),
    'supergraph.graphql': composed.supergraph,
  };
}

mkdirSync(FOLDER, { recursive: true });
for (const [name, text] of Object.entries(generated()))
  writeFileSync(`${FOLDER}/${name}`, `${text.trimEnd()}\n`);
