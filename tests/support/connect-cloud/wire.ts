/** What is sent, before it is decided how. */
export type JsonObject = Record<string, unknown>;

export interface WireAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

export function jsonAnswer(status: number, value: unknown): WireAnswer {
  return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    // Unreferenced: a scripted delay never keeps a finished test run alive.
    setTimeout(resolve, ms).unref();
  });
}
