/** Something that came over a socket, as far as a summary cares. */
export type Update =
  | { readonly kind: 'alert'; readonly id: string; readonly state: 'found' | 'changed' | 'withdrawn' }
  | { readonly kind: 'candidate'; readonly id: string; readonly vacancy: string };

/** Many updates as one sentence: what is spoken is a summary, never the items. */
export class UpdateSummary {
  private readonly alerts = new Map<string, 'found' | 'changed' | 'withdrawn'>();
  private readonly candidates = new Map<string, Set<string>>();

  add(update: Update): void {
    if (update.kind === 'alert') return this.addAlert(update.id, update.state);
    const ids = this.candidates.get(update.vacancy) ?? new Set<string>();
    this.candidates.set(update.vacancy, ids.add(update.id));
  }

  get empty(): boolean {
    return this.alerts.size === 0 && this.candidates.size === 0;
  }

  get size(): number {
    return this.alerts.size + [...this.candidates.values()].reduce((sum, ids) => sum + ids.size, 0);
  }

  /** The sentence for all that was added since the last one; empty when nothing was. */
  take(): string {
    const parts = [...this.alertParts(), ...this.candidateParts()];
    this.clear();
    return parts.length === 0 ? '' : `${parts.join(', ')}.`;
  }

  clear(): void {
    this.alerts.clear();
    this.candidates.clear();
  }

  /** What came and went within one summary was not there; what came and changed is still new. */
  private addAlert(id: string, state: 'found' | 'changed' | 'withdrawn'): void {
    const before = this.alerts.get(id);
    if (before === 'found' && state === 'withdrawn') this.alerts.delete(id);
    else this.alerts.set(id, before === 'found' && state === 'changed' ? 'found' : state);
  }

  private alertParts(): string[] {
    const states = [...this.alerts.values()];
    const count = (state: string): number => states.filter((one) => one === state).length;
    const [found, changed, withdrawn] = [count('found'), count('changed'), count('withdrawn')];
    return [
      ...(found === 0 ? [] : [`${found} new ${found === 1 ? 'match' : 'matches'}`]),
      ...(changed === 0 ? [] : [`${changed} ${changed === 1 ? 'match' : 'matches'} changed`]),
      ...(withdrawn === 0 ? [] : [`${withdrawn} ${withdrawn === 1 ? 'match' : 'matches'} withdrawn`]),
    ];
  }

  private candidateParts(): string[] {
    const [only, ...others] = [...this.candidates];
    if (only === undefined) return [];
    if (others.length > 0) return [`candidates changed for ${this.candidates.size} vacancies`];
    const [vacancy, ids] = only;
    const place = vacancy === '' ? 'one vacancy' : vacancy;
    return [`${ids.size} ${ids.size === 1 ? 'candidate' : 'candidates'} changed for ${place}`];
  }
}
