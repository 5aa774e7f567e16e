// Installs what is missing, so that a fresh clone needs no command but `npm start` or `npm test`.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const LOCK = 'package-lock.json';
const INSTALLED = 'node_modules/.package-lock.json';

/** In production, npm leaves out what only development needs. */
const isLeftOut = ({ dev, optional }) => optional || (dev && process.env.NODE_ENV === 'production');

/** The lock file that npm keeps inside node_modules lists what is there, but for the root entry and what other platforms need. */
function isComplete() {
  if (!existsSync(INSTALLED)) return false;
  const wanted = JSON.parse(readFileSync(LOCK, 'utf8')).packages;
  const there = JSON.parse(readFileSync(INSTALLED, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, each]) => path === '' || isLeftOut(each) || there[path]?.version === each.version,
  );
}

if (!isComplete()) {
  process.stderr.write('Installing what is missing (once) ...\n');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    process.stderr.write(
      'The packages could not be installed. Check the network or the npm settings, then try again.\n',
    );
    process.exit(1);
  }
}
