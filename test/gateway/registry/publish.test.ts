import { expect, test } from '@jest/globals';
import { codeOf, extensionOf, givenRegistry, numberOf, urlOf } from './given-registry.ts';
import { newFolder } from './new-folder.ts';

const MODULES = ['MINERALS', 'POLICIES', 'EVENTS'];
const MA = { code: 'MA', url: urlOf('MA'), modules: MODULES, contractVersion: '1.0' };
const CD = { code: 'CD', url: urlOf('CD'), modules: ['MINERALS'], contractVersion: '1.0' };

test('what is published is numbered, kept with who and when, and told to the gateway', async () => {
  const registry = await givenRegistry(newFolder());
  const token = await registry.tokenOf('MA');
  const extension = extensionOf('MA');
  const published = await registry.publishes('MA', { extension }, token);
  const publication = {
    number: 1,
    member: 'MA',
    kind: 'PUBLISH',
    url: urlOf('MA'),
    modules: MODULES,
    contractVersion: '1.0',
    extension,
    goesBackTo: null,
    who: 'MA',
    when: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    audits: null,
    composition: { after: 0, breaks: [] },
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  };
  const served = { kind: 'swapped', says: 'It is served.' };
  expect(published).toEqual({ kind: 'published', publication, served });
  expect(await registry.history('MA')).toEqual([publication]);
  const state = {
    number: 1,
    members: [MA],
    extensions: [{ member: 'MA', sdl: extension }],
    withdrawn: [],
  };
  expect([registry.state(), registry.served]).toEqual([state, [state]]);
  await registry.close();
});

test('the newest publication of each member holds', async () => {
  const registry = await givenRegistry(newFolder());
  await registry.publishes('MA', { extension: extensionOf('MA') });
  await registry.publishes('CD', { modules: ['MINERALS'] });
  await registry.publishes('MA');
  expect(registry.state()).toEqual({
    number: 3,
    members: [CD, MA],
    extensions: [],
    withdrawn: [],
  });
  await registry.close();
});

test('a rollback is a publication of what held before', async () => {
  const registry = await givenRegistry(newFolder());
  const extension = extensionOf('MA');
  await registry.publishes('MA', { extension });
  await registry.publishes('MA', { url: 'http://127.0.0.1:9/new' });
  const asked = { member: 'MA', token: registry.operator };
  const rolledBack = await registry.rollback({ ...asked, body: { number: 1 } });
  expect(rolledBack).toMatchObject({
    publication: { number: 3, kind: 'ROLLBACK', goesBackTo: 1, url: urlOf('MA'), extension },
  });
  const [third, , first] = await registry.history('MA');
  expect(third?.hash).toBe(first?.hash);
  expect(registry.state()).toMatchObject({ number: 3, extensions: [{ member: 'MA' }] });
  await registry.close();
});

test('a withdrawal is a publication of nothing, and a rollback ends it', async () => {
  const registry = await givenRegistry(newFolder());
  await registry.publishes('MA', { extension: extensionOf('MA') });
  const asked = { member: 'MA', token: registry.operator };
  const withdrawn = await registry.withdraw({ ...asked, body: undefined });
  expect(withdrawn).toMatchObject({ publication: { number: 2, kind: 'WITHDRAW', url: null } });
  expect(registry.state()).toEqual({ number: 2, members: [], extensions: [], withdrawn: ['MA'] });
  expect(codeOf(await registry.withdraw({ ...asked, body: undefined }))).toBe('NOT_PUBLISHED');
  expect(codeOf(await registry.rollback({ ...asked, body: { number: 2 } }))).toBe(
    'NO_SUCH_PUBLICATION',
  );
  expect(numberOf(await registry.rollback({ ...asked, body: { number: 1 } }))).toBe(3);
  expect(registry.state()).toMatchObject({ members: [MA], withdrawn: [] });
  await registry.close();
});

test('a registry that is opened again knows all that was published', async () => {
  const folder = newFolder();
  const before = await givenRegistry(folder);
  await before.publishes('MA', { extension: extensionOf('MA') });
  await before.publishes('CD');
  const state = before.state();
  await before.close();
  const after = await givenRegistry(folder);
  expect(after.state()).toEqual(state);
  expect(after.operator).toBe(before.operator);
  expect(numberOf(await after.publishes('ZM'))).toBe(3);
  await after.close();
});

test('every try is written down, whatever came of it', async () => {
  const registry = await givenRegistry(newFolder());
  const token = await registry.tokenOf('MA');
  await registry.publishes('MA', {}, token);
  await registry.publishes('CD', {}, token);
  await registry.publishes('MA', {}, 'zlg_guessed');
  await registry.publish({ member: 'nowhere', token: undefined, body: {} });
  const tries = (await registry.attempts(10)).map(
    ({ member, kind, who, outcome, code, number }) => [
      ...[member, kind, who.replace(/[0-9a-f]{12}/, '…')],
      ...[outcome, code, number],
    ],
  );
  expect(tries.sort()).toEqual(
    [
      ['MA', 'TOKEN_CREATE', 'operator (token …)', 'ACCEPTED', null, null],
      ['MA', 'PUBLISH', 'MA (token …)', 'ACCEPTED', null, 1],
      ['CD', 'PUBLISH', 'MA (token …)', 'REFUSED', 'TOKEN_OF_ANOTHER', null],
      ['MA', 'PUBLISH', 'stranger', 'REFUSED', 'TOKEN_UNKNOWN', null],
      ['nowhere', 'PUBLISH', 'nobody', 'REFUSED', 'MEMBER_UNKNOWN', null],
    ].sort(),
  );
  await registry.close();
});

test('where the gateway cannot serve it, the publication says why', async () => {
  const says = 'The planner could not be built.';
  const onChange = () => Promise.resolve({ kind: 'refused', says } as const);
  const registry = await givenRegistry(newFolder(), { onChange });
  expect(await registry.publishes('MA')).toMatchObject({ served: { kind: 'refused', says } });
  await registry.close();
});

test('another gateway over the same registry sees what was published, and publishes after it', async () => {
  const folder = newFolder();
  const [one, other] = [await givenRegistry(folder), await givenRegistry(folder)];
  await one.publishes('MA', { extension: extensionOf('MA') });
  expect(numberOf(await other.publishes('CD', { extension: extensionOf('CD') }))).toBe(2);
  expect(other.state().members.map(({ code }) => code)).toEqual(['CD', 'MA']);
  expect(numberOf(await one.publishes('ZM'))).toBe(3);
  expect(one.state()).toMatchObject({ extensions: [{ member: 'CD' }, { member: 'MA' }] });
  await Promise.all([one.close(), other.close()]);
});
