import type { KeyboardEvent, ReactNode } from 'react';
import './button.css';

type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly look?: 'primary' | 'secondary' | 'quiet';
  readonly size?: 'normal' | 'large';
  /** The key with the same effect; shown on the button and announced to screen readers. */
  readonly shortcut?: string;
  readonly name?: string;
  readonly id?: string;
  readonly disabled?: boolean;
  /** The button cannot be used, for this reason. It can still be reached, so that the reason can be read. */
  readonly unusableBecause?: string | undefined;
  /** Ids of texts that a screen reader says with the button. */
  readonly describedBy?: string | undefined;
  /** The keyboard comes back here when it has lost its place. */
  readonly home?: boolean;
  /** Buttons that charge a second time, or let a signature count, do not react to Enter. A click, a tap and the space bar still work. */
  readonly notOnEnter?: boolean;
};

/** One press counts once: a repeating key presses nothing. */
export function Button(props: ButtonProps) {
  const { children, onPress, look = 'secondary', size = 'normal', shortcut, name, id, disabled = false } = props;
  const { unusableBecause, notOnEnter = false, home = false } = props;
  // The `disabled` attribute is not used: the focus would leave the button, and the next key would go elsewhere.
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
      data-home={home ? '' : undefined}
      aria-describedby={unusableBecause ?? props.describedBy}
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
