import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { MemberDetail, MemberRow } from '../../../gateway/server/index.ts';
import { MEMBERS, type Stub, serveStub } from './stub.ts';

const [MOROCCO, AMSG] = MEMBERS as readonly [MemberRow, MemberRow];
const FIRST = {
  ...{
    number: 3,
    member: MOROCCO.code,
    kind: 'PUBLISH' as const,
    who: 'MA',
    contractVersion: '1.0',
  },
  ...{ when: '2026-11-23T08:09:10.111Z', changed: ['joined', 'extension: +1 field'] },
  audits: { kept: 7, broken: 1 },
};
const SECOND = {
  ...FIRST,
  ...{
    number: 9,
    kind: 'ROLLBACK' as const,
    changed: ['rolled back to 3', 'new <URL>'],
    audits: null,
  },
};
const publishing: MemberDetail = {
  ...MOROCCO,
  publication: { ...SECOND, isServed: false, lastAudit: { number: 3, kept: 7, broken: 1 } },
  published: {
    extension: [
      { place: 'Site.ma_grade', type: '[Float!]', description: 'In <percent>.' },
      { place: 'MaGrade', type: null, description: null },
    ],
    audit: {
      ...{ number: 3, kept: 7 },
      brokenClaims: [{ id: 'ONLY_READS', level: 'SHOULD', saw: 'A <b>.', remedy: 'Mend & go.' }],
    },
    publications: [SECOND, FIRST],
  },
};
const plain: MemberDetail = { ...AMSG, published: null };
const fresh: MemberDetail = {
  ...{ ...AMSG, state: 'WITHDRAWN', url: null },
  publication: { ...FIRST, isServed: true, audits: null, lastAudit: null },
  published: { extension: [], audit: null, publications: [{ ...FIRST, audits: null }] },
};
const PAGES: Readonly<Record<string, MemberDetail>> = { MA: publishing, AMSG: plain, ZM: fresh };

let stub: Stub;
beforeAll(async () => {
  stub = await serveStub({
    members: () => Promise.resolve(Object.values(PAGES)),
    member: (code) => Promise.resolve(PAGES[code]),
  });
});
afterAll(() => stub.close());

const get = (path: string, accept = 'text/html') =>
  fetch(`${stub.url}${path}`, { headers: { accept } });
const read = async (path: string) => await (await get(path)).text();
const wordsOf = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const section = (html: string, heading: string) =>
  wordsOf(html.split(`<h2>${heading}</h2>`)[1]?.split('<h2>')[0] ?? '').trim();

test('a member that publishes has its fields, its broken claims and its history, all as text', async () => {
  const page = await read('/members/MA');
  expect(section(page, 'Fields beyond the contract')).toBe(
    'Field or type Type What it says Site.ma_grade [Float!] In &#60;percent&#62;. MaGrade a type of its own –',
  );
  expect(section(page, 'Audits')).toBe(
    'At publication 3: 7 kept, 1 broken. Claim Level What was seen What to do ONLY_READS SHOULD A &#60;b&#62;. Mend &#38; go.',
  );
  expect(section(page, 'Publications')).toBe(
    'Number When Who Kind What changed Contract Audits 9 2026-11-23 08:09 UTC MA rollback rolled back to 3; new &#60;URL&#62; 1.0 – 3 2026-11-23 08:09 UTC MA publish joined; extension: +1 field 1.0 7 kept 1 broken',
  );
  expect(page).not.toContain(MOROCCO.url);
});

test('the list tells what is served, what changed and how the last audit went, and leads to the page', async () => {
  const rows = (await read('/members')).split('<tr id="').slice(1).map(wordsOf);
  expect(rows[0]).toContain(
    '9 2026-11-23 08:09 UTC not served yet rolled back to 3; new &#60;URL&#62; 7 kept 1 broken at publication 3',
  );
  expect(rows[1]).toMatch(/deadline\. – – – – $/);
  expect(rows[2]).toContain('3 2026-11-23 08:09 UTC joined; extension: +1 field – ');
  expect(await read('/members')).toContain('<a href="/members/MA">');
  expect(await read('/members')).toContain(
    '2 members, 1 of them answering, 1,234 records; 1 withdrawn.',
  );
});

test('without a registry, and where there is nothing, a page says so', async () => {
  const [without, nothing] = [await read('/members/AMSG'), await read('/members/ZM')];
  const headings = ['Fields beyond the contract', 'Audits', 'Publications'];
  expect(headings.map((each) => section(without, each))).toEqual(['–', '–', '–']);
  expect(headings.slice(0, 2).map((each) => section(nothing, each))).toEqual([
    'None: it offers what the contract has.',
    'None was due at any of its publications.',
  ]);
  expect(wordsOf(nothing)).toContain('State withdrawn breaker open');
});

test('a member is JSON for who asks for it', async () => {
  expect(await (await get('/members/MA', 'application/json')).json()).toEqual(publishing);
});

test.each(['XX', 'ma', '%3Cb%3E'])(
  'no member %s is a sentence, as a page and as JSON',
  async (code) => {
    const [page, json] = [
      await get(`/members/${code}`),
      await get(`/members/${code}`, 'application/json'),
    ];
    expect([page.status, json.status]).toEqual([404, 404]);
    const shown = decodeURIComponent(code);
    expect(await json.json()).toEqual({
      error: `There is no member ${shown}; /members lists all by their codes, in capital letters.`,
    });
    const text = await page.text();
    expect(text).not.toContain('<b>');
    expect(wordsOf(text)).toContain(
      `There is no member ${shown.replaceAll('<', '&#60;').replaceAll('>', '&#62;')}; the list of members has all by their codes`,
    );
  },
);
