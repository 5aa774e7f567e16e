import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ask, startHere } from './in-this-process.ts';

const README = readFileSync('README.md', 'utf8');
const blockOf = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(README)?.[1] ?? '';

test('the data that README shows is the answer to its question', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zellige-readme-'));
  const { url, close } = await startHere(['AMSG', 'CD', 'MG', 'ZM'], folder);
  const answer = await ask(url, blockOf('graphql'));
  await close();
  rmSync(folder, { recursive: true, force: true });
  const { extensions, ...shown } = answer as { readonly extensions: unknown };
  expect(shown).toEqual(JSON.parse(blockOf('json')));
  expect(extensions).toMatchObject({ zellige: { coverage: { complete: true, missing: [] } } });
});
