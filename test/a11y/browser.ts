import { AxeBuilder } from '@axe-core/playwright';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

const PLACES = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What a site outside of government must not show. */
const FORBIDDEN = /GOV\.UK|GDS Transport|\bcrown\b/;

const executablePath = PLACES.find((place) => place !== undefined && existsSync(place));

/** `describe` where there is a browser; else a skipped one that says why. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (executablePath === undefined)
    describe.skip(`${name} (no Chromium here: install it, or set CHROMIUM to its path)`, tests);
  else describe(name, tests);
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: FLAGS });
}

/** Everything that a page owes everybody: no violation, nothing wider than 320 px, no foreign brand. */
export async function expectGoodPage(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id} ${String(nodes[0]?.target)}`)).toEqual([]);
  expect(await widthAt(page, 320)).toBeLessThanOrEqual(320);
  expect(await page.content()).not.toMatch(FORBIDDEN);
  expect(await page.title()).toMatch(/ – Jobwire$/);
}

async function widthAt(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 700 });
  const needed = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.setViewportSize({ width: 1280, height: 900 });
  return needed;
}
