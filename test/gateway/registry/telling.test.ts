import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Audit } from '../../../gateway/registry/index.ts';
import type { MemberCode } from '../../../schema/index.ts';
import { extensionOf, type GivenRegistry, givenRegistry, urlOf } from './given-registry.ts';
import { newFolder } from './new-folder.ts';

const MODULES = ['MINERALS', 'POLICIES', 'EVENTS'] as const;
const claim = (id: string, outcome: 'KEPT' | 'BROKEN' | 'NOT_APPLICABLE') => ({
  ...{ id, level: 'SHOULD' as const, outcome },
  ...{ saw: `${id} was seen.`, remedy: `Mend ${id}.` },
});
const audit: Audit = ({ url, due }) =>
  Promise.resolve({
    kind: 'verified',
    report: {
      ...{ member: 'MA', url, contractVersion: '1.0', modules: MODULES },
      claims: [
        ...[claim('ONE', 'KEPT'), claim('TWO', 'BROKEN'), claim('NONE', 'NOT_APPLICABLE')],
        ...(due === 'JOIN' ? [claim('THREE', 'KEPT')] : []),
      ],
    },
  });

let registry: GivenRegistry;
beforeAll(async () => {
  registry = await givenRegistry(newFolder(), { audit });
});
afterAll(() => registry.close());

const MA = 'MA' as MemberCode;
/** What the newest publication changed, as all members are told, and as Morocco is. */
async function changed() {
  const [all] = await registry.telling.newest();
  const one = await registry.telling.member(MA);
  expect(one?.publications[0]).toMatchObject({ number: all?.number, changed: all?.changed });
  return all?.changed;
}
const back = (number: number) =>
  registry.rollback({ member: 'MA', token: registry.operator, body: { number } });

test('nothing is told of whom nothing was published', async () => {
  expect(await registry.telling.newest()).toEqual([]);
  expect(await registry.telling.member(MA)).toBeUndefined();
});

test('each publication tells in words what it changed', async () => {
  await registry.publishes('MA');
  expect(await changed()).toEqual(['joined']);
  await registry.publishes('MA', { extension: extensionOf('MA') });
  expect(await changed()).toEqual(['extension: +2 fields']);
  await registry.publishes('MA', { url: `${urlOf('MA')}/new`, modules: ['EVENTS', 'MINERALS'] });
  expect(await changed()).toEqual(['new URL', 'modules −POLICIES', 'extension: −2 fields']);
  await back(2);
  expect(await changed()).toEqual([
    ...['rolled back to 2', 'new URL', 'modules +POLICIES', 'extension: +2 fields'],
  ]);
  await registry.publishes('MA', { extension: extensionOf('MA').replace('Float', 'Int') });
  expect(await changed()).toEqual(['extension: 1 field changed']);
  await registry.publishes('MA', {
    extension: `# The same.\n${extensionOf('MA').replace('Float', 'Int')}`,
  });
  expect(await changed()).toEqual(['extension: rewritten, same fields']);
  await registry.publishes('MA', {
    extension: `# The same.\n${extensionOf('MA').replace('Float', 'Int')}`,
  });
  expect(await changed()).toEqual(['nothing']);
});

test('a member has its fields with their words, its newest audit, and its history', async () => {
  await back(5);
  const [newest] = await registry.telling.newest();
  expect(newest).toMatchObject({
    ...{ number: 8, audits: null },
    lastAudit: { number: 7, kept: 1, broken: 1 },
  });
  const told = await registry.telling.member(MA);
  expect(told).toMatchObject({ code: 'MA', modules: MODULES });
  expect(told?.extension).toEqual([
    {
      ...{ place: 'Site.ma_grade', type: 'Int' },
      description: 'A figure of its own, percent by mass.',
    },
    {
      ...{ place: 'Query.ma_gradeCount', type: 'Int' },
      description: 'How many such figures it has.',
    },
  ]);
  expect(told?.audit).toEqual({
    ...{ number: 7, kept: 1 },
    brokenClaims: [{ id: 'TWO', level: 'SHOULD', saw: 'TWO was seen.', remedy: 'Mend TWO.' }],
  });
  expect(told?.publications.map(({ number, audits }) => [number, audits?.kept])).toEqual([
    ...[[8, undefined] as const, [7, 1] as const, [6, 1] as const, [5, 1] as const],
    ...[[4, undefined] as const, [3, 2] as const, [2, 1] as const, [1, 2] as const],
  ]);
  expect(JSON.stringify(told)).not.toContain('127.0.0.1');
});

test('who is withdrawn is told, and so is who comes back', async () => {
  await registry.withdraw({ member: 'MA', token: registry.operator, body: {} });
  expect(await changed()).toEqual(['withdrawn']);
  expect(await registry.telling.member(MA)).toMatchObject({ modules: [], extension: [] });
  await registry.publishes('MA');
  expect(await changed()).toEqual(['joined again']);
});
