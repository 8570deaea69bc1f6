/** Runs work one piece after the other, in the order it was handed in: the one thread of a matching instance. */
export class Lane {
  private last: Promise<unknown> = Promise.resolve();

  run<Result>(work: () => Promise<Result> | Result): Promise<Result> {
    const mine = this.last.then(work);
    this.last = mine.catch(() => undefined);
    return mine;
  }
}
