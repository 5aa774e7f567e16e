import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packKit } from '../../kit/index.ts';
import { projectManifest } from './project-manifest.ts';
import { seedsOf } from './seeds-of.ts';

const TEMPLATE = fileURLToPath(new URL('template', import.meta.url));

/** Writes all files of a project; gives their paths in it, in order. */
export function writeProject(code: string, folder: string): readonly string[] {
  mkdirSync(join(folder, 'vendor'), { recursive: true });
  for (const [path, text] of Object.entries(textsOf(code))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  packKit(join(folder, 'vendor/kit.tgz'));
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name).slice(folder.length + 1))
    .filter((path) => !path.startsWith('.git/'))
    .sort();
}

function textsOf(code: string): Readonly<Record<string, string>> {
  const fill = filledFor(code);
  const files = readdirSync(TEMPLATE, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
    .map((path) => [path.slice(TEMPLATE.length + 1), fill(readFileSync(path, 'utf8'))]);
  return {
    ...Object.fromEntries(texts),
    'package.json': projectManifest(code),
    ...seedsOf(code),
  };
}

/** Puts what differs from member to member into a text of the template. */
function filledFor(code: string): (text: string) => string {
  const words: Readonly<Record<string, string>> = {
    CODE: code,
    code: code.toLowerCase(),
    name: nameOf(code),
    modules: (code.length === 2 ? ['MINERALS', 'POLICIES', 'EVENTS'] : ['POLICIES', 'EVENTS'])
      .map((each) => `'${each}'`)
      .join(', '),
  };
  return (text) => text.replaceAll(/\{\{(\w+)\}\}/g, (whole, word) => words[word] ?? whole);
}

/** A state's name in English; a body is known by its acronym. */
const nameOf = (code: string): string =>
  (code.length === 2 ? new Intl.DisplayNames('en', { type: 'region' }).of(code) : code) ?? code;
