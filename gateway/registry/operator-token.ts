import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from './database/index.ts';
import { hashOfSecret, newToken } from './holder.ts';

export const operatorTokenFile = (dataDir: string): string => join(dataDir, 'operator-token');

/**
 * Writes the operator's token once, for its owner's eyes alone. Where the file is gone a new one is made; where the registry is another, it
 * learns the one that there is. A token that is revoked stays so: delete the file, and the next start makes another.
 */
export async function keepOperatorToken(
  store: Pick<Store, 'keepToken' | 'tokenOfHash'>,
  dataDir: string,
): Promise<void> {
  const file = operatorTokenFile(dataDir);
  const made = newToken(null, new Date().toISOString());
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, `${made.secret}\n`, { mode: 0o600, flag: 'wx' });
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (!/^zlg_[\w-]{43}$/.test(secret))
    throw new Error(
      `Expected a token in ${file}, got something else; delete it, and the next start makes a new one.`,
    );
  const hash = hashOfSecret(secret);
  if (!(await store.tokenOfHash(hash))) await store.keepToken({ ...made.token, hash });
}
