// `npm run schema`: writes the member's SDL, the faces, the supergraph and the client's schema to schema/generated/, docs/contract.md and the tables of docs/operator.md.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { CONTRACT_PAGE, contractDocs } from './contract-docs/index.ts';
import { GENERATED_FOLDER, generatedSchema, staleFiles } from './generated-schema.ts';
import { OPERATOR_PAGE, operatorDocs } from './operator-docs/index.ts';

mkdirSync(GENERATED_FOLDER, { recursive: true });
const generated = generatedSchema();
for (const name of staleFiles(generated)) {
  const [path, text] = [`${GENERATED_FOLDER}/${name}`, generated[name]];
  if (text === undefined) rmSync(path);
  else writeFileSync(path, text);
  console.log(`${text === undefined ? 'Removed' : 'Wrote'} ${path}.`);
}

writeFileSync(CONTRACT_PAGE, contractDocs());
writeFileSync(OPERATOR_PAGE, operatorDocs());
