/** Lets through while it is open; who comes when it is shut waits until it opens. */
export class Gate {
  private opened: Promise<void> = Promise.resolve();
  private release: (() => void) | undefined;

  shut(): void {
    if (this.release !== undefined) return;
    this.opened = new Promise((resolve) => {
      this.release = resolve;
    });
  }

  open(): void {
    this.release?.();
    this.release = undefined;
  }

  passed(): Promise<void> {
    return this.opened;
  }
}
