import { swapPart } from './swap-part.js';

const SOON_MS = 400;
const LATEST_MS = 2000;
const READING_MS = 4000;

/**
 * A part of the page that the server renders anew after hints. While somebody is in it, by keyboard or pointer, it
 * stays as it is and offers to show what waits.
 */
export class LivePart {
  private timer: number | undefined;
  private asked = 0;
  private waiting = 0;
  private pointed = 0;

  constructor(
    private readonly part: HTMLElement,
    private readonly held: HTMLElement,
    private readonly swapped: () => void,
  ) {
    const point = (): void => void (this.pointed = Date.now());
    part.addEventListener('pointermove', point);
    part.addEventListener('pointerdown', point);
    part.addEventListener('pointerleave', () => (this.pointed = 0));
    part.addEventListener('focusout', () => this.plan());
    held.querySelector('a')?.addEventListener('click', (event) => this.showNow(event));
  }

  /** Something changed on the server: fetch soon, and once for many hints. */
  hint(): void {
    if (this.waiting === 0) this.asked = Date.now();
    this.waiting++;
    this.plan();
  }

  private plan(): void {
    if (this.waiting === 0) return;
    clearTimeout(this.timer);
    const left = this.asked + LATEST_MS - Date.now();
    this.timer = setTimeout(() => void this.refresh(), Math.max(50, Math.min(SOON_MS, left)));
  }

  private async refresh(): Promise<void> {
    if (this.isRead()) return this.hold();
    const before = this.waiting;
    const html = await this.fetchPart();
    if (html === undefined || this.isRead()) return this.hold();
    this.waiting -= before;
    this.held.hidden = true;
    swapPart(this.part, html);
    this.swapped();
    this.plan();
  }

  private async fetchPart(): Promise<string | undefined> {
    try {
      const response = await fetch(this.part.dataset['url'] ?? '');
      return response.ok && !response.redirected ? await response.text() : undefined;
    } catch {
      return undefined;
    }
  }

  private isRead(): boolean {
    return this.part.contains(document.activeElement) || Date.now() - this.pointed < READING_MS;
  }

  private hold(): void {
    const link = this.held.querySelector('a');
    if (link !== null) link.textContent = `Show ${this.waiting} ${this.waiting === 1 ? 'update' : 'updates'}`;
    this.held.hidden = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), READING_MS / 2);
  }

  /** Asked for by the reader, so the focus goes where the news are. */
  private showNow(event: Event): void {
    event.preventDefault();
    this.pointed = 0;
    (document.activeElement as HTMLElement | null)?.blur();
    void this.refresh().then(() => this.part.querySelector<HTMLElement>('h2, h3')?.focus());
  }
}
