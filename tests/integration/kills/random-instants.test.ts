import { expect, it } from 'vitest';
import { noFindings, runKills } from '../../kills/random-kills.ts';

// The short form of `npm run kills`; always the same seeds, so that a red run can be tried again.
it('sixty SIGKILLs at random instants: money and journal agree after each', async () => {
  const findings = noFindings();
  await runKills(60, 0, 3, findings);
  expect(findings.mismatches, findings.mismatches.join('\n')).toEqual([]);
  expect(findings.kills).toBe(60);
  // They did hit sales that were under way, not only a program at rest.
  expect(findings.states.get('sent') ?? 0).toBeGreaterThan(0);
});
