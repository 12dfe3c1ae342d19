import type { PosErrorCode } from '../../shared/errors.ts';
import type { Language } from '../../shared/money.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { Printed, Printing, Saved } from '../paper/printing.ts';
import type { ClosedWithAddenda } from './ports.ts';

/** A closed day on paper and in a file. */
export type DayPapers = {
  print(closed: ClosedWithAddenda): Promise<Result<Printed, PosErrorCode>>;
  save(closed: ClosedWithAddenda, as: 'pdf' | 'csv'): Promise<Result<Saved, PosErrorCode>>;
};

/** Its words and its layout are loaded when something is printed for the first time. */
export const createDayPapers = (
  printing: Printing,
  askWhere: (fileName: string) => Promise<string | null>,
  language: () => Language,
): DayPapers => ({
  async print(closed) {
    const { documentOf } = await import('./document.ts');
    return printing.print(documentOf(closed, language()));
  },
  async save(closed, as) {
    const [{ documentOf }, { fileNameOf }] = await Promise.all([import('./document.ts'), import('../paper/file-name.ts')]);
    const { texts } = await import('./day-texts.ts');
    const name = fileNameOf(texts(language()).paper.file, [closed.day.date], as);
    if (as === 'pdf') return printing.savePdf(documentOf(closed, language()), name);
    const path = await askWhere(name);
    if (path === null) return ok('cancelled');
    const [{ csvOf }, { saveFile }] = await Promise.all([import('./csv.ts'), import('../paper/save-file.ts')]);
    const written = saveFile(path, 'csv', (add) => add(csvOf(closed.day, language())));
    return written.ok ? ok('saved') : failed(written.error);
  },
});
