/** Takes a line for the person who waits. */
export type Say = (line: string) => void;

const LONG_MS = 2000;
const AGAIN_MS = 10_000;

/** Says what is waited for when that takes longer than two seconds, and then every ten. */
export async function withProgress<Result>(say: Say, what: string, work: Promise<Result>): Promise<Result> {
  const began = performance.now();
  let timer = setTimeout(tell, LONG_MS);
  function tell(): void {
    say(`${what} (${Math.round((performance.now() - began) / 1000)} s)`);
    timer = setTimeout(tell, AGAIN_MS);
  }
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}
