import { expect, test } from '@jest/globals';
import { parseMemberCode } from '../../../schema/index.ts';
import { extensionOf, givenRegistry, urlOf } from './given-registry.ts';
import { newFolder } from './new-folder.ts';

const code = (text: string) => parseMemberCode(text) ?? fail(text);
function fail(text: string): never {
  throw new Error(`Expected the code of a member, got ${text}.`);
}

const configured = (...addresses: readonly (readonly [string, string])[]) => ({
  members: addresses.map(([member, url]) => ({ code: code(member), url })),
  extensions: [{ member: code('MA'), sdl: extensionOf('MA') }],
});

test('whom the settings name is published by them, with what it published before there was a registry', async () => {
  const registry = await givenRegistry(newFolder());
  await registry.adopt(configured(['MA', urlOf('MA')], ['AMSG', urlOf('AMSG')]));
  expect(registry.newest()).toMatchObject([
    { number: 2, member: 'AMSG', who: 'configuration', modules: ['POLICIES', 'EVENTS'] },
    { number: 1, member: 'MA', who: 'configuration', extension: extensionOf('MA') },
  ]);
  await registry.close();
});

test('settings that say nothing new change nothing', async () => {
  const registry = await givenRegistry(newFolder());
  await registry.adopt(configured(['MA', urlOf('MA')], ['CD', urlOf('CD')]));
  await registry.publishes('MA', { url: 'http://127.0.0.1:9/own' });
  await registry.withdraw({ member: 'CD', token: registry.operator, body: {} });
  await registry.adopt(configured(['MA', urlOf('MA')], ['CD', urlOf('CD')]));
  expect(registry.state()).toMatchObject({
    number: 4,
    members: [{ code: 'MA', url: 'http://127.0.0.1:9/own' }],
    withdrawn: ['CD'],
  });
  await registry.close();
});

test('settings that say something new have the last word on the address, and on nothing else', async () => {
  const registry = await givenRegistry(newFolder());
  await registry.adopt(configured(['MA', urlOf('MA')]));
  const extension = extensionOf('MA', 'other');
  await registry.publishes('MA', { url: 'http://127.0.0.1:9/own', modules: ['EVENTS'], extension });
  await registry.adopt(configured(['MA', 'http://127.0.0.1:9/moved']));
  expect(registry.newest()).toMatchObject([
    { number: 3, url: 'http://127.0.0.1:9/moved', modules: ['EVENTS'], extension },
  ]);
  await registry.close();
});

test('whom the settings name no more is withdrawn, but for who has published itself; and comes back as it was', async () => {
  const registry = await givenRegistry(newFolder());
  const all = configured(['MA', urlOf('MA')], ['CD', urlOf('CD')], ['ZM', urlOf('ZM')]);
  await registry.adopt(all);
  await registry.publishes('CD', { modules: ['EVENTS'] });
  await registry.adopt(configured(['ZM', urlOf('ZM')]));
  expect(registry.state()).toMatchObject({
    number: 5,
    members: [{ code: 'CD' }, { code: 'ZM' }],
    extensions: [],
    withdrawn: ['MA'],
  });
  await registry.adopt(all);
  expect(registry.state()).toMatchObject({
    number: 6,
    members: [{ code: 'CD', modules: ['EVENTS'] }, { code: 'MA' }, { code: 'ZM' }],
    extensions: [{ member: 'MA', sdl: extensionOf('MA') }],
  });
  await registry.close();
});
