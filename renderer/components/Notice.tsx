import type { ReactNode } from 'react';
import { Mark } from './Mark.tsx';
import { signs } from './mark-shapes.ts';
import './notice.css';

type NoticeProps = {
  readonly tone: 'failed' | 'unclear';
  readonly title?: string;
  readonly children: ReactNode;
  /** Announced by screen readers at once when it appears. */
  readonly urgent?: boolean;
};

/** Says what prevents something, at the place where it does. */
export function Notice({ tone, title, children, urgent = false }: NoticeProps) {
  return (
    <div className={`notice notice--${tone}`} role={urgent ? 'alert' : undefined}>
      <Mark sign={tone === 'failed' ? signs.fault : signs.attention} />
      <div className="notice__text">
        {title !== undefined && <p className="notice__title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
