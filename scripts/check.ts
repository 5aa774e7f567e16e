// `npm run check`: what must be true of the repository before a commit.
import {
  type Check,
  faultsOfTool,
  installedPackages,
  licenceOffences,
  runChecks,
  staleSentences,
} from './check/index.ts';

const CHECKS: readonly Check[] = [
  { name: 'types', run: () => faultsOfTool('typescript/bin/tsc', ['-p', '.']) },
  {
    name: 'style',
    run: () => faultsOfTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  },
  { name: 'doors', run: () => faultsOfTool('jest/bin/jest.js', ['test/architecture.test.ts']) },
  { name: 'licences', run: () => licenceOffences(installedPackages('node_modules')) },
  { name: 'generated files', run: staleSentences },
];

process.exitCode = (await runChecks(CHECKS, console.log)) ? 0 : 1;
