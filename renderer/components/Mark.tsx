import './mark.css';
import { drawings, type Sign } from './mark-shapes.ts';

/** An outcome as a shape of its own, so that the meaning does not depend on colour. Always beside text. */
export function Mark({ sign: { shape, tone }, size = 'row' }: { readonly sign: Sign; readonly size?: 'row' | 'window' }) {
  const { outline, glyph, half } = drawings[shape];
  return (
    <svg
      className={`mark mark--${tone} mark--${size}${half === undefined ? '' : ' mark--half'}`}
      data-shape={shape}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path className="mark__shape" d={outline} />
      {half !== undefined && <path className="mark__fill" d={half} />}
      {glyph !== '' && <path className="mark__glyph" d={glyph} />}
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
