/** What happened, one line for each event, and the faults that were found. */
export interface Story {
  readonly lines: readonly string[];
  readonly findings: ReadonlySet<string>;
  say(...lines: readonly string[]): void;
  /** From here on: which step, or what comes after the last one. */
  at(place: string): void;
  /** A sentence that was found before is not said twice. */
  find(sentences: readonly string[]): void;
}

/** `keep` gets each line at once, for a run that hangs. */
export function createStory(keep: (line: string) => void): Story {
  const lines: string[] = [];
  const findings = new Set<string>();
  let place = 'at the start';
  const say = (...more: readonly string[]): void => {
    lines.push(...more);
    for (const line of more) keep(line);
  };
  return {
    lines,
    findings,
    say,
    at(next) {
      place = next;
    },
    find(sentences) {
      for (const sentence of sentences) {
        if (!findings.has(sentence)) say(`     ✗ ${place}: ${sentence}`);
        findings.add(sentence);
      }
    },
  };
}
