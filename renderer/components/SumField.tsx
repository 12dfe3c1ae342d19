import { readInserted } from '../../shared/invisible.ts';
import { Field, type FieldProps } from './Field.tsx';

type SumFieldProps = Omit<FieldProps, 'look' | 'inputMode' | 'secret' | 'readInserted'> & {
  /** Several lines, or invisible characters between the digits, were to be put in. What was in the field still is. */
  readonly onRefused: () => void;
};

/** A sum. Text that could become another sum on its way into the field does not come in. */
export function SumField({ onRefused, ...field }: SumFieldProps) {
  const read = (raw: string): string | null => {
    const text = readInserted(raw);
    if (text === null) onRefused();
    return text;
  };
  return <Field {...field} look="sum" inputMode="decimal" readInserted={read} />;
}
