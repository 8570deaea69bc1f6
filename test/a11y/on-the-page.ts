import type { Page } from 'playwright-core';

/** What people do on the page, by what they see. */
export async function signIn(page: Page, side: 'jobseeker' | 'employer', person: string): Promise<void> {
  await page.selectOption(`#${side}`, person);
  await page.click(`form:has(#${side}) button`);
}

export async function addSkill(page: Page, skill: string): Promise<void> {
  await page.fill('#skill', skill);
  await page.click('button:has-text("Add skill")');
}

export async function saveWishes(page: Page, place: string, threshold: string): Promise<void> {
  await page.goto(new URL('/profile', page.url()).href);
  await page.fill('#place', place);
  await page.fill('#alertThreshold', threshold);
  await page.check('input[name=visible]');
  await page.click('button:has-text("Save")');
}

export async function postVacancy(
  page: Page,
  title: string,
  skills: readonly string[],
  more = '',
): Promise<void> {
  await page.goto(new URL('/vacancies/new', page.url()).href);
  await page.fill('#title', title);
  await page.fill('#description', `${title}: work with kind people in a quiet street.\n${more}`);
  await page.fill('#place', 'Leeds');
  await page.fill('#skills', skills.join('\n'));
  await page.click('button:has-text("Post vacancy")');
}

/** Collects what the status region says from now on. */
export async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const region = document.querySelector('#live');
    if (region === null) return;
    new MutationObserver(() => {
      if (region.textContent !== '') heard.push(region.textContent ?? '');
    }).observe(region, { childList: true, characterData: true, subtree: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
}
