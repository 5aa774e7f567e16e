import { LINE_FIELDS } from '../../gateway/index.ts';
import { code, table } from '../contract-docs/index.ts';

export const requestLine = (): readonly string[] =>
  table(
    ['field', 'what it says'],
    Object.entries(LINE_FIELDS).map(([field, says]) => [code(field), says]),
  );
