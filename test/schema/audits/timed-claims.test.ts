import { expect, test } from '@jest/globals';
import { type Claim, verify } from '../../../schema/audits/index.ts';

const WHO = { members: { list: [{ code: 'CD', contractVersion: '1.0', modules: [] }] } };

test('claims that measure time wait for the others, and are reported in their places', async () => {
  const begun: string[] = [];
  const ended: string[] = [];
  const claim = (id: string, more: Partial<Claim> = {}): Claim => ({
    id,
    level: 'MUST',
    due: 'JOIN',
    module: null,
    sentence: 'Something is so.',
    remedy: 'Make it so.',
    check: async ({ ask }) => {
      begun.push(`${id} behind ${ended.length}`);
      await ask('{ __typename }');
      ended.push(id);
      return { outcome: 'KEPT', saw: 'It is so.' };
    },
    ...more,
  });
  const claims = [
    claim('A'),
    claim('B', { isTimed: true }),
    claim('C', { isTimed: true }),
    claim('D'),
  ];
  const verification = await verify(
    {
      url: 'memory:',
      send: async () => ({
        kind: 'replied',
        status: 200,
        contentType: 'application/json',
        location: null,
        body: JSON.stringify({ data: WHO }),
      }),
    },
    { claims },
  );
  expect(begun).toEqual(['A behind 0', 'D behind 0', 'B behind 2', 'C behind 3']);
  expect(
    verification.kind === 'verified' && verification.report.claims.map(({ id }) => id),
  ).toEqual(['A', 'B', 'C', 'D']);
});
