import { type FieldBefore, keepsScans, lookAt, putBack, type typedInto, typedSince } from './field-before.ts';
import { isUntold } from './key-kind.ts';

export type Scan<Remembered> = {
  /** Null if some keys did not tell their character. */
  readonly text: string | null;
  /** The fields that got characters of the scan, as they were before. */
  readonly fields: readonly FieldBefore<Remembered>[];
};

type Run<Remembered> = { text: string; untold: boolean; elsewhere: boolean; readonly fields: FieldBefore<Remembered>[] };

/** Gathers the characters of what may become a scan, and where they went. */
export function createScanRun<Remembered>(remember: () => Remembered) {
  const empty = (): Run<Remembered> => ({ text: '', untold: false, elsewhere: false, fields: [] });
  let run = empty();

  return {
    begin(): void {
      run = empty();
    },
    character(event: KeyboardEvent, field: ReturnType<typeof typedInto>): void {
      run.text += isUntold(event) ? '' : event.key;
      run.untold ||= isUntold(event);
      run.elsewhere ||= field === null;
      if (field !== null && run.fields.every(({ element }) => element !== field)) run.fields.push(lookAt(field, remember()));
    },
    /** What a person had typed before the scan has been put in its place: the fields are that from now on. */
    renew(): void {
      run.fields.splice(0, run.fields.length, ...run.fields.map(({ element }) => lookAt(element, remember())));
    },
    /** The scan is over: its text, and sums have their old text again. */
    end(): Scan<Remembered> {
      const { text, untold, elsewhere, fields } = run;
      run = empty();
      const [field] = fields;
      // The field holds what the system made of the keys; the key events alone do not tell all of it.
      const written = fields.length === 1 && field !== undefined && !elsewhere ? typedSince(field) : null;
      for (const each of fields) if (each.element.isConnected && !keepsScans(each.element)) putBack(each);
      return { text: written ?? (untold ? null : text), fields };
    },
  };
}
