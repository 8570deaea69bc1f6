import type { Browser, Page } from 'playwright-core';
import { eventually } from '@jobwire/testing';
import { removeData, startJobwire, type JobwireProcess } from '../support/start-jobwire.js';
import { describeInBrowser, launchBrowser } from './browser.js';
import { addSkill, postVacancy, saveWishes, signIn } from './on-the-page.js';

describeInBrowser('without JavaScript', () => {
  let jobwire: JobwireProcess;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    jobwire = await startJobwire();
    browser = await launchBrowser();
    const context = await browser.newContext({ javaScriptEnabled: false });
    page = await context.newPage();
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await jobwire.kill('SIGTERM');
    removeData(jobwire);
  }, 30_000);

  const matchesShown = async (): Promise<string[]> => {
    await page.goto(jobwire.url);
    return page.locator('[data-items=alerts] h4').allTextContents();
  };

  it('people get matches, mark them, change what they can do, and leave', async () => {
    await page.goto(jobwire.url);
    await signIn(page, 'jobseeker', 'tom-hughes');
    await signIn(page, 'employer', 'pennine-parcels');
    await saveWishes(page, 'Leeds', '40');
    await addSkill(page, 'Order picking');
    expect(await page.locator('.app-notice').textContent()).toContain('Order picking is in your profile');
    await postVacancy(page, 'Order picker', ['Order picking']);

    await eventually(async () => expect(await matchesShown()).toEqual(['Order picker']));
    await page.click('button:has-text("Mark as seen")');
    await eventually(async () => {
      await page.goto(jobwire.url);
      expect(await page.locator('.govuk-tag:has-text("New")').count()).toBe(0);
    });
    await page.click('button:has-text("Remove")');
    await eventually(async () => {
      await page.goto(jobwire.url);
      expect(await page.locator('.govuk-tag:has-text("Withdrawn")').count()).toBe(1);
    });
    await page.goto(new URL('/erase', jobwire.url).href);
    await page.click('button:has-text("Erase me")');
    await eventually(async () => expect(await matchesShown()).toEqual([]));
  }, 90_000);

  it('a form that another site made is refused', async () => {
    const answer = await fetch(new URL('/erase', jobwire.url), { method: 'POST' });
    expect(answer.status).toBe(403);
    await page.goto(jobwire.url);
    await expectNoToken(page);
  });

  it('an error page is good too', async () => {
    await page.goto(new URL('/vacancies/no-such-vacancy/change', jobwire.url).href);
    expect(await page.locator('h1').textContent()).toBe('Page not found');
  });
});

/** The bearer token stays with the server: three parts of base64url, beginning with a JSON header. */
async function expectNoToken(page: Page): Promise<void> {
  expect(await page.content()).not.toMatch(/eyJ[\w-]+\.[\w-]+\.[\w-]+/);
  const [cookie, ...others] = await page.context().cookies();
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  expect(cookie?.value).not.toContain('.');
}
