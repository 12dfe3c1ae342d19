import type { CallScript, CutPoint, Said } from './script.ts';

/** Scripts for calls other than transactions. `done` says whether the requested action happens in spite of the answer. */
interface CallOptions {
  readonly afterMs?: number;
  readonly done?: boolean;
}

export const ordinaryCall: CallScript = { name: 'ordinary', afterMs: 0, done: true, canned: null, delivery: { kind: 'whole' } };

export function slowCall(afterMs: number): CallScript {
  return { ...ordinaryCall, name: 'slow', afterMs };
}

export function answerCallWith(
  status: number,
  body: unknown,
  options: CallOptions & { readonly says?: Said; readonly contentType?: string } = {},
): CallScript {
  return {
    ...ordinaryCall,
    name: `answer ${status}`,
    afterMs: options.afterMs ?? 0,
    done: options.done ?? false,
    canned: {
      kind: 'canned',
      status,
      contentType: options.contentType ?? 'application/json; charset=utf-8',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      says: options.says ?? 'unclear',
    },
  };
}

export function busyCall(options: CallOptions = {}): CallScript {
  return answerCallWith(400, { failure: { error: 'Terminal busy' } }, { ...options, says: 'refused' });
}

export function htmlCall(options: CallOptions = {}): CallScript {
  return answerCallWith(502, '<html><body>502 Bad Gateway</body></html>', { ...options, contentType: 'text/html' });
}

export function cutCall(at: CutPoint, options: CallOptions & { readonly how?: 'reset' | 'fin' } = {}): CallScript {
  const delivery = { kind: 'cut', at, how: options.how ?? 'reset' } as const;
  return { ...ordinaryCall, name: `cut ${at}`, afterMs: options.afterMs ?? 0, done: options.done ?? true, delivery };
}

export function silentCall(options: CallOptions = {}): CallScript {
  return { ...ordinaryCall, name: 'silent', afterMs: options.afterMs ?? 0, done: options.done ?? true, delivery: { kind: 'never' } };
}
