/** Positions of one person's items: a replay includes what the page already shows. */
export class KnownItems {
  private readonly positions = new Map<string, number>();

  /** True when the item is newer than what was known of it. */
  learn(id: string, position: number): boolean {
    const known = this.positions.get(id);
    if (known !== undefined && known >= position) return false;
    this.positions.set(id, position);
    return true;
  }

  clear(): void {
    this.positions.clear();
  }
}
