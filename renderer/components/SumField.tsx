import { readInserted } from '../../shared/invisible.ts';
import { Field, type FieldProps } from './Field.tsx';

type SumFieldProps = Omit<FieldProps, 'look' | 'inputMode' | 'secret' | 'readInserted'> & {
  /** Called when several lines, or invisible characters between the digits, were refused. The field keeps its text. */
  readonly onRefused: () => void;
};

/** A field for a sum. It refuses text that could become another sum when it is put in. */
export function SumField({ onRefused, ...field }: SumFieldProps) {
  const read = (raw: string): string | null => {
    const text = readInserted(raw);
    if (text === null) onRefused();
    return text;
  };
  return <Field {...field} look="sum" inputMode="decimal" readInserted={read} />;
}
