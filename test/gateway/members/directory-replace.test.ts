import { expect, test } from '@jest/globals';
import {
  type Answer,
  type MemberAddress,
  openDirectory,
  type PublishedAddress,
} from '../../../gateway/members/index.ts';
import type { MemberCode } from '../../../schema/index.ts';

const at = (code: string, url: string, more: Partial<PublishedAddress> = {}): PublishedAddress => ({
  code: code as MemberCode,
  url,
  ...more,
});
const MA = at('MA', 'http://ma.example/');
const CALLING = { viewer: 'public', signal: new AbortController().signal } as const;
const SILENT: Answer = { kind: 'silent', reason: 'UNREACHABLE', says: 'Nobody is there.' };
const ANSWER: Answer = { kind: 'answered', data: {}, errors: [] };

const about = ({ code }: MemberAddress): Answer => {
  const list = [{ code, operator: null, contractVersion: '1.0', modules: ['EVENTS'], counts: [] }];
  return { kind: 'answered', errors: [], data: { members: { list } } };
};

function directoryOf(addresses: readonly PublishedAddress[], answer = ANSWER) {
  const asked: string[] = [];
  const changes: string[] = [];
  const directory = openDirectory({
    addresses,
    send: () => Promise.resolve(answer),
    sendAbout: (member) => {
      asked.push(member.url);
      return Promise.resolve(about(member));
    },
    breakerOf: () => 'CLOSED',
    deadlineMs: 1_000,
    everyMs: 60_000,
    onChange: (code, state) => changes.push(`${code} ${state}`),
  });
  directory.close();
  return { directory, asked, changes };
}
const soon = () => new Promise(setImmediate);

test('who comes is asked what it says of itself, and nobody else; who goes is forgotten', async () => {
  const { directory, asked } = directoryOf([MA, at('ZM', 'http://zm.example/')]);
  directory.replace([MA, at('CD', 'http://cd.example/')]);
  await soon();
  expect(asked).toEqual(['http://cd.example/']);
  expect(directory.statuses().map(({ code, state }) => [code, state])).toEqual([
    ['CD', 'ANSWERING'],
    ['MA', 'NEVER_ASKED'],
  ]);
  expect(directory.find(at('ZM', 'http://zm.example/'))).toBeUndefined();
});

test('what is known of a member that stays is kept', async () => {
  const { directory, asked } = directoryOf([MA]);
  await directory.askAll();
  const [before] = directory.statuses();
  directory.replace([MA, at('CD', 'http://cd.example/')]);
  expect(directory.statuses().find(({ code }) => code === 'MA')).toEqual(before);
  await soon();
  expect(asked).toEqual(['http://ma.example/', 'http://cd.example/']);
});

test('a member that is elsewhere is unknown again, and what is heard from where it was tells nothing of it', async () => {
  const { directory, changes } = directoryOf([MA], SILENT);
  await directory.askAll();
  const [before] = directory.members();
  directory.replace([at('MA', 'http://new.example/')]);
  expect(directory.statuses()).toMatchObject([
    { url: 'http://new.example/', state: 'NEVER_ASKED' },
  ]);
  await soon();
  if (before) await directory.send(before, { query: '{ a }' }, CALLING);
  expect(directory.statuses()).toMatchObject([{ state: 'ANSWERING', lastReason: null }]);
  expect(changes).toEqual(['MA ANSWERING', 'MA ANSWERING']);
});

test('a member that publishes another module is taken at its word, and asked', async () => {
  const minerals = { modules: ['MINERALS'], contractVersion: '1.0' } as const;
  const { directory, asked } = directoryOf([at('MA', MA.url, minerals)]);
  expect(directory.statuses()).toMatchObject([{ modules: ['MINERALS'], contractVersion: '1.0' }]);
  directory.replace([at('MA', MA.url, minerals)]);
  await soon();
  expect(asked).toEqual([]);
  directory.replace([at('MA', MA.url, { ...minerals, modules: ['MINERALS', 'EVENTS'] })]);
  expect(directory.statuses()).toMatchObject([{ modules: ['MINERALS', 'EVENTS'] }]);
  await soon();
  expect(asked).toEqual([MA.url]);
  expect(directory.statuses()).toMatchObject([{ modules: ['EVENTS'] }]);
});
