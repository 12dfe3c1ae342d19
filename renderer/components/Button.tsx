import type { KeyboardEvent, ReactNode } from 'react';
import './button.css';

type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly look?: 'primary' | 'secondary' | 'quiet';
  readonly size?: 'normal' | 'large';
  /** The key that does the same; shown on the button and told to screen readers. */
  readonly shortcut?: string;
  readonly name?: string;
  readonly id?: string;
  readonly disabled?: boolean;
  /** Cannot be used now, and says why: it stays reachable, so that the reason can be read. */
  readonly unusableBecause?: string | undefined;
  /** What charges a second time is never on Enter; a click, a tap and the space bar still work. */
  readonly notOnEnter?: boolean;
};

/** A press is a press once: a key that repeats presses nothing. */
export function Button(props: ButtonProps) {
  const { children, onPress, look = 'secondary', size = 'normal', shortcut, name, id, disabled = false } = props;
  const { unusableBecause, notOnEnter = false } = props;
  // Never by the attribute: the focus would fall out of the page, and with it what the keyboard does next.
  const unusable = disabled || unusableBecause !== undefined;
  const keydown = (event: KeyboardEvent): void => {
    const presses = event.key === 'Enter' || event.key === ' ';
    if (presses && (event.repeat || (notOnEnter && event.key === 'Enter'))) event.preventDefault();
  };
  return (
    <button
      type="button"
      id={id}
      className={`button button--${look} button--${size}`}
      aria-disabled={unusable ? true : undefined}
      aria-describedby={unusableBecause}
      aria-label={name}
      aria-keyshortcuts={shortcut === 'Esc' ? 'Escape' : shortcut}
      onKeyDown={keydown}
      onClick={unusable ? undefined : onPress}
    >
      <span className="button__text">{children}</span>{' '}
      {shortcut !== undefined && (
        <span className="button__key" aria-hidden="true">
          {shortcut}
        </span>
      )}
    </button>
  );
}
