/** Milliseconds that this thread has computed for: unlike time on the clock, it does not grow because the machine does something else. */
export function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
