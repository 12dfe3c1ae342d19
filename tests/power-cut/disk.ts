import type { Random } from '../kills/random.ts';
import type { DiskOperation } from './recording.ts';

/** A power cut leaves a sector old or new, never half; everything larger may be torn. */
const SECTOR = 512;

/** What becomes of the writes since the last sync: none arrived, the first few did, any sectors of any of them, or all. */
export const fates = ['none', 'first', 'torn', 'all'] as const;
export type Fate = (typeof fates)[number];

type Change = { readonly offset: number; readonly bytes: Buffer } | { readonly length: number };
type File = { synced: Buffer; pending: Change[] };
/** null: the name is taken away. */
type Naming = { readonly name: string; readonly file: File | null };

/**
 * A disk that promises as little as it may: bytes that were not synced may be there or not, in any order. Names come and go
 * in their order, as in every journalling file system; a file's first sync keeps its name and those before it, the folder's
 * sync keeps all.
 */
export function createDisk() {
  const names = new Map<string, File>();
  const handles = new Map<number, File | 'folder'>();
  const syncedNames = new Map<string, File>();
  let pendingNames: Naming[] = [];

  function apply(operation: DiskOperation): void {
    if (operation.kind === 'unlink') {
      names.delete(operation.name);
      pendingNames.push({ name: operation.name, file: null });
      return;
    }
    if (operation.kind === 'open') {
      handles.set(operation.handle, operation.name === '.' ? 'folder' : fileCalled(operation.name));
      return;
    }
    const file = handles.get(operation.handle);
    if (file === undefined) throw new Error(`file ${operation.handle} was never opened`);
    if (operation.kind !== 'sync') {
      if (file !== 'folder') file.pending.push(operation);
    } else if (file === 'folder') keepNames(pendingNames.length);
    else {
      file.synced = contentAfter(file.synced, file.pending);
      file.pending = [];
      keepNames(pendingNames.findIndex((naming) => naming.file === file) + 1);
    }
  }

  function fileCalled(name: string): File {
    const known = names.get(name);
    if (known !== undefined) return known;
    const file: File = { synced: Buffer.alloc(0), pending: [] };
    names.set(name, file);
    pendingNames.push({ name, file });
    return file;
  }

  function keepNames(count: number): void {
    give(syncedNames, pendingNames.slice(0, count));
    pendingNames = pendingNames.slice(count);
  }

  return {
    apply,
    /** The files as they are found after the power comes back. The disk itself goes on as if nothing had happened. */
    cut(fate: Fate, random: Random): ReadonlyMap<string, Buffer> {
      const kept = { none: 0, all: pendingNames.length, first: null, torn: null }[fate] ?? random.between(0, pendingNames.length);
      const found = new Map(syncedNames);
      give(found, pendingNames.slice(0, kept));
      return new Map([...found].map(([name, { synced, pending }]) => [name, contentAfter(synced, survivors(pending, fate, random))]));
    },
  };
}

function give(names: Map<string, File>, namings: readonly Naming[]): void {
  for (const { name, file } of namings) {
    if (file === null) names.delete(name);
    else names.set(name, file);
  }
}

function survivors(pending: readonly Change[], fate: Fate, random: Random): readonly Change[] {
  switch (fate) {
    case 'none':
      return [];
    case 'all':
      return pending;
    case 'first':
      return pending.slice(0, random.between(0, pending.length));
    case 'torn':
      return pending.flatMap((change) => torn(change, random));
  }
}

function torn(change: Change, random: Random): Change[] {
  if ('length' in change) return random.fraction() < 0.5 ? [change] : [];
  const sectors: Change[] = [];
  for (let at = 0; at < change.bytes.length; ) {
    const end = Math.min(change.bytes.length, at + SECTOR - ((change.offset + at) % SECTOR));
    if (random.fraction() < 0.5) sectors.push({ offset: change.offset + at, bytes: change.bytes.subarray(at, end) });
    at = end;
  }
  return sectors;
}

function contentAfter(before: Buffer, changes: readonly Change[]): Buffer {
  const end = (length: number, change: Change): number =>
    'length' in change ? change.length : Math.max(length, change.offset + change.bytes.length);
  const content = Buffer.alloc(changes.reduce((most, change) => Math.max(most, end(0, change)), before.length));
  before.copy(content);
  let length = before.length;
  for (const change of changes) {
    // What lies behind a cut reads as zeros when the file grows again.
    if ('length' in change) content.fill(0, change.length);
    else change.bytes.copy(content, change.offset);
    length = end(length, change);
  }
  return content.subarray(0, length);
}
