import { Mark } from './Mark.tsx';
import { signs } from './mark-shapes.ts';
import './warnings.css';

type WarningsProps = {
  readonly texts: readonly string[];
  /** Announced by screen readers at once when they appear. */
  readonly urgent?: boolean;
};

/** What speaks against going on, each in its own words. */
export function Warnings({ texts, urgent = false }: WarningsProps) {
  return (
    <ul className="warnings" role={urgent ? 'alert' : undefined}>
      {texts.map((text) => (
        <li key={text} className="warnings__warning">
          <Mark sign={signs.attention} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
