// `npm run kit [-- FILE]`: what an agency builds with, as one file that npm installs.
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { packKit } from './index.ts';

const file = resolve(process.argv[2] ?? 'data/kit.tgz');
mkdirSync(dirname(file), { recursive: true });
packKit(file);
console.log(`Wrote ${file}.`);
