import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../subgraphs/temporary.ts';

const all = temporaryFolder();

/** A folder for one registry, gone with all others when the tests of this file are over. */
export const newFolder = (): string => mkdtempSync(join(all, 'registry-'));
