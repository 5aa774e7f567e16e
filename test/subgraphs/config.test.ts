import { expect, test } from '@jest/globals';
import { readAllMembersConfig, readMemberConfig } from '../../subgraphs/config.ts';
import { MEMBER_CODES } from '../../subgraphs/index.ts';

test('a member is told by its arguments, and by the environment where they are silent', () => {
  const environment = { MEMBER_CODE: 'ZM', DATABASE_URL: 'sqlite:ZM.db', HOST: '0.0.0.0' };
  expect(readMemberConfig([], environment)).toEqual({
    code: 'ZM',
    database: 'sqlite:ZM.db',
    host: '0.0.0.0',
    port: 4001,
  });
  const args = '--code MA --database mysql://host/morocco --host 127.0.0.1 --port 0'.split(' ');
  expect(readMemberConfig(args, { ...environment, PORT: '4002' })).toEqual({
    code: 'MA',
    database: 'mysql://host/morocco',
    host: '127.0.0.1',
    port: 0,
  });
});

test.each([
  ['no code', '--database sqlite:MA.db', 'Expected --code such as MA, got none; give it.'],
  ['no database', '--code MA', 'Expected --database such as sqlite:data/MA.db, got none; give it.'],
  [
    'a port beyond the last',
    '--code MA --database sqlite:MA.db --port 65536',
    'Expected a port from 0 to 65535, got "65536".',
  ],
  [
    'a port that is no number',
    '--code MA --database sqlite:MA.db --port http',
    'Expected a port from 0 to 65535, got "http".',
  ],
])('%s is one sentence', (_what, args, says) => {
  expect(() => readMemberConfig(args.split(' '), {})).toThrow(says);
});

test('all members run unless some are named, with their databases in one folder', () => {
  expect(readAllMembersConfig([], {})).toEqual({
    codes: MEMBER_CODES,
    folder: 'data',
    host: '127.0.0.1',
  });
  expect(readAllMembersConfig(['--members', 'MA,CD', '--folder', 'elsewhere'], {})).toEqual({
    codes: ['MA', 'CD'],
    folder: 'elsewhere',
    host: '127.0.0.1',
  });
});
