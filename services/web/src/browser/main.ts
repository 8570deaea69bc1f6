import { Announcer } from './announcer.js';
import { LiveSide } from './live-side.js';
import { suggestSkills } from './skill-suggestions.js';

// Everything on the page works without this script; it adds what happens between two page loads.
const find = (selector: string, within: ParentNode = document): HTMLElement | null =>
  within.querySelector<HTMLElement>(selector);

function startLive(): void {
  const region = find('#live');
  if (region === null || document.body.dataset['updates'] !== 'on') return;
  const announcer = new Announcer(region, document);
  for (const root of document.querySelectorAll<HTMLElement>('[data-live]')) startSide(root, announcer);
}

function startSide(root: HTMLElement, announcer: Announcer): void {
  const [words, content, held] = [
    find('[data-words]', root),
    find('[data-url]', root),
    find('[data-held]', root),
  ];
  if (words === null || content === null || held === null) return;
  new LiveSide(root, words, announcer, content, held).start();
}

function startSuggestions(): void {
  const [input, options] = [find('#skill'), find('#skill-options')];
  if (input instanceof HTMLInputElement && options instanceof HTMLDataListElement)
    suggestSkills(input, options);
}

// A refused form: whoever cannot see the page begins at what went wrong.
find('.govuk-error-summary')?.focus();
startSuggestions();
startLive();
