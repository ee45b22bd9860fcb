import { OperatorError, Unavailable } from '../../bot/errors.ts';
import type { Token, TokenStore } from './details.ts';
import { type Call, exchangeTwice } from './exchange.ts';
import type { Auth, Mapping } from './mapping.ts';
import { textAt } from './path.ts';
import { matches } from './read-answer.ts';
import { orAborted } from './single-flight.ts';
import { fillAll } from './template.ts';

/** Passwords and keys by name. Which are needed: `secretsOf`. */
export type Secrets = Record<string, string>;

/** What shows the source who asks: headers, and `{token}` for the request. */
export type Credentials = { token: string | null; headers: Record<string, string> };
export type SignIn = {
  credentials(signal: AbortSignal): Promise<Credentials>;
  /** Credentials with a new token, where the source takes the old one no longer; null where there is no token to renew. */
  renewed(stale: Credentials, signal: AbortSignal): Promise<Credentials | null>;
};
/** What of a mapping signing in needs, whatever it maps. */
export type SignInMapping = Pick<Mapping, 'name' | 'baseUrl' | 'values' | 'auth'>;
export type SignInOptions = {
  mapping: SignInMapping;
  secrets: Secrets;
  tokens: TokenStore;
  now: () => number;
  limitMs: number;
  pauseMs: number;
};

/** `appName`, `partnerCode` and `partnerCodeCus` belong to it too; some provinces leave them empty. */
const lgspNames = ['accessKey', 'secretKey'];
const longestLifeMs = 24 * 3_600_000;

/** The names of the secrets that a way to sign in asks for. */
export function secretsOf(auth: Auth): string[] {
  if (auth.kind === 'none') return [];
  if (auth.kind === 'header') return ['key'];
  if (auth.kind === 'lgsp') return lgspNames;
  if (auth.kind === 'session') return ['username', 'password'];
  return [...(auth.client === 'lgsp' ? [] : ['clientId', 'clientSecret']), ...(usesLgsp(auth) ? lgspNames : [])];
}

/** Signs in to one source. Throws `OperatorError` at once that names the secrets that are missing. */
export function createSignIn({ mapping, secrets, tokens, now, limitMs, pauseMs }: SignInOptions): SignIn {
  const { auth, name } = mapping;
  const missing = secretsOf(auth).filter((each) => (secrets[each] ?? '') === '');
  if (missing.length > 0) throw new OperatorError(`The dossier source ${name} lacks the secrets ${missing.join(', ')}.`);
  const fixed = headersOf(auth, secrets);
  if (Object.values(fixed).some((value) => !isSendable(value)))
    throw new OperatorError(`A secret of the dossier source ${name} cannot be sent.`);

  if (auth.kind !== 'oauth2' && auth.kind !== 'session') {
    return { credentials: async () => ({ token: null, headers: fixed }), renewed: async () => null };
  }
  const fetchToken = tokenFetcher(auth, { mapping, secrets, now, limitMs, pauseMs });
  const withToken = (token: string): Credentials => ({ token, headers: { ...fixed, ...tokenHeader(auth, token) } });
  return {
    credentials: async (signal) =>
      withToken((await orAborted(tokens.get(name), signal)) ?? (await orAborted(tokens.renewOnce(name, null, fetchToken), signal))),
    renewed: async (stale, signal) => withToken(await orAborted(tokens.renewOnce(name, stale.token, fetchToken), signal)),
  };
}

type OAuth2 = Extract<Auth, { kind: 'oauth2' }>;
type Session = Extract<Auth, { kind: 'session' }>;

function tokenFetcher(auth: OAuth2 | Session, options: Omit<SignInOptions, 'tokens'>): () => Promise<Token> {
  const { mapping, secrets, now, limitMs, pauseMs } = options;
  const { name, baseUrl } = mapping;
  const call = auth.kind === 'oauth2' ? tokenCall(auth, secrets, baseUrl) : sessionCall(auth, mapping, secrets);
  const refused = (why: string) => new Unavailable(name, { cause: new Error(`sign-in: ${why}`) });
  return async () => {
    // Others wait for this token too: it has a limit of its own, not that of whoever asked first.
    const limit = AbortSignal.timeout(limitMs);
    const answer = await exchangeTwice(call, true, pauseMs, limit).catch(() => ({ kind: 'broken' as const, why: 'no answer in time' }));
    if (answer.kind === 'broken') throw refused(answer.why);
    const { status, body } = answer;
    const isGood = status < 300 && (auth.kind === 'oauth2' || auth.ok === undefined || matches(auth.ok, body));
    const value = isGood ? textAt(body, [auth.kind === 'oauth2' ? 'access_token' : auth.session]) : '';
    if (value === '' || !isSendable(value)) throw refused(`HTTP ${status} without a token`);
    return { value, expiresAt: now() + Math.min(lifeMs(auth, body), longestLifeMs) };
  };
}

function tokenHeader(auth: OAuth2 | Session, token: string): Record<string, string> {
  return auth.kind === 'oauth2' ? { [auth.header]: `${auth.prefix}${token}` } : {};
}

/** The headers of every request that hang on no token. */
function headersOf(auth: Auth, secrets: Secrets): Record<string, string> {
  if (auth.kind === 'header') return { [auth.header]: `${auth.prefix}${secrets.key}` };
  if (auth.kind === 'lgsp' || (auth.kind === 'oauth2' && auth.lgsp.includes('request'))) return lgspHeader(secrets);
  return {};
}

function tokenCall(auth: OAuth2, secrets: Secrets, baseUrl: string): Call {
  const { clientId = '', clientSecret = '' } = secrets;
  const form = new URLSearchParams({ grant_type: 'client_credentials' });
  if (auth.scope !== '') form.set('scope', auth.scope);
  const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
  if (auth.client === 'basic') headers.authorization = `Basic ${base64(`${clientId}:${clientSecret}`)}`;
  if (auth.client === 'form') {
    form.set('client_id', clientId);
    form.set('client_secret', clientSecret);
  }
  if (auth.client === 'lgsp' || auth.lgsp.includes('token')) Object.assign(headers, lgspHeader(secrets));
  return { url: addressOf(baseUrl, auth.tokenUrl), method: 'POST', headers, body: form.toString() };
}

function sessionCall(auth: Session, { baseUrl, values }: SignInMapping, secrets: Secrets): Call {
  const headers = { 'content-type': 'application/json', accept: 'application/json', ...fillAll(auth.headers, values) };
  return {
    url: addressOf(baseUrl, auth.path),
    method: 'POST',
    headers,
    body: JSON.stringify(fillAll(auth.body, { ...values, ...secrets })),
  };
}

function lifeMs(auth: OAuth2 | Session, body: unknown): number {
  if (auth.kind === 'session') return auth.minutes * 60_000;
  const seconds = Number(textAt(body, ['expires_in']));
  return seconds > 0 ? seconds * 1_000 : 300_000;
}

function lgspHeader(secrets: Secrets): Record<string, string> {
  const { accessKey, secretKey, appName = '', partnerCode = '', partnerCodeCus = '' } = secrets;
  const parts = { AccessKey: accessKey, SecretKey: secretKey, AppName: appName, PartnerCode: partnerCode, PartnerCodeCus: partnerCodeCus };
  return { lgspaccesstoken: base64(JSON.stringify(parts)) };
}

function usesLgsp(auth: OAuth2): boolean {
  return auth.client === 'lgsp' || auth.lgsp.length > 0;
}

/** A path is appended, so that a base URL may end in one of its own. */
export function addressOf(baseUrl: string, path: string): URL {
  return new URL(/^https?:/.test(path) ? path : `${baseUrl.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`);
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

/** fetch quotes a header that it cannot send in its error: none may come so far. */
function isSendable(value: string): boolean {
  return /^[\x20-\x7e]*$/.test(value);
}
