/** `it` where the test can run; else the test is skipped and the output says why. */
export function itWhen(can: boolean, otherwise: string): jest.It {
  if (!can) process.stderr.write(`Skipped: ${otherwise}\n`);
  return can ? it : it.skip;
}
