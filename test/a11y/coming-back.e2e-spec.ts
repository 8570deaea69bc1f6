import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import { eventually } from '@jobwire/testing';
import { removeData, startJobwire, type JobwireProcess } from '../support/start-jobwire.js';
import { describeInBrowser, expectGoodPage, launchBrowser } from './browser.js';
import { signIn } from './on-the-page.js';

const PATIENCE = { timeoutMs: 15_000, everyMs: 100 };

describeInBrowser('the page when its socket closes', () => {
  let jobwire: JobwireProcess;
  let browser: Browser;
  let page: Page;
  let sockets: WebSocketRoute[];
  let hellos: string[];

  beforeAll(async () => {
    jobwire = await startJobwire();
    browser = await launchBrowser();
  }, 60_000);

  beforeEach(async () => {
    const context = await browser.newContext();
    page = await context.newPage();
    sockets = [];
    hellos = [];
    await page.routeWebSocket(/\/live$/, (socket) => {
      const server = socket.connectToServer();
      sockets.push(socket);
      socket.onMessage((message) => {
        hellos.push(String(message));
        server.send(message);
      });
    });
    await page.goto(jobwire.url);
    await signIn(page, 'jobseeker', 'priya-nair');
    await page.waitForSelector('[data-live=jobseeker][data-connection=connected]');
  }, 30_000);

  afterEach(() => page.context().close());

  afterAll(async () => {
    await browser.close();
    await jobwire.kill('SIGTERM');
    removeData(jobwire);
  }, 30_000);

  const words = () => page.locator('[data-live=jobseeker] [data-words]').textContent();

  it.each([3000, 3003])(
    'comes back after %i, with a fresh ticket and its place in the log',
    async (code) => {
      await sockets.at(-1)?.close({ code, reason: 'come back' });
      await eventually(async () => expect(await words()).toContain('Trying again in'), PATIENCE);
      await eventually(async () => expect(await words()).toContain('Live: changes appear'), PATIENCE);
      const [first, second] = hellos.map((hello) => JSON.parse(hello) as Record<string, unknown>);
      expect(second).toMatchObject({ type: 'hello', epoch: first?.['epoch'], position: first?.['position'] });
      expect(second?.['ticket']).not.toBe(first?.['ticket']);
    },
    60_000,
  );

  it('does not come back after 3501, and says what to do', async () => {
    await sockets.at(-1)?.close({ code: 3501, reason: 'ticket unknown or used' });
    await eventually(async () => expect(await words()).toContain('Reload the page'), PATIENCE);
    expect(sockets).toHaveLength(1);
    await expectGoodPage(page);
  }, 60_000);
});

describeInBrowser('an instance that others can reach', () => {
  it('signs nobody in by name, and says how to use it', async () => {
    const jobwire = await startJobwire({ JOBWIRE_HOST: '0.0.0.0' });
    const browser = await launchBrowser();
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(jobwire.url.replace('0.0.0.0', '127.0.0.1'));
    expect(await page.locator('select').count()).toBe(0);
    expect(await page.locator('main').textContent()).toContain('npx jobwire token');
    await expectGoodPage(page);
    expect(await context.cookies()).toEqual([]);
    await browser.close();
    await jobwire.kill('SIGTERM');
    removeData(jobwire);
  }, 60_000);
});
