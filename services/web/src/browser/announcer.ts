import { UpdateSummary, type Update } from './update-summary.js';

const QUIET_MS = 4000;
const LONGEST_MS = 15_000;
const CLEAR_MS = 8000;

/** Speaks summaries through the page's one status region, and nothing while somebody types. */
export class Announcer {
  private readonly summary = new UpdateSummary();
  private timer: number | undefined;
  private since = 0;

  constructor(
    private readonly region: HTMLElement,
    private readonly page: Document,
  ) {
    page.addEventListener('focusout', () => this.plan());
  }

  add(update: Update): void {
    if (this.summary.empty) this.since = Date.now();
    this.summary.add(update);
    this.plan();
  }

  private plan(): void {
    if (this.summary.empty) return;
    clearTimeout(this.timer);
    const left = this.since + LONGEST_MS - Date.now();
    this.timer = setTimeout(() => this.speak(), Math.max(0, Math.min(QUIET_MS, left)));
  }

  private speak(): void {
    if (this.isTyping()) return;
    const text = this.summary.take();
    if (text === '') return;
    this.region.textContent = text;
    // An emptied region lets the same words be heard again.
    this.timer = setTimeout(() => this.region.replaceChildren(), CLEAR_MS);
  }

  private isTyping(): boolean {
    return (
      this.page.activeElement?.matches('input:not([type=radio]):not([type=checkbox]), textarea, select') ??
      false
    );
  }
}
