import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Comfort, comfortFrom } from '../../shared/comfort.ts';
import type { ComfortKeeper } from '../program/comfort-part.ts';
import { type KeptPlace, placeFrom } from './window-place.ts';

export const WINDOW_FILE = 'window';

/** Where this PC's window was, and how it shows the program. */
export type WindowMemory = ComfortKeeper & { readonly place: () => KeptPlace | null; readonly moved: (place: KeptPlace) => void };

/**
 * Read by hand before the window opens: the library that writes it would delay the first paint, and is loaded with the first change. A
 * file that cannot be read counts as none, and is written anew. It says nothing about money.
 */
export function openWindowMemory(folder: string, failed: (cause: unknown) => void): WindowMemory {
  const read = readFile(join(folder, `${WINDOW_FILE}.json`));
  let place = placeFrom(read['place']);
  let comfort = comfortFrom(read['comfort']);
  const listeners = new Set<() => void>();
  let writer: Promise<(content: { place: KeptPlace | null; comfort: Comfort }) => void> | null = null;

  function write(): void {
    writer ??= import('../settings/window-store.ts').then(({ openWindowStore }) => openWindowStore(folder, WINDOW_FILE));
    // The values of the moment when it is written: of two changes at once the last one stays.
    void writer.then((store) => store({ place, comfort })).catch(failed);
  }

  return {
    place: () => place,
    moved(next) {
      place = next;
      write();
    },
    read: () => comfort,
    change(change) {
      comfort = comfortFrom({ ...comfort, ...change });
      write();
      for (const listener of listeners) listener();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function readFile(path: string): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof read === 'object' && read !== null ? (read as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
