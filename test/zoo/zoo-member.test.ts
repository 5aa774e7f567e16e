import { afterEach, expect, test } from '@jest/globals';
import { FAULTS } from './faults.ts';
import { COMMITTABLE, readFaults } from './read-faults.ts';
import { openZooMember, type ZooMember } from './zoo-member.ts';

const opened: ZooMember[] = [];
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});

async function openHonest(): Promise<ZooMember> {
  const member = await openZooMember(() => Promise.resolve({ data: { sites: null } }));
  opened.push(member);
  return member;
}

async function asked({ url }: ZooMember, query = '{ sites }'): Promise<number> {
  const { status } = await fetch(url, { method: 'POST', body: JSON.stringify({ query }) });
  return status;
}

const fails = FAULTS['error-500']?.deed ?? null;

test('a member commits its fault from the k-th request on, as often as told, and is honest again when told', async () => {
  const member = await openHonest();
  member.commits(fails, { from: 2, times: 2 });
  const statuses: number[] = [];
  for (let place = 0; place < 5; place += 1) statuses.push(await asked(member));
  expect([statuses, member.committed()]).toEqual([[200, 500, 500, 200, 200], 2]);
  member.commits(fails);
  expect(await asked(member)).toBe(500);
  member.commits(null);
  expect(await asked(member)).toBe(200);
});

test('a member may be honest of its lists and fail where its records are asked for', async () => {
  const member = await openHonest();
  member.commits(fails, { on: 'ENTITIES' });
  expect(await asked(member)).toBe(200);
  expect(await asked(member, '{ _entities }')).toBe(500);
});

test('faults are read with who commits them, and from which request on', () => {
  expect(readFaults('CD=hang, ZM=unsorted@3', ['CD', 'ZM'])).toEqual({
    kind: 'read',
    committing: [
      { code: 'CD', fault: FAULTS.hang, from: 1 },
      { code: 'ZM', fault: FAULTS.unsorted, from: 3 },
    ],
  });
  expect(readFaults('CD=hang@0', ['CD'])).toEqual({
    kind: 'refused',
    says: 'Expected members with their faults, such as CD=hang,ZM=unsorted@3; got "CD=hang@0".',
  });
});

test('what nobody on this machine can commit is not offered', () => {
  const left = Object.keys(FAULTS).filter((name) => !COMMITTABLE.includes(name));
  expect(left).toEqual(['now-loopback', 'now-link-local', 'tls-key', 'confidential']);
});
