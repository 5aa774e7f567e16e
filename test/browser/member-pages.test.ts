import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { HAS_CHROMIUM, openBrowser, SIZES, visit } from './chromium.ts';
import { type MemberHistory, openMemberHistory, SAW } from './member-history.ts';

const inChromium = HAS_CHROMIUM ? test : test.skip;
const inEachSize = HAS_CHROMIUM ? test.each : test.skip.each;
const needs = HAS_CHROMIUM ? '' : ' [needs Chromium]';
const looks = [
  { name: 'desktop', viewport: SIZES.desktop, colorScheme: 'light' },
  { name: 'phone', viewport: SIZES.phone, colorScheme: 'dark' },
] as const;

let browser: Browser;
let continent: MemberHistory;
beforeAll(async () => {
  if (!HAS_CHROMIUM) return;
  [continent, browser] = await Promise.all([openMemberHistory(), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await continent?.close();
});

inEachSize(looks)(
  `a reader goes from all members to one of them on a $name in $colorScheme${needs}`,
  async ({ viewport, colorScheme }) => {
    const context = await browser.newContext({ viewport, colorScheme });
    const { page, complaints } = await visit(context);
    await page.goto(`${continent.url}/members`);
    expect(await lastCells(page)).toEqual([
      [expect.stringMatching(/^7 [-\d]+ [\d:]+ UTC\njoined$/), '–'],
      [
        expect.stringMatching(/^4 [-\d]+ [\d:]+ UTC\nrolled back to 2; extension: \+1 field$/),
        '45 kept\n2 broken\nat publication 3',
      ],
      [
        expect.stringMatching(/^6 [-\d]+ [\d:]+ UTC\nwithdrawn$/),
        '246 kept\n2 broken\nat publication 5',
      ],
    ]);
    expect(await widthOf(page)).toBe(viewport.width);
    await page.getByRole('rowheader').getByRole('link', { name: 'MA' }).click();
    await page.waitForURL('**/members/MA', { waitUntil: 'load' });
    expect(await widthOf(page)).toBe(viewport.width);
    expect(complaints).toEqual([]);
    await context.close();
  },
);

inChromium(
  `a member's page has its fields, its broken claims and its history${needs}`,
  async () => {
    const page = await browser.newPage();
    await page.goto(`${continent.url}/members/MA`);
    const [fields, claims, publications] = await tables(page);
    expect(fields?.filter(([, type]) => type === 'a type of its own')).toEqual([
      [
        'MaPhosphateComplex',
        'a type of its own',
        'A phosphate mining complex of Morocco (IIASA, Shchiptsova 2024).',
      ],
    ]);
    expect(fields).toHaveLength(15);
    expect(claims?.map(([id, level, saw]) => [id, level, saw])).toEqual(
      ['ONLY_READS', 'ARGUMENT_DEFAULTS'].map((id) => [
        id,
        'SHOULD',
        SAW.replace('zellige:Sesame42@', '[hidden]@'),
      ]),
    );
    expect(publications?.map(([number, , ...rest]) => [number, ...rest])).toEqual([
      ['4', 'operator', 'rollback', 'rolled back to 2; extension: +1 field', '1.0', '–'],
      ['3', 'operator', 'publish', 'extension: −1 field', '1.0', '45 kept\n2 broken'],
      [
        ...['2', 'operator', 'publish'],
        ...[
          'new URL; modules −EVENTS; extension: +1 type, +14 fields',
          '1.0',
          '246 kept\n2 broken',
        ],
      ],
      ['1', 'operator', 'publish', 'joined', '1.0', '246 kept\n2 broken'],
    ]);
    await page.close();
  },
);

inChromium(
  `who is no member, and who is one no more, have a page that says so${needs}`,
  async () => {
    const page = await browser.newPage();
    const answer = await page.goto(`${continent.url}/members/XX`);
    expect([answer?.status(), await page.locator('main p').last().textContent()]).toEqual([
      404,
      'There is no member XX; the list of members has all by their codes, in capital letters.',
    ]);
    expect((await page.goto(`${continent.url}/members/ZM`))?.status()).toBe(200);
    expect(await page.locator('.facts .state').textContent()).toBe('withdrawn');
    await page.close();
  },
);

inChromium(`the explorer says who offers a field${needs}`, async () => {
  const page = await browser.newPage();
  page.setDefaultTimeout(55_000); // the explorer lists the whole schema, and the machine may be busy
  await page.goto(continent.url);
  await page.getByRole('button', { name: /Documentation Explorer/ }).click();
  await page.getByRole('combobox').fill('ma_phosphateComplexes');
  await page.getByRole('option', { name: /ma_phosphateComplexes/ }).click();
  await page
    .getByText("Morocco's phosphate complexes, by name. Offered by Morocco (MA).")
    .waitFor();
  await page.close();
});

/** Publication and audits of each row. */
const lastCells = (page: Page) =>
  page.evaluate(
    "[...document.querySelectorAll('tbody tr')].map((row) => [...row.cells].slice(-2).map((cell) => cell.innerText))",
  );

const tables = (page: Page): Promise<readonly (readonly (readonly string[])[])[]> =>
  page.evaluate(
    "[...document.querySelectorAll('table')].map((table) => [...table.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.innerText)))",
  );

const widthOf = (page: Page) => page.evaluate('document.documentElement.scrollWidth');
