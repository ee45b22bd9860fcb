import { dossierWording, noticeWording as words } from '../dossier-wording.ts';
import { isOver } from '../notices/change.ts';
import { wordsOf } from '../notices/impersonal.ts';
import { silentChannels } from '../notices/quiet-hours.ts';
import type { Known, SealedAddress, Subscribed, Subscriptions } from '../ports.ts';
import { button, plainReply } from '../reply.ts';
import type { Language, Memory, Reply, TurnResult } from '../types.ts';
import type { App, NoticeWish } from '../understand/notice-wish.ts';
import { choiceWording, wording } from '../wording.ts';
import { askAddressCode } from './ask-address-code.ts';
import { askFactor, type DossierRequest } from './dossier.ts';
import { isProven } from './dossier-factor.ts';

export type NoticesOptions = DossierRequest & { subscriptions: Subscriptions };

/** To follow a dossier, to end that, or to see what is followed. `code` is one that the message names. */
export async function notices(wish: NoticeWish, code: string | null, options: NoticesOptions): Promise<TurnResult> {
  const { visitor, memory, language, subscriptions } = options;
  switch (wish.kind) {
    case 'list':
      return said(options, listed(await subscriptions.followed(visitor), language));
    case 'unfollow': {
      const which = code ?? (wish.this ? (memory.dossier?.code ?? null) : null);
      const codes = await subscriptions.unfollow(visitor, which);
      const text = codes.length === 0 ? words.none[language] : words.unfollowed[language].replace('{codes}', strong(codes));
      return said(options, plainReply('recorded', text), { wish: null, confirming: null });
    }
    case 'follow':
      if (wish.by === 'app') return followInApp(wish.app, code, options);
      return wish.by === 'here' ? followAt(code, null, options) : followBy(wish.by, wish.address, code, options);
  }
}

/** A stop word alone ends the one dossier that is followed; of several it asks which. Null where there is none. */
export async function endByStopWord(options: NoticesOptions): Promise<TurnResult | null> {
  const { visitor, language, subscriptions } = options;
  const all = await subscriptions.followed(visitor);
  const [only] = all;
  if (only === undefined) return null;
  if (all.length === 1) return notices({ kind: 'unfollow', this: false }, only.code, options);
  const list = listed(all, language);
  return said(options, { ...list, kind: 'asked', text: list.text.replace(words.list[language], words.which[language]) });
}

/** After the turn in which the second factor was proven: what was wished for before it is done, and said below the answer. */
export async function doWish(answered: TurnResult, options: NoticesOptions): Promise<TurnResult> {
  const result = withoutOldCode(answered, options.now());
  const { wish, dossier } = result.memory;
  if (wish === null || dossier === null) return result;
  const { code, address } = wish;
  // Another dossier is spoken of: the wish was about the one before.
  if (code !== null && code !== dossier.code) return { ...result, memory: { ...result.memory, wish: null } };
  if (!isProven(result.memory, dossier.code, options.now())) {
    if (code !== null) return result;
    return { ...result, memory: { ...result.memory, wish: { code: dossier.code, address }, awaiting: 'factor' } };
  }
  const { reply, change } = await followed(dossier.code, address, options);
  const [first = reply, ...rest] = result.replies;
  const both = { ...first, text: `${first.text}\n\n${reply.text}` };
  return { ...result, replies: [both, ...rest], memory: { ...result.memory, wish: null, ...change } };
}

/** A code that nobody has typed for long is waited for no more. */
function withoutOldCode(result: TurnResult, now: Date): TurnResult {
  const { confirming } = result.memory;
  if (confirming === null || Date.parse(confirming.until) > now.getTime()) return result;
  return { ...result, memory: { ...result.memory, confirming: null } };
}

/** An app is named: who writes from it is told there; else which ways there are. */
function followInApp(app: App, code: string | null, options: NoticesOptions): Promise<TurnResult> | TurnResult {
  const { visitor, language, subscriptions } = options;
  if (visitor.channel === app.toLowerCase()) return followAt(code, null, options);
  const ways = subscriptions.ways.map((by) => words.orBy[language].replace('{way}', words.ways[by][language]));
  const text = words.noApp[language].replace('{app}', app).replace('{ways}', ways.join(''));
  return said(options, plainReply('asked', text, [button(choiceWording.notify, language)]));
}

/** Follows at an address; null: the message names the way alone. */
export async function followBy(
  by: SealedAddress['by'],
  address: string | null,
  code: string | null,
  options: NoticesOptions,
): Promise<TurnResult> {
  const { language, subscriptions } = options;
  const way = words.ways[by][language];
  if (!subscriptions.ways.includes(by)) {
    return said(options, plainReply('asked', words.noWay[language].replace('{way}', way), [button(choiceWording.notify, language)]));
  }
  if (address === null) {
    const isOfThis = code === null || code === options.memory.dossier?.code;
    return said(options, plainReply('asked', words.askAddress[by][language]), isOfThis ? { awaiting: 'address' } : {});
  }
  return followAt(code, subscriptions.seal(by, address), options);
}

/** Follows in this conversation or at an address, once it is proven whose the dossier is. */
export async function followAt(named: string | null, address: SealedAddress | null, options: NoticesOptions): Promise<TurnResult> {
  const { memory, language, now } = options;
  const code = named ?? memory.dossier?.code ?? null;
  if (code === null) {
    return said(options, plainReply('asked', wording.askCode[language]), { wish: { code, address }, awaiting: 'dossier-code' });
  }
  if (isProven(memory, code, now())) {
    const { reply, change } = await followed(code, address, options);
    return said(options, reply, { wish: null, ...change });
  }
  const asked = await askFactor({ ...options, memory: { ...memory, wish: null } }, code);
  const [reply] = asked.replies;
  if (reply?.kind !== 'asked' || asked.memory.awaiting !== 'factor') return asked;
  const why = { ...reply, text: `${words.needsFactor[language].replace('{code}', code)}\n${reply.text}` };
  return { ...asked, replies: [why], memory: { ...asked.memory, wish: { code, address } } };
}

type Done = { reply: Reply; change: Partial<Memory> };

async function followed(code: string, address: SealedAddress | null, options: NoticesOptions): Promise<Done> {
  const { visitor, language, subscriptions } = options;
  const known = await knownOf(code, options);
  if (known === 'none') return about(code, dossierWording.unknown[language]);
  if (known === 'over') return about(code, words.over[language].replace('{code}', code));
  const outcome = await subscriptions.follow(visitor, known, language, address);
  if (outcome === 'unconfirmed') return address === null ? about(code, words.nowhere[language]) : askAddressCode(code, address, options);
  const where = address === null ? words.here[language] : words.via[language].replace('{address}', address.shown);
  const quiet = address === null && silentChannels.includes(visitor.channel) ? '' : ` ${words.quiet[language]}`;
  return about(code, sentences[outcome][language].replace('{code}', code).replace('{where}', where).replace('{quiet}', quiet));
}

const sentences: Record<Exclude<Subscribed, 'unconfirmed'>, Record<Language, string>> = {
  subscribed: words.followed,
  already: words.already,
  full: words.full,
  nowhere: words.nowhere,
};

/** What this person knows of the dossier now: only what comes after it is news. */
async function knownOf(code: string, { dossiers, signal }: NoticesOptions): Promise<Known | 'none' | 'over'> {
  const found = await dossiers.lookUp(code, signal);
  if (found.kind === 'none') return 'none';
  if (found.kind === 'away') return { code, source: '', status: null, statusText: null };
  const { dossier } = found;
  if (isOver(dossier)) return 'over';
  return { code, source: dossier.source, status: dossier.status, statusText: wordsOf(dossier) };
}

function listed(all: Awaited<ReturnType<Subscriptions['followed']>>, language: Language): Reply {
  if (all.length === 0) return plainReply('recorded', words.none[language]);
  const lines = all.map(({ code, here, by }) => {
    const where = [here ? words.here[language] : '', ...by.map((shown) => words.via[language].replace('{address}', shown))];
    return `- **${code}** (${where.filter((each) => each !== '').join(', ')})`;
  });
  const choices = all.slice(0, 5).map(({ code }) => ({ label: `${words.stop[language]} ${code}`, say: `${words.stop[language]} ${code}` }));
  return plainReply('recorded', [words.list[language], ...lines].join('\n'), choices);
}

function about(code: string, text: string): Done {
  return { reply: { ...plainReply('recorded', text), dossier: code }, change: {} };
}

function strong(codes: string[]): string {
  return codes.map((code) => `**${code}**`).join(', ');
}

function said({ memory, language }: NoticesOptions, reply: Reply, change: Partial<Memory> = {}): TurnResult {
  const next: Memory = { ...memory, language, offered: reply.choices, awaiting: null, open: null, ...change };
  return { replies: [reply], memory: next, notes: [], candidates: [] };
}

/** Where nobody can be told of anything later, as when a question is asked once from the command line. */
export const noSubscriptions: Subscriptions = {
  ways: [],
  seal: () => {
    throw new Error('no address can be kept');
  },
  codes: { send: async () => ({ kind: 'nowhere' }), take: async () => ({ kind: 'expired' }) },
  follow: async () => 'nowhere',
  unfollow: async () => [],
  followed: async () => [],
};
