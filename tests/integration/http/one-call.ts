/** One call of this program's client in a process of its own, whose environment was there before it began. Prints what came of it. */
import { createHttpCaller } from '../../../electron/http/http-call.ts';

const call = createHttpCaller({ baseUrl: process.argv[2] ?? '', elapsed: () => performance.now() });
const outcome = await call({
  method: 'POST',
  path: '/v1/login',
  headers: {},
  body: '{"password":"Sala-Sana-1"}',
  limits: { connectMs: 60_000, answerMs: 60_000, totalMs: null },
  signal: new AbortController().signal,
});
process.stdout.write(
  JSON.stringify(outcome.kind === 'answered' ? { status: outcome.status } : { code: outcome.code, written: outcome.written }),
);
