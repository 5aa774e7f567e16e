import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pino } from 'pino';
import { startMember } from 'zellige-kit';
import { verify } from 'zellige-kit/audits';
import { checkExtension, readContract } from 'zellige-kit/contract';
import { EXTENSION, MEMBER } from '../src/member.ts';

const DATABASE = { database: 'sqlite::memory:', host: '127.0.0.1', port: 0 };

test('the member keeps the contract', async () => {
  const member = await startMember(MEMBER, { ...DATABASE, logger: pino({ level: 'silent' }) });
  try {
    // As fast as it answers, for nobody else asks it.
    const verification = await verify({ url: member.url }, { rate: 1_000 });
    assert.equal(verification.kind, 'verified');
    const { claims } = verification.report;
    assert.deepEqual(
      claims.filter(({ outcome }) => outcome === 'BROKEN'),
      [],
    );
  } finally {
    await member.close();
  }
});

test('the extension may be published', () => {
  assert.deepEqual(checkExtension(EXTENSION, MEMBER.profile.code, readContract()), []);
});
