import type { Browser, Page } from 'playwright-core';
import { removeData, startJobwire, type JobwireProcess } from '../support/start-jobwire.js';
import { describeInBrowser, expectGoodPage, launchBrowser } from './browser.js';
import { addSkill, postVacancy, saveWishes, signIn } from './on-the-page.js';

describeInBrowser('every page', () => {
  let jobwire: JobwireProcess;
  let browser: Browser;
  let page: Page;
  const open = (path: string) => page.goto(new URL(path, jobwire.url).href);

  beforeAll(async () => {
    jobwire = await startJobwire();
    browser = await launchBrowser();
    const context = await browser.newContext();
    page = await context.newPage();
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await jobwire.kill('SIGTERM');
    removeData(jobwire);
  }, 30_000);

  it.each(['/', '/api/docs', '/attributions', '/accessibility', '/cookies', '/nothing-here'])(
    '%s is good before anybody signs in',
    async (path) => {
      await open(path);
      await expectGoodPage(page);
    },
    60_000,
  );

  it('pages of somebody signed in are good when empty', async () => {
    await open('/');
    await signIn(page, 'jobseeker', 'priya-nair');
    await signIn(page, 'employer', 'northfield-hospital');
    for (const path of ['/', '/profile', '/vacancies/new', '/erase']) {
      await open(path);
      await expectGoodPage(page);
    }
  }, 60_000);

  it('a refused form says so at the top and beside the field, and keeps what was typed', async () => {
    await open('/profile');
    await page.fill('#radiusMiles', '500');
    await page.fill('#place', 'Leeds');
    const [refused] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      page.click('button:has-text("Save")'),
    ]);
    expect(refused.status()).toBe(422);
    await expectGoodPage(page);
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.locator('.govuk-error-summary a').getAttribute('href')).toBe('#radiusMiles');
    expect(await page.locator('#radiusMiles-error').textContent()).toContain('Distance in miles');
    expect(await page.inputValue('#place')).toBe('Leeds');
  }, 60_000);

  it('the other forms are good when refused', async () => {
    await open('/');
    await page.click('button:has-text("Add skill")');
    await expectGoodPage(page);
    await open('/vacancies/new');
    await page.click('button:has-text("Post vacancy")');
    await expectGoodPage(page);
    await open('/');
    await page.click('button:has-text("Sign out"):near(#jobseeker-side)');
    await page.click('form:has(#jobseeker) button');
    await expectGoodPage(page);
    await signIn(page, 'jobseeker', 'priya-nair');
  }, 60_000);

  it('an advert stands beside what the reader has', async () => {
    await open('/profile');
    await page.fill('#qualifications', 'BSc Psychology');
    await page.click('button:has-text("Save")');
    await saveWishes(page, 'Leeds', '20');
    await addSkill(page, 'Bookkeeping');
    await postVacancy(page, 'Bookkeeper', ['Bookkeeping', 'Payroll'], 'A degree is essential.');
    await page.waitForSelector('[data-items=alerts] a:has-text("Bookkeeper")');
    await page.click('[data-items=alerts] a:has-text("Bookkeeper")');
    await page.waitForSelector('h1:has-text("Bookkeeper")');
    expect(await page.locator('li:has-text("You have it")').allTextContents()).toEqual([
      'Bookkeeping You have it',
    ]);
    expect(await page.locator('li:has-text("You have:")').textContent()).toBe(
      'Degree, level 6 (required). You have: BSc Psychology',
    );
    await expectGoodPage(page);
  }, 60_000);

  it('pages are good when there is something to show', async () => {
    await saveWishes(page, 'Leeds', '40');
    await addSkill(page, 'Wound care');
    await addSkill(page, 'Venepuncture');
    await postVacancy(page, 'Staff nurse', ['Wound care', 'Venepuncture']);
    await page.waitForSelector('[data-items=alerts] > li');
    await page.waitForSelector('[data-items=candidates] > li');
    await page.locator('details summary').first().click();
    await expectGoodPage(page);
    await page.locator('.app-item--chosen a:has-text("Change")').click();
    await expectGoodPage(page);
    await page.fill('#title', '');
    await page.click('button:has-text("Save")');
    await expectGoodPage(page);
    await open('/');
    await page.locator('.app-item--chosen a:has-text("Close")').click();
    await expectGoodPage(page);
  }, 60_000);
});
