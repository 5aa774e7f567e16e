import type { Finding } from '../../schema/index.ts';
import { table } from './table.ts';

/** What is to be mended: by which rule, where, and how. */
export const findingsTable = (findings: readonly Finding[]): string =>
  table(
    ['CODE', 'AT', 'DO'],
    findings.map(({ code, place, says }) => [code, place, says]),
  );
