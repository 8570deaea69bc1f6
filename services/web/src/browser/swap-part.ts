/** Brings a part to what the server says now; items that did not change stay as they are, opened or not. */
export function swapPart(part: HTMLElement, html: string): void {
  const fresh = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild;
  if (!(fresh instanceof HTMLElement)) return;
  for (const [name, value] of Object.entries(fresh.dataset)) part.dataset[name] = value;
  for (const area of part.querySelectorAll<HTMLElement>('[data-swap]')) {
    const counterpart = fresh.querySelector(`[data-swap="${area.dataset['swap'] ?? ''}"]`);
    if (counterpart !== null) swapArea(area, counterpart);
  }
}

function swapArea(area: HTMLElement, fresh: Element): void {
  if (area.dataset['items'] !== undefined) return swapItems(area, fresh);
  if (area.innerHTML !== fresh.innerHTML) area.innerHTML = fresh.innerHTML;
}

function swapItems(list: HTMLElement, fresh: Element): void {
  const before = new Map(itemsOf(list).map((item) => [item.dataset['key'], item]));
  const after = itemsOf(fresh).map((item) => keep(before.get(item.dataset['key']), item));
  list.replaceChildren(...after);
}

/** The old item where it says the same; the new one, opened as the old one was, where it does not. */
function keep(old: HTMLElement | undefined, fresh: HTMLElement): HTMLElement {
  if (old === undefined) return mark(fresh);
  if (old.dataset['version'] === fresh.dataset['version']) return old;
  const opened = [...old.querySelectorAll('details')].map((details) => details.open);
  fresh.querySelectorAll('details').forEach((details, index) => (details.open = opened[index] ?? false));
  return mark(fresh);
}

function mark(item: HTMLElement): HTMLElement {
  item.classList.add('app-item--fresh');
  return item;
}

function itemsOf(list: Element): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(':scope > [data-key]')];
}
