import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function parseCursorKey(text: string): Uint8Array | undefined {
  const hex = text.trim();
  return /^[0-9a-fA-F]{64}$/.test(hex) ? Uint8Array.from(Buffer.from(hex, 'hex')) : undefined;
}

/** The key that the data folder keeps, for its owner's eyes alone; made when there is none. */
export function keptCursorKey(dataDir: string): Uint8Array | { readonly fault: string } {
  const file = join(dataDir, 'cursor.key');
  try {
    mkdirSync(dataDir, { recursive: true });
    if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
    return parseCursorKey(readFileSync(file, 'utf8')) ?? { fault: damaged(file) };
  } catch (fault) {
    return {
      fault: `dataDir: expected a folder that can be written, got "${dataDir}" (${String(fault).replace('Error: ', '')}).`,
    };
  }
}

const damaged = (file: string) =>
  `${file}: expected 64 hexadecimal digits, got something else; delete it, and a new one is made (cursors given so far are then refused).`;
