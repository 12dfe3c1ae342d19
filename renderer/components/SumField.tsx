import { readInserted } from '../../shared/invisible.ts';
import { Field, type FieldProps } from './Field.tsx';

type SumFieldProps = Omit<FieldProps, 'look' | 'inputMode' | 'secret' | 'readInserted'> & {
  /** Called when several lines, or invisible characters between the digits, were refused. The field keeps its text. */
  readonly onRefused: () => void;
  /** The screen has a keypad of its own: the system's keyboard for touch stays away. */
  readonly hasKeypad?: boolean;
};

/** A field for a sum. It refuses text that could become another sum when it is put in. */
export function SumField({ onRefused, hasKeypad = false, ...field }: SumFieldProps) {
  const read = (raw: string): string | null => {
    const text = readInserted(raw);
    if (text === null) onRefused();
    return text;
  };
  return <Field {...field} look="sum" inputMode={hasKeypad ? 'none' : 'decimal'} readInserted={read} />;
}
