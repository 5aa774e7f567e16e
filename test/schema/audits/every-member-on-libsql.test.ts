import { join } from 'node:path';
import { temporaryFolder } from '../../subgraphs/temporary.ts';
import { everyMemberKeepsTheContract } from './every-member.ts';

const folder = temporaryFolder();
everyMemberKeepsTheContract((code) => `sqlite:${join(folder, `${code}.db`)}`);
