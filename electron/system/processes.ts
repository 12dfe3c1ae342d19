/** Whether a process with this id runs on this machine, of any account. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // EPERM: the process runs, but for another account.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}
