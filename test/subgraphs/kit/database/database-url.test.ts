import { expect, test } from '@jest/globals';
import { parseDatabaseUrl } from '../../../../subgraphs/kit/database/database-url.ts';

test.each([
  ['sqlite:data/MA.db', { kind: 'sqlite', path: 'data/MA.db' }],
  ['sqlite:/var/lib/a b?.db', { kind: 'sqlite', path: '/var/lib/a b?.db' }],
  ['sqlite::memory:', { kind: 'sqlite', path: ':memory:' }],
  [
    'mysql://a%20user:p%40ss%3Aw%2Frd@db.example:3307/morocco',
    {
      kind: 'mysql',
      host: 'db.example',
      port: 3307,
      username: 'a user',
      password: 'p@ss:w/rd',
      database: 'morocco',
    },
  ],
  [
    'mysql://user@[::1]/morocco',
    { kind: 'mysql', host: '::1', port: 3306, username: 'user', password: '', database: 'morocco' },
  ],
])('%s is read', (url, parsed) => {
  expect(parseDatabaseUrl(url)).toEqual(parsed);
});

test.each([
  '',
  'sqlite:',
  'MA.db',
  'postgres://u:secret@h/d',
  'mysql://u:secret@h',
  'mysql://u:secret@h:99999/d',
  'mysql:///d',
  'mysql://u:secret%zz@h/d',
])('%j is refused, and no password is told', (url) => {
  expect(() => parseDatabaseUrl(url)).toThrow(
    'Expected a database such as "sqlite:data/MA.db" or "mysql://user:password@host:3306/morocco"',
  );
  expect(() => parseDatabaseUrl(url)).not.toThrow('secret');
});
