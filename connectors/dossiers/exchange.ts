import { setTimeout } from 'node:timers/promises';

/** Why a party has no usable answer: fixed words, so that nothing said to it or by it reaches a log. */
export type Broken = { kind: 'broken'; why: string; again: boolean };
export type Answer = { kind: 'answer'; status: number; body: unknown };
export type Call = { url: URL; method: 'GET' | 'POST'; headers: Record<string, string>; body: string | FormData | null };

const mostBytes = 2 * 1024 * 1024;
const busy = new Set([502, 503, 504]);

/** One request and its JSON answer. Broken `again`: the same request may do better at once. Rejects only when `signal` is aborted. */
export async function exchange(call: Call, signal: AbortSignal): Promise<Answer | Broken> {
  try {
    // A redirect leads to a sign-in page or to a stranger: neither may see the token.
    const { url, ...init } = call;
    const response = await fetch(url, { ...init, signal, redirect: 'manual' });
    const { status } = response;
    if (busy.has(status) || status === 429 || (status >= 300 && status < 400)) {
      await response.body?.cancel();
      return { kind: 'broken', why: `HTTP ${status}`, again: busy.has(status) };
    }
    const text = await readText(response);
    if (text === null) return { kind: 'broken', why: 'the answer is too long', again: false };
    return parsed(status, text);
  } catch (error) {
    signal.throwIfAborted();
    return { kind: 'broken', why: codeOf(error), again: true };
  }
}

/** A firewall's page comes with status 200 and any content type: what is not JSON is no answer. A refused sign-in needs no words. */
function parsed(status: number, text: string): Answer | Broken {
  if (status === 204 || status === 401 || (text === '' && status >= 400)) return { kind: 'answer', status, body: null };
  try {
    return { kind: 'answer', status, body: JSON.parse(text) };
  } catch {
    return { kind: 'broken', why: `HTTP ${status} without JSON`, again: false };
  }
}

/** As `exchange`, and once more after a short pause where that may help and the request may be repeated. */
export async function exchangeTwice(call: Call, isRepeatable: boolean, pauseMs: number, signal: AbortSignal): Promise<Answer | Broken> {
  const first = await exchange(call, signal);
  if (first.kind === 'answer' || !first.again || !isRepeatable) return first;
  await setTimeout(pauseMs, undefined, { signal });
  return exchange(call, signal);
}

async function readText(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    // Leaving the loop cancels the body: the rest is not taken in.
    if (size > mostBytes) return null;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** The system's code of a failed connection (ECONNREFUSED, UND_ERR_SOCKET); its message may quote an address or a header. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'no connection';
}
