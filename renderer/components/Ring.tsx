import './ring.css';

const RADIUS = 61;
const LENGTH = 2 * Math.PI * RADIUS;

type RingProps = {
  /** The share of the time that is left, 0 to 1; null: no time runs. */
  readonly share: number | null;
  readonly label: string;
  readonly text: string;
  /** A wish to cancel is on its way: the ring says that instead of the time. */
  readonly stopping?: boolean;
};

/** The guest's remaining time, as a ring and in words. */
export function Ring({ share, label, text, stopping = false }: RingProps) {
  const left = stopping ? 0 : (share ?? 1);
  const look = stopping ? ' ring--stopping' : share === null ? ' ring--resting' : '';
  return (
    <div className={`ring${look}`}>
      <svg className="ring__picture" viewBox="0 0 132 132" aria-hidden="true" focusable="false">
        <circle className="ring__track" cx="66" cy="66" r={RADIUS} />
        {left > 0 && (
          <circle
            className="ring__left"
            cx="66"
            cy="66"
            r={RADIUS}
            transform="rotate(-90 66 66)"
            strokeDasharray={`${LENGTH * left} ${LENGTH}`}
          />
        )}
      </svg>
      <span className={text.length > 5 ? 'ring__time ring__time--long number' : 'ring__time number'} role="timer" aria-label={label}>
        {text}
      </span>
    </div>
  );
}
