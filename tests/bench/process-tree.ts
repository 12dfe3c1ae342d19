import { readdirSync, readFileSync } from 'node:fs';

/** Proportional set size of a process and all its descendants, in kB. Linux only: elsewhere nobody tells. */
export function treePss(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number.parseInt(name, 10);
    if (Number.isNaN(pid)) continue;
    const stat = read(`/proc/${pid}/stat`);
    // The command stands in parentheses and may hold anything; the parent is the second field after it.
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    if (parent !== undefined) parents.set(pid, Number.parseInt(parent, 10));
  }
  const belongs = (pid: number): boolean => pid === root || (parents.has(pid) && pid > 1 && belongs(parents.get(pid) ?? 0));
  return [...parents.keys()].filter(belongs).reduce((sum, pid) => sum + pssOf(pid), 0);
}

function pssOf(pid: number): number {
  const line = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`));
  return line?.[1] === undefined ? 0 : Number.parseInt(line[1], 10);
}

/** A process may be gone between being listed and being read. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
