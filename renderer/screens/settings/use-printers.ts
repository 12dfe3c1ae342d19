import { useEffect, useState } from 'react';
import type { PosError } from '../../../shared/errors.ts';
import type { Printer } from '../../../shared/paper.ts';
import type { Result } from '../../../shared/result.ts';
import { client } from '../../pos-client.ts';

/** The printers that the system has now; null until it said so. */
export function usePrinters(): { readonly printers: readonly Printer[] | null; readonly failure: PosError | null } {
  const [read, setRead] = useState<Result<readonly Printer[], PosError> | null>(null);
  useEffect(() => {
    let wanted = true;
    void client.printers().then((result) => wanted && setRead(result));
    return () => {
      wanted = false;
    };
  }, []);
  return { printers: read?.ok === true ? read.value : null, failure: read?.ok === false ? read.error : null };
}
