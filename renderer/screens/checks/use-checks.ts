import { useCallback, useEffect, useRef, useState } from 'react';
import { type CheckName, checkNames } from '../../../shared/check-names.ts';
import type { CheckResult } from '../../../shared/checks.ts';
import { client } from '../../pos-client.ts';

type Results = Partial<Record<CheckName, CheckResult>>;
const NOT_MADE: CheckResult = { result: 'unknown', reason: 'not-asked', minutes: null };

/** Runs all checks for a terminal, at once and on each `run`. An answer to an earlier run is dropped. */
export function useChecks(terminalId: string | null) {
  const [results, setResults] = useState<Results>({});
  const round = useRef(0);
  const run = useCallback((): void => {
    round.current += 1;
    const mine = round.current;
    setResults({});
    for (const check of checkNames) {
      void client.runCheck(check, terminalId).then((answer) => {
        if (mine === round.current) setResults((before) => ({ ...before, [check]: answer.ok ? answer.value : NOT_MADE }));
      });
    }
  }, [terminalId]);
  useEffect(run, [run]);
  return { results, run };
}
