import { type CSSProperties, useEffect, useRef } from 'react';
import type { SheetLine } from '../../shared/paper.ts';
import './paper-preview.css';

type PaperPreviewProps = { readonly name: string; readonly lines: readonly SheetLine[]; readonly columns: number };

/** What comes out of the printer, line by line. */
export function PaperPreview({ name, lines, columns }: PaperPreviewProps) {
  const paper = useRef<HTMLElement>(null);
  // It takes the focus only if it can scroll, so that the keyboard can scroll it.
  useEffect(() => {
    const element = paper.current;
    if (element === null) return;
    const scrolls = element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth;
    element.tabIndex = scrolls && lines.length > 0 ? 0 : -1;
  }, [lines]);
  // A line's place is what tells it from another one.
  const numbered = lines.map((line, place) => ({ ...line, place }));
  return (
    <figure className="paper-preview" aria-label={name} ref={paper}>
      <pre className="paper-preview__text" style={{ '--columns': columns } as CSSProperties}>
        {numbered.map(({ text, look, place }) => (
          <span key={place} className={`paper-preview__line paper-preview__line--${look}`}>
            {`${text}\n`}
          </span>
        ))}
      </pre>
    </figure>
  );
}
