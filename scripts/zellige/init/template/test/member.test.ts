import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pino } from 'pino';
import { startMember } from 'zellige-kit';
import { checkExtension, readContract } from 'zellige-kit/contract';
import { EXTENSION, MEMBER } from '../src/member.ts';

const DATABASE = { database: 'sqlite::memory:', host: '127.0.0.1', port: 0 };

test('the member says who it is', async () => {
  const member = await startMember(MEMBER, { ...DATABASE, logger: pino({ level: 'silent' }) });
  try {
    const query = encodeURIComponent('{ members { list { code } } }');
    const answer = await fetch(`${member.url}?query=${query}`);
    assert.deepEqual(await answer.json(), {
      data: { members: { list: [{ code: '{{CODE}}' }] } },
    });
  } finally {
    await member.close();
  }
});

test('the extension may be published', () => {
  assert.deepEqual(checkExtension(EXTENSION, MEMBER.profile.code, readContract()), []);
});
