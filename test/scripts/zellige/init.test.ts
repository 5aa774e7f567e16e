import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { environment } from '../../house/config.ts';
import { FULL } from '../../oracle/config.ts';
import { askOver, temporaryFolder } from '../../subgraphs/temporary.ts';
import { installOffline, runIn, startProject } from './agency-project.ts';
import { type Ended, zellige } from './command.ts';

const folder = temporaryFolder();
const project = join(folder, 'register');
const ZELLIGE = 'node_modules/zellige-kit/scripts/zellige/agency.js';

let written: Ended;
beforeAll(async () => {
  written = await zellige(['init', 'KE', project, '--json'], environment());
  installOffline(project);
});

test('a project has all that an agency needs, and says which files it is', () => {
  expect([written.code, written.err]).toEqual([0, '']);
  expect(JSON.parse(written.out)).toEqual({
    member: 'KE',
    folder: project,
    files: [
      '.dockerignore',
      '.gitignore',
      'Dockerfile',
      'README.md',
      'compose.yml',
      'package.json',
      'seeds/usgs-africa-2021/KE.json',
      'seeds/usgs-africa-2021/SOURCE.json',
      'seeds/usgs-mcs/KE.json',
      'seeds/usgs-mcs/SOURCE.json',
      'src/extension.graphql',
      'src/main.ts',
      'src/member.ts',
      'src/profile.ts',
      'src/resolvers.ts',
      'test/member.test.ts',
      'tsconfig.json',
      'vendor/kit.tgz',
    ],
  });
});

test('no place of the template is left open', () => {
  const texts = JSON.parse(written.out)
    .files.filter((path: string) => !path.endsWith('.tgz'))
    .map((path: string) => readFileSync(join(project, path), 'utf8'));
  expect(texts.join('\n')).not.toMatch(/\{\{|\}\}/);
});

test('its types are right', () => {
  expect(runIn(project, ['node_modules/typescript/bin/tsc', '-p', '.'])).toEqual({
    status: 0,
    said: '',
  });
});

/** The audits take long; the journey of an agency that joins sees them kept, for its publication runs them too. */
const WHICH = FULL ? [] : ['--test-name-pattern=extension'];
test(`its own tests pass${FULL ? ', the audits among them' : ''}`, () => {
  const { status, said } = runIn(project, [
    '--import',
    'tsx',
    '--test',
    '--test-reporter=tap',
    ...WHICH,
    'test/member.test.ts',
  ]);
  expect([status, said.match(/^# fail \d+$/gm)]).toEqual([0, ['# fail 0']]);
  const passed = said.match(/^ok \d+ - [^#\n]+$/gm)?.map((line) => line.replace(/^ok \d+ - /, ''));
  expect(passed).toEqual([
    ...(FULL ? ['the member keeps the contract'] : []),
    'the extension may be published',
  ]);
});

test('its extension may be published, says the command that the kit brings', () => {
  const { status, said } = runIn(project, [
    ZELLIGE,
    'check',
    'src/extension.graphql',
    '--member',
    'KE',
    '--json',
  ]);
  expect([status, JSON.parse(said)]).toEqual([
    0,
    {
      member: 'KE',
      contractVersion: '1.0',
      adds: [
        {
          place: 'Organisation.ke_hasLei',
          type: 'Boolean',
          description: expect.stringContaining('Legal Entity Identifier (LEI)'),
        },
      ],
      findings: [],
    },
  ]);
});

test('it starts, and answers with its records and its extension', async () => {
  const member = await startProject(project);
  const query = '{ organisations(first: 1) { edges { node { id home ke_hasLei } } } }';
  expect(await askOver(member.url, query)).toEqual({
    data: {
      organisations: {
        edges: [
          {
            node: {
              id: expect.stringMatching(/^KE:org:/),
              home: 'KE',
              ke_hasLei: expect.any(Boolean),
            },
          },
        ],
      },
    },
  });
  expect(await member.stop()).toBe(0);
});

test('a database that cannot be is one sentence and exit code 1', () => {
  const start = ['--import', 'tsx', 'src/main.ts'];
  expect(runIn(project, start, { DATABASE_URL: 'oracle:x' })).toEqual({
    status: 1,
    said: 'Expected a database such as "sqlite:data/MA.db" or "mysql://user:password@host:3306/morocco", got one of "oracle".\n',
  });
});

test('nothing is written into a folder that has things in it', async () => {
  const full = join(folder, 'full');
  mkdirSync(full);
  writeFileSync(join(full, 'register.csv'), '');
  expect(await zellige(['init', 'KE', full])).toEqual({
    code: 1,
    out: `FOLDER_NOT_EMPTY: Expected an empty folder, got ${full} with register.csv in it; name another.\n`,
    err: '',
  });
});
