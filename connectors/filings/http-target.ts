import { Unavailable } from '../../bot/errors.ts';
import type { FilingDraft, FilingTarget, Submitted } from '../../bot/ports.ts';
import type { TokenStore } from '../dossiers/details.ts';
import { type Answer, type Broken, type Call, exchange, exchangeTwice } from '../dossiers/exchange.ts';
import { textAt } from '../dossiers/path.ts';
import { matches } from '../dossiers/read-answer.ts';
import { addressOf, type Credentials, createSignIn, type Secrets } from '../dossiers/sign-in.ts';
import { fill, fillAll } from '../dossiers/template.ts';
import { draftValues, fillDraft, type HandedFile } from './fill-draft.ts';
import type { FilingMapping } from './mapping.ts';
import { type Created, readCreated, readLookUp } from './read-created.ts';

export type HttpTargetOptions = {
  mapping: FilingMapping;
  /** What the system calls the procedure and the place of this filing. */
  own: Record<string, string>;
  secrets: Secrets;
  tokens: TokenStore;
  /** Milliseconds since 1970. */
  now: () => number;
  /** The longest that one request takes, a file or the dossier; signing in has a limit of its own. */
  limitMs?: number;
  pauseMs?: number;
};

/** One system that takes filings over HTTP, as its mapping says: the files first, then the dossier. A dossier is never asked for twice blindly. */
export function createHttpTarget({ mapping, own, secrets, tokens, now, limitMs = 20_000, pauseMs = 200 }: HttpTargetOptions): FilingTarget {
  const { name, agency, auth, baseUrl, upload, create, lookUp } = mapping;
  // A source of dossiers of the same name may sign in another way: its token is another one.
  const signIn = createSignIn({ mapping: { ...mapping, name: `filing-${name}` }, secrets, tokens, now, limitMs: 8_000, pauseMs });

  async function submit(
    draft: FilingDraft,
    { sent, sending }: Parameters<FilingTarget['submit']>[1],
    signal: AbortSignal,
  ): Promise<Submitted> {
    if (sent && !create.idempotent) {
      if (lookUp === undefined) return { kind: 'unclear', again: false };
      const made = await find(draft, signal);
      if (made === 'away') return { kind: 'unclear', again: true };
      if (made !== null) return { kind: 'accepted', dossier: made };
    }
    const files = await handOver(draft, signal);
    const call = callFor(draft, files);
    const credentials = await credentialsFor(signal);
    await sending();
    const created = await make(call, credentials, signal);
    if (created.kind === 'accepted' || created.kind === 'refused') return created;
    if (created.kind === 'not-made') throw unavailable(created.why);
    if (created.kind === 'sign-in') throw unavailable('the sign-in is refused');
    return settle(draft, signal);
  }

  /** It was sent, and the answer says nothing: it is asked for where that can be, and else left open. */
  async function settle(draft: FilingDraft, signal: AbortSignal): Promise<Submitted> {
    if (lookUp === undefined) return { kind: 'unclear', again: create.idempotent };
    const made = await find(draft, signal);
    return made === 'away' || made === null ? { kind: 'unclear', again: true } : { kind: 'accepted', dossier: made };
  }

  async function make(call: (credentials: Credentials) => Call, credentials: Credentials, signal: AbortSignal): Promise<Created> {
    const created = readCreated(mapping, await limited(call(credentials), signal));
    if (created.kind !== 'sign-in') return created;
    const renewed = await signIn.renewed(credentials, signal);
    return renewed === null ? created : readCreated(mapping, await limited(call(renewed), signal));
  }

  async function find(draft: FilingDraft, signal: AbortSignal): Promise<string | null | 'away'> {
    if (lookUp === undefined) return 'away';
    const { method, path, headers, json } = lookUp;
    const values = valuesOf(draft);
    const body = json === undefined ? null : (withToken: Record<string, string>) => JSON.stringify(fillDraft(json, withToken, draft, []));
    try {
      const answer = await signedIn((credentials) => callOf({ method, path, headers, values, credentials, body }), signal);
      return readLookUp(mapping, draft.code, answer);
    } catch (error) {
      if (error instanceof Unavailable) return 'away';
      throw error;
    }
  }

  /** One file after the other. A file that was handed over and belongs to no dossier harms nobody: they all go again with the next try. */
  async function handOver(draft: FilingDraft, signal: AbortSignal): Promise<HandedFile[]> {
    const handed: HandedFile[] = [];
    for (const file of draft.files) {
      if (upload === undefined) {
        handed.push({ id: '', ...file });
        continue;
      }
      const { path, headers, form, ok, id: at } = upload;
      const values = { ...valuesOf(draft), 'file.name': file.name, 'file.type': file.type, 'file.size': String(file.bytes.length) };
      const body = (withToken: Record<string, string>) => {
        const parts = new FormData();
        for (const [key, text] of Object.entries(fillAll(form, withToken))) parts.set(key, text);
        parts.set(upload.file, new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name);
        return parts;
      };
      const answer = await signedIn((credentials) => callOf({ method: 'POST', path, headers, values, credentials, body }), signal);
      if (answer.kind === 'broken') throw unavailable(`a file: ${answer.why}`);
      const id = answer.status < 300 && (ok === undefined || matches(ok, answer.body)) ? textAt(answer.body, at) : '';
      if (id === '') throw unavailable(`a file: HTTP ${answer.status} without its id`);
      handed.push({ id, ...file });
    }
    return handed;
  }

  function callFor(draft: FilingDraft, files: HandedFile[]): (credentials: Credentials) => Call {
    const { path, headers, json } = create;
    const values = valuesOf(draft);
    const body = (withToken: Record<string, string>) => JSON.stringify(fillDraft(json, withToken, draft, files));
    return (credentials) => callOf({ method: 'POST', path, headers, values, credentials, body });
  }

  /** What may be repeated, with a new token where the old one is taken no longer. */
  async function signedIn(call: (credentials: Credentials) => Call, signal: AbortSignal): Promise<Answer | Broken> {
    const credentials = await credentialsFor(signal);
    const answer = await limited(call(credentials), signal, true);
    if (answer.kind === 'broken' || answer.status !== 401) return answer;
    const renewed = await signIn.renewed(credentials, signal);
    return renewed === null ? answer : limited(call(renewed), signal, true);
  }

  async function limited(call: Call, signal: AbortSignal, isRepeatable = false): Promise<Answer | Broken> {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
    try {
      return await (isRepeatable ? exchangeTwice(call, true, pauseMs, limit) : exchange(call, limit));
    } catch (error) {
      if (limit.aborted && !signal.aborted) return { kind: 'broken', why: 'no answer in time', again: true };
      throw error;
    }
  }

  function credentialsFor(signal: AbortSignal): Promise<Credentials> {
    return signIn.credentials(signal);
  }

  function valuesOf(draft: FilingDraft): Record<string, string> {
    return { ...mapping.values, ...own, ...draftValues(draft) };
  }

  function callOf({ method, path, headers, values, credentials, body }: CallOptions): Call {
    const all = auth.kind === 'session' ? { ...values, token: credentials.token ?? '' } : values;
    const filled = body === null ? null : body(all);
    return {
      url: addressOf(baseUrl, fill(path, all, encodeURIComponent)),
      method,
      headers: {
        accept: 'application/json',
        ...(typeof filled === 'string' ? { 'content-type': 'application/json' } : {}),
        ...fillAll(headers, all),
        ...credentials.headers,
      },
      body: filled,
    };
  }

  function unavailable(why: string): Unavailable {
    return new Unavailable(name, { cause: new Error(why) });
  }

  return { name, agency, submit };
}

type CallOptions = {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  values: Record<string, string>;
  credentials: Credentials;
  body: ((values: Record<string, string>) => string | FormData) | null;
};
