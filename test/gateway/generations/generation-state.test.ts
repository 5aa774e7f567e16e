import { expect, test } from '@jest/globals';
import { type PublishedState, stateOver } from '../../../gateway/generations/index.ts';
import type { MemberCode } from '../../../schema/index.ts';

const at = (code: string, url: string) => ({ code: code as MemberCode, url });
const published = (code: string, url: string): PublishedState['members'][number] => ({
  ...at(code, url),
  modules: ['MINERALS'],
  contractVersion: '1.0',
});
const BASE = {
  members: [at('MA', 'https://ma.example/'), at('ZM', 'https://zm.example/')],
  extensions: [{ member: 'MA', sdl: 'delivered' }],
};

test('where nothing is published, what is configured holds', () => {
  expect(stateOver(BASE, { number: 0, members: [], extensions: [] })).toEqual({
    number: 0,
    ...BASE,
  });
});

test('a publication wins over the configuration, for its member alone', () => {
  const publication = {
    number: 4,
    members: [published('MA', 'https://new.example/'), published('KE', 'https://ke.example/')],
    extensions: [{ member: 'KE', sdl: "Kenya's" }],
  };
  expect(stateOver(BASE, publication)).toEqual({
    number: 4,
    members: [
      published('KE', 'https://ke.example/'),
      published('MA', 'https://new.example/'),
      at('ZM', 'https://zm.example/'),
    ],
    extensions: [{ member: 'KE', sdl: "Kenya's" }],
  });
});

test('who has withdrawn is a member no more, though the configuration names it', () => {
  const withdrawn = ['MA' as MemberCode];
  expect(stateOver(BASE, { number: 5, members: [], extensions: [], withdrawn })).toEqual({
    number: 5,
    members: [at('ZM', 'https://zm.example/')],
    extensions: [],
  });
});
