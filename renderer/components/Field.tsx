import { type ReactNode, useRef } from 'react';
import { afterPointer } from './after-pointer.ts';
import { useInserted } from './use-inserted.ts';
import './field.css';

export type FieldProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onLeave?: () => void;
  readonly onEnter?: () => void;
  readonly hint?: string;
  /** What is wrong, shown right under the field. */
  readonly problem?: ReactNode;
  readonly inputMode?: 'decimal' | 'numeric' | 'text' | 'none';
  readonly look?: 'normal' | 'sum';
  /** Shown after the text, such as the currency. */
  readonly suffix?: string;
  readonly placeholder?: string;
  /** The text cannot be changed now, but it can be read and copied. */
  readonly locked?: boolean;
  /** Checks text that is put in all at once, before it is in the field: see {@link useInserted}. */
  readonly readInserted?: (raw: string) => string | null;
  /** What is typed is not shown. */
  readonly secret?: boolean;
};

/** A labelled text field. Enter goes to the next field; a held Enter does nothing. */
export function Field(props: FieldProps) {
  const { id, label, value, hint, problem, inputMode = 'text', look = 'normal', suffix } = props;
  const input = useRef<HTMLInputElement>(null);
  useInserted(input, props.readInserted);
  const wrong = problem !== undefined && problem !== null;
  const described = [wrong ? `${id}-problem` : null, hint === undefined ? null : `${id}-hint`].filter((part) => part !== null).join(' ');
  return (
    <div className={`field field--${look}`}>
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <div className="field__box">
        <input
          className="field__input"
          ref={input}
          id={id}
          value={value}
          type={props.secret === true ? 'password' : 'text'}
          inputMode={inputMode}
          placeholder={props.placeholder}
          readOnly={props.locked === true}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={described === '' ? undefined : described}
          onChange={(event) => props.onChange(event.target.value)}
          onBlur={() => props.onLeave !== undefined && afterPointer(props.onLeave)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            if (!event.repeat) props.onEnter?.();
          }}
        />
        {suffix !== undefined && (
          <span className="field__suffix" aria-hidden="true">
            {suffix}
          </span>
        )}
      </div>
      {wrong && (
        <div className="field__problem" id={`${id}-problem`} role="alert">
          {problem}
        </div>
      )}
      {!wrong && hint !== undefined && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
