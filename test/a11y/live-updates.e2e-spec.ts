import type { Browser, Page } from 'playwright-core';
import { eventually } from '@jobwire/testing';
import { Callers, type Api } from '../support/api.js';
import { removeData, startJobwire, type JobwireProcess } from '../support/start-jobwire.js';
import { describeInBrowser, expectGoodPage, launchBrowser } from './browser.js';
import { listen, signIn } from './on-the-page.js';

const PATIENCE = { timeoutMs: 25_000, everyMs: 100 };
const skills = ['Nursing care', 'Wound care', 'Venepuncture'];
const profile = {
  skills: skills.map((skill) => ({ skill })),
  location: { town: 'Leeds' },
  alertThreshold: 30,
  visible: true,
};
const vacancy = (title: string) => ({
  title,
  description: `${title} on a quiet street.`,
  location: { town: 'Leeds' },
  skills: { required: skills },
});

function newMatchesIn(heard: readonly string[]): number {
  return heard.reduce((sum, text) => sum + Number(/(\d+) new match/.exec(text)?.[1] ?? 0), 0);
}

describeInBrowser('the page as things happen', () => {
  let jobwire: JobwireProcess;
  let browser: Browser;
  let page: Page;
  let priya: Api;
  let hospital: Api;

  beforeAll(async () => {
    jobwire = await startJobwire();
    browser = await launchBrowser();
    const callers = new Callers(jobwire.url, jobwire.data);
    priya = await callers.jobseeker('priya-nair');
    hospital = await callers.employer('northfield-hospital', 'Northfield Hospital');
  }, 60_000);

  beforeEach(async () => {
    const context = await browser.newContext();
    page = await context.newPage();
    await page.goto(jobwire.url);
    await signIn(page, 'jobseeker', 'priya-nair');
    await signIn(page, 'employer', 'northfield-hospital');
    await page.waitForSelector('[data-live=jobseeker][data-connection=connected]');
    await page.waitForSelector('[data-live=employer][data-connection=connected]');
  }, 30_000);

  afterEach(() => page.context().close());

  afterAll(async () => {
    await browser.close();
    await jobwire.kill('SIGTERM');
    removeData(jobwire);
  }, 30_000);

  const titles = () => page.locator('[data-items=alerts] h4').allTextContents();

  it('a first profile that fits 300 vacancies is a summary, and not 300 announcements', async () => {
    for (const part of [0, 1]) {
      const items = Array.from({ length: 150 }, (_, index) => vacancy(`Nurse ${part * 150 + index}`));
      await hospital.post('/api/v1/vacancies/batch', { items });
    }
    const heard = await listen(page);
    await priya.put('/api/v1/profile', profile);
    await eventually(async () => expect(newMatchesIn(await heard())).toBe(300), PATIENCE);
    // One, when the machine is not too busy to bring them within a few seconds of each other.
    expect((await heard()).length).toBeLessThanOrEqual(3);
    await expectGoodPage(page);
  }, 60_000);

  it('a match arrives and is withdrawn without a reload', async () => {
    const { body } = await hospital.post<{ id: string }>('/api/v1/vacancies', vacancy('Night nurse'));
    await eventually(async () => expect(await titles()).toContain('Night nurse'), PATIENCE);
    await page.waitForSelector('[data-items=candidates] > li');
    await hospital.post(`/api/v1/vacancies/${body.id}/close`);
    await page.waitForSelector('.app-item--withdrawn:has-text("Night nurse")');
  }, 60_000);

  it('a list that somebody is in stays as it is and offers what waits', async () => {
    const first = page.locator('[data-items=alerts] summary').first();
    await first.focus();
    const before = await titles();
    await hospital.post('/api/v1/vacancies', vacancy('Day nurse'));
    const held = page.locator('[data-live=jobseeker] [data-held] a');
    await held.waitFor({ state: 'visible' });
    expect(await titles()).toEqual(before);
    expect(await first.evaluate((summary) => summary === document.activeElement)).toBe(true);
    await held.click();
    await eventually(async () => expect(await titles()).toContain('Day nurse'), PATIENCE);
  }, 60_000);

  it('updates can be turned off, and then nothing is connected', async () => {
    await page.click('button:has-text("Turn updates off")');
    expect(await page.locator('[data-live=jobseeker] [data-words]').textContent()).toBe('Updates are off.');
    await expectGoodPage(page);
  }, 60_000);
});
