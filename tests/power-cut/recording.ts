/** What the shim wrote down (record-writes.c), in the order in which it happened. */
export type DiskOperation =
  | { readonly kind: 'open'; readonly handle: number; readonly name: string }
  | { readonly kind: 'write'; readonly handle: number; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly handle: number; readonly length: number }
  | { readonly kind: 'sync'; readonly handle: number }
  | { readonly kind: 'unlink'; readonly name: string };

const HEAD = 24;

/** @throws for a record that nobody knows: a disk rebuilt without it would prove nothing. */
export function readRecording(log: Buffer): DiskOperation[] {
  const operations: DiskOperation[] = [];
  for (let at = 0; at < log.length; ) {
    const kind = String.fromCharCode(log.readUInt32LE(at));
    const handle = log.readUInt32LE(at + 4);
    const offset = Number(log.readBigUInt64LE(at + 8));
    const length = Number(log.readBigUInt64LE(at + 16));
    at += HEAD;
    if (kind === 't') operations.push({ kind: 'truncate', handle, length });
    else if (kind === 's') operations.push({ kind: 'sync', handle });
    else {
      const bytes = log.subarray(at, at + length);
      at += length;
      if (kind === 'w') operations.push({ kind: 'write', handle, offset, bytes });
      else if (kind === 'o') operations.push({ kind: 'open', handle, name: bytes.toString() });
      else if (kind === 'u') operations.push({ kind: 'unlink', name: bytes.toString() });
      else throw new Error(`a record of an unknown kind: ${kind}`);
    }
  }
  return operations;
}
