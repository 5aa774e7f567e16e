import { existsSync, readFileSync } from 'node:fs';
import { CONTRACT_PAGE, contractDocs } from '../contract-docs/index.ts';
import { GENERATED_FOLDER, generatedSchema, staleFiles } from '../generated-schema.ts';
import { OPERATOR_PAGE, operatorDocs } from '../operator-docs/index.ts';

/** A sentence for each file that is not as `npm run schema` would write it now. */
export const staleSentences = (): readonly string[] =>
  stalePaths().map((path) => `${path} is not current: run \`npm run schema\` and commit it.`);

const stalePaths = (): readonly string[] => [
  ...staleFiles(generatedSchema()).map((name) => `${GENERATED_FOLDER}/${name}`),
  ...(isCurrent(CONTRACT_PAGE, contractDocs()) ? [] : [CONTRACT_PAGE]),
  ...(isCurrent(OPERATOR_PAGE, operatorDocs()) ? [] : [OPERATOR_PAGE]),
];

const isCurrent = (path: string, text: string): boolean =>
  existsSync(path) && readFileSync(path, 'utf8') === text;
