/** Milliseconds of processor time that some work takes: that a machine is busy with other things does not count. */
export function coreMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
