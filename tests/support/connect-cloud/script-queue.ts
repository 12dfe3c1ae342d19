/** Scripts are played in order; after the last one, a default is played every time. */
export interface ScriptQueue<T> {
  play(...scripts: readonly T[]): void;
  always(script: T): void;
}

export interface ReadableQueue<T> extends ScriptQueue<T> {
  next(): T;
}

export function createScriptQueue<T>(otherwise: T): ReadableQueue<T> {
  const waiting: T[] = [];
  let standing = otherwise;
  return {
    play(...scripts) {
      waiting.push(...scripts);
    },
    always(script) {
      standing = script;
    },
    next() {
      return waiting.shift() ?? standing;
    },
  };
}
