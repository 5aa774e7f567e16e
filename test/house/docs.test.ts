import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { CONTRACT_PAGE, contractDocs } from '../../scripts/contract-docs/index.ts';
import { OPERATOR_PAGE, operatorDocs } from '../../scripts/operator-docs/index.ts';

const PAGES = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
  ...readdirSync('docs').map((name) => join('docs', name)),
];

test('docs/contract.md is what `npm run schema` writes', () => {
  expect(readFileSync(CONTRACT_PAGE, 'utf8')).toBe(contractDocs());
});

test('the tables of docs/operator.md are those that `npm run schema` writes', () => {
  expect(readFileSync(OPERATOR_PAGE, 'utf8')).toBe(operatorDocs());
});

test('every question that a page shows can be asked', () => {
  const schema = buildSchema(readFileSync('schema/generated/api.graphql', 'utf8'));
  const shown = PAGES.flatMap((page) => questionsOf(page).map((question) => ({ page, question })));
  expect(shown.length).toBeGreaterThan(2);
  const faults = shown.flatMap(({ page, question }) =>
    validate(schema, parse(question)).map(({ message }) => `${page}: ${message}`),
  );
  expect(faults).toEqual([]);
});

test.each(PAGES)('every link of %s leads to a file or heading that is there', (page) => {
  expect(linksOf(page).filter((link) => !leadsSomewhere(page, link))).toEqual([]);
});

test('every command that a page gives is a script of the package', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const known = ['ci', 'install', ...Object.keys(scripts)];
  const given = PAGES.flatMap((page) => commandsOf(page).map((name) => ({ page, name })));
  expect(given.length).toBeGreaterThan(5);
  expect(given.filter(({ name }) => !known.includes(name))).toEqual([]);
});

test('every place that a page names is there', () => {
  const named = PAGES.flatMap((page) => placesOf(page).map((place) => ({ page, place })));
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter(({ place }) => !existsSync(place))).toEqual([]);
});

test('what docs/start.md says of a failure is what a program prints', () => {
  const said = sentencesOf('docs/start.md').map((sentence) => sentence.split('…'));
  expect(said.length).toBeGreaterThan(10);
  const isPrinted = (parts: readonly string[]) =>
    SOURCES.some((source) => parts.every((part) => source.includes(part.trim())));
  expect(said.filter((parts) => !isPrinted(parts))).toEqual([]);
});

/** `npm start`, `npm test`, `npm run NAME`. */
const commandsOf = (page: string): readonly string[] =>
  [...readFileSync(page, 'utf8').matchAll(/\bnpm (?:run (?:-s )?)?([a-z][\w:-]*)/g)].map(
    ([, name = '']) => name,
  );

/** Those in blocks of GraphQL, in the body of a command, and in its address. */
const questionsOf = (page: string): readonly string[] => {
  const text = readFileSync(page, 'utf8');
  const blocks = [...text.matchAll(/```graphql\n([\s\S]*?)```/g)];
  const bodies = [...text.matchAll(/"query": (".*")/g)].map(([, json = '""']) => JSON.parse(json));
  const addresses = [...text.matchAll(/'query=([^']+)'/g)];
  return [...[...blocks, ...addresses].map(([, question = '']) => question), ...bodies];
};

const linksOf = (page: string): readonly string[] =>
  [...readFileSync(page, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^https?:/.test(link));

function leadsSomewhere(page: string, link: string): boolean {
  const [file, heading] = link.split('#');
  const target = file ? join(dirname(page), file) : page;
  const isFile = readdirSync(dirname(target)).includes(target.split('/').at(-1) ?? '');
  return isFile && (heading === undefined || headingsOf(target).includes(heading));
}

const headingsOf = (page: string): readonly string[] =>
  [...readFileSync(page, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );

/** A path of the repository in the text, such as `gateway/members/route.ts` or `schema/rules/`. */
const placesOf = (page: string): readonly string[] =>
  [
    ...readFileSync(page, 'utf8').matchAll(
      /`((?:schema|gateway|subgraphs|scripts|test|docs)\/[\w./-]*)`/g,
    ),
  ]
    .map(([, place = '']) => place)
    .filter((place) => !place.includes('<'));

/** The first column of the table of failures. */
const sentencesOf = (page: string): readonly string[] =>
  [
    ...(readFileSync(page, 'utf8').split('## When something fails')[1] ?? '').matchAll(
      /^\| `(.+?)` \|/gm,
    ),
  ].map(([, sentence = '']) => sentence);

const SOURCES: readonly string[] = ['gateway', 'subgraphs', 'scripts', 'test/zoo'].flatMap(
  (folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|js)$/.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
);
