import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type Program, run } from '../program.ts';
import { HAS_CHROMIUM, openBrowser, SIZES, visit } from './chromium.ts';

const inChromium = HAS_CHROMIUM ? test.each : test.skip.each;
const needs = HAS_CHROMIUM ? '' : ' [needs Chromium]';
const sizes = Object.entries(SIZES).map(([name, viewport]) => ({ name, viewport }));

let browser: Browser;
let continent: Program;
let url: string;
beforeAll(async () => {
  if (!HAS_CHROMIUM) return;
  continent = run(['scripts/continent.ts', '--members', 'CD,ZM'], {
    PORT: '0',
    DATA_DIR: mkdtempSync(join(tmpdir(), 'zellige-pages-')),
  });
  browser = await openBrowser();
  [, url = ''] = await continent.says(/3 members answer at (http:\S+)/);
});
afterAll(async () => {
  await browser?.close();
  continent?.child.kill('SIGTERM');
  await continent?.exit;
});

inChromium(sizes)(
  `the explorer opens offline on a $name and answers a question${needs}`,
  async ({ viewport }) => {
    const context = await browser.newContext({ viewport });
    const { page, complaints, asked } = await visit(context);
    await page.goto(url);
    const questions = page.locator('.questions');
    if (!(await questions.evaluate((list) => list.hasAttribute('open'))))
      await questions.locator('summary').click();
    expect(await questions.getByRole('button').count()).toBe(13);
    await page.getByRole('button', { name: /Which copper and cobalt mines/ }).click();
    await page.getByRole('tab', { name: 'Q06_MinesInBox' }).waitFor();
    await page.getByRole('button', { name: /^Execute query/ }).click();
    await page.locator('.graphiql-response', { hasText: '"CD:site:' }).waitFor();
    expect(await widthOf(page)).toBe(viewport.width);
    expect(complaints).toEqual([]);
    expect(asked.filter((each) => !each.startsWith(url) && !each.startsWith('data:'))).toEqual([]);
    await context.close();
  },
);

inChromium(sizes)(`the members can be read offline on a $name${needs}`, async ({ viewport }) => {
  const context = await browser.newContext({ viewport });
  const { page, complaints, asked } = await visit(context);
  await page.goto(`${url}/members`);
  await page.getByRole('link', { name: 'ZM' }).click();
  expect(await page.evaluate(CELLS)).toEqual([
    ['Africa Minerals Strategy Group AMSG', ...STANDING, 'SQLite', ...PUBLISHED],
    ['Democratic Republic of the Congo CD', ...STANDING, 'SQLite', ...PUBLISHED],
    ['Zambia ZM', ...STANDING, 'SQLite', ...PUBLISHED],
  ]);
  expect(await widthOf(page)).toBe(viewport.width);
  expect(complaints).toEqual([]);
  expect(asked.filter((each) => !each.startsWith(url))).toEqual([]);
  await context.close();
});

/** State, share of answers on time, last answer, last failure, records. */
const STANDING = [
  /^answering$/,
  /^\d+ %$/,
  /^\d\d:\d\d:\d\d UTC$/,
  /^(–|[A-Z_]+)$/,
  /^[\d,]+$/,
].map((form) => expect.stringMatching(form));

/** Number and time of the publication; no audit was due, for the settings name them. */
const PUBLISHED = [expect.stringMatching(/^[123] \d{4}-\d\d-\d\d \d\d:\d\d UTC$/), '–'];

/** The first line of each cell. */
const CELLS =
  "[...document.querySelectorAll('tbody tr')].map((row) => [...row.cells].map((cell) => cell.innerText.split('\\n')[0]))";

/** More than the window's where something stands out of it. */
const widthOf = (page: Page) => page.evaluate('document.documentElement.scrollWidth');
