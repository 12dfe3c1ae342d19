/** Whether a process of this number runs on this machine, whoever's it is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // Another account's process is one too.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}
