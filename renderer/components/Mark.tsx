import './mark.css';

export type MarkKind = 'paid' | 'differs' | 'failed' | 'unclear' | 'manual' | 'unknown';

const glyphs: Record<MarkKind, string> = {
  paid: 'M7 12.4l3.4 3.4L17 9.2',
  failed: 'M8.6 8.6l6.8 6.8M15.4 8.6l-6.8 6.8',
  unclear: 'M9.2 9.6a2.8 2.8 0 1 1 4.3 2.4c-1 .65-1.5 1.1-1.5 2.1M12 16.9v.1',
  differs: 'M12 6.4v7M12 17.2v.1',
  manual: 'M8 16l.5-2.4 5.9-5.9 1.9 1.9-5.9 5.9zM13 9.1l1.9 1.9',
  unknown: '',
};

/** An outcome as a shape, so that the meaning does not depend on colour: circle, diamond, rounded square. Always beside text. */
export function Mark({ kind, size = 'row' }: { readonly kind: MarkKind; readonly size?: 'row' | 'window' }) {
  const isSquare = kind === 'unclear' || kind === 'differs';
  return (
    <svg className={`mark mark--${kind} mark--${size}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {kind === 'failed' && (
        <rect className="mark__shape" x="3.6" y="3.6" width="16.8" height="16.8" rx="2.6" transform="rotate(45 12 12)" />
      )}
      {isSquare && <rect className="mark__shape" x="1.5" y="1.5" width="21" height="21" rx="5" />}
      {kind !== 'failed' && !isSquare && <circle className="mark__shape" cx="12" cy="12" r="11" />}
      <path className="mark__glyph" d={glyphs[kind]} />
    </svg>
  );
}

/** The small light before a terminal's or Nets' state: a full circle, a diamond, or a ring for "not known". */
export function Light({ kind }: { readonly kind: 'green' | 'red' | 'unknown' }) {
  return (
    <svg className={`light light--${kind}`} viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      {kind === 'red' ? (
        <rect x="2.4" y="2.4" width="9.2" height="9.2" rx="1.4" transform="rotate(45 7 7)" />
      ) : (
        <circle cx="7" cy="7" r={kind === 'green' ? 6 : 5} />
      )}
    </svg>
  );
}

/** Marks a payment made with a wrong clock. Always beside text. */
export function WrongClock() {
  return (
    <svg className="wrong-clock" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="9.5" />
      <path d="M12 6.5V12l3.5 2.5M3.5 20.5l17-17" />
    </svg>
  );
}
