import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Audit } from '../../gateway/registry/index.ts';
import { CLAIMS } from '../../schema/audits/index.ts';
import { givenRegistry } from '../gateway/registry/given-registry.ts';
import { openContinent, openMembers } from '../journeys/continent.ts';

const EXTENSION = readFileSync('subgraphs/morocco/extension.graphql', 'utf8');
/** Without the question for complexes. */
const SMALLER = EXTENSION.slice(0, EXTENSION.indexOf('type Query'));
const MODULES = ['MINERALS', 'POLICIES', 'EVENTS'] as const;
/** What a member says of itself is shown as text, and without its secrets. */
export const SAW = 'It took <b>4 s</b>, and said: mysql://zellige:Sesame42@10.0.0.7/cadastre.';

/** Every claim of the contract kept, but for two that should be. */
const audit: Audit = ({ url, due }) => {
  const claims = CLAIMS.filter((each) => due === 'JOIN' || each.due === 'PUBLISH');
  const broken = claims.filter(({ level }) => level === 'SHOULD').slice(0, 2);
  const report = {
    ...{ member: url.slice(-2).toUpperCase(), url, contractVersion: '1.0', modules: MODULES },
    claims: claims.map(({ id, level, remedy, ...claim }) => ({
      ...{ id, level, remedy },
      ...(broken.some((each) => each.id === id)
        ? { outcome: 'BROKEN' as const, saw: SAW }
        : { outcome: 'KEPT' as const, saw: claim.sentence }),
    })),
  };
  return Promise.resolve({ kind: 'verified', report });
};

export type MemberHistory = { readonly url: string; readonly close: () => Promise<void> };

/**
 * A gateway whose registry has a past. 1: Morocco joins. 2: with a URL of its own, fewer modules and more fields. 3: with fewer fields. 4: back
 * to 2. 5: Zambia joins. 6: Zambia is withdrawn. 7: AMSG, which alone answers, is of the settings.
 */
export async function openMemberHistory(): Promise<MemberHistory> {
  const folder = mkdtempSync(join(tmpdir(), 'zellige-member-pages-'));
  const registry = await givenRegistry(folder, { audit });
  const token = registry.operator;
  await registry.publishes('MA', { url: 'http://127.0.0.1:9/before/ma' });
  await registry.publishes('MA', { modules: MODULES.slice(0, 2), extension: EXTENSION });
  await registry.publishes('MA', { modules: MODULES.slice(0, 2), extension: SMALLER });
  await registry.rollback({ member: 'MA', token, body: { number: 2 } });
  await registry.publishes('ZM');
  await registry.withdraw({ member: 'ZM', token, body: {} });
  await registry.close();
  const members = await openMembers(folder, ['AMSG']);
  const continent = await openContinent({
    folder,
    members: members.addresses(),
    deadlineMs: 5_000,
  });
  return {
    url: continent.url,
    close: async () => {
      await continent.close();
      await members.close();
      rmSync(folder, { recursive: true });
    },
  };
}
