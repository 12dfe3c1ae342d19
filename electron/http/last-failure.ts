import type { HttpCaller } from './http-call.ts';

/** Remembers why the last call got no answer, for somebody who has just asked and wants the reason. */
export function rememberFailure(send: HttpCaller): { readonly call: HttpCaller; readonly lastFailure: () => string | null } {
  let code: string | null = null;
  return {
    async call(request) {
      const outcome = await send(request);
      code = outcome.kind === 'no-answer' ? outcome.code : null;
      return outcome;
    },
    lastFailure: () => code,
  };
}
