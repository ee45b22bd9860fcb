import type { Bot } from 'grammy';
import type { Logger } from 'pino';
import type { Accepted, History } from '../../bot/ports.ts';
import type { Message } from '../../bot/types.ts';
import { sayOf } from '../render/payload.ts';
import { noOf, signalFor, statusOf } from './client.ts';
import { commandIn, saidBy } from './commands.ts';
import { answerForgetting, askForgetting, forgetting, isYes, nothing } from './forgetting.ts';
import { conversationOf, idOf, saidToUs } from './place.ts';
import type { Typing } from './typing.ts';
import { readUpdate, type TelegramEvent } from './updates.ts';
import { telegramWording as words } from './wording.ts';

export type TakeOptions = {
  bot: Bot;
  /** The bot's own number, as its token begins. */
  botId: number;
  receive(message: Message): Promise<Accepted>;
  history: Pick<History, 'read' | 'forget'>;
  typing: Pick<Typing, 'begin'>;
  unreachable(channel: string, person: string): Promise<void>;
  log: Logger;
};

/** What became of an update. `unknown-bot`: who we are is not known yet, so that it must come again. */
export type Took = Accepted['kind'] | 'noted' | 'ignored' | 'unknown-bot';
export type Take = ((update: unknown) => Promise<Took>) & { settled(): Promise<void> };

type Told<Kind extends TelegramEvent['kind']> = Extract<TelegramEvent, { kind: Kind }>;

const callMs = 8_000;
/** Buttons are looked for among so many of the last things said. */
const remembered = 20;

/** Takes one update in. It resolves once all that must not be lost is kept: only then may the update be acknowledged. */
export function createTake(options: TakeOptions): Take {
  const { bot, botId, receive, history, typing, unreachable, log } = options;
  const aside = new Set<Promise<unknown>>();

  /** What only looks better when it works: it is neither waited for nor tried again. */
  function alongside(what: string, call: Promise<unknown>): void {
    const done = call
      .catch((error: unknown) => {
        const no = noOf(error);
        if (no !== 'old' && no !== 'unchanged' && no !== 'blocked') log.debug({ what, status: statusOf(error) }, 'Telegram call failed');
      })
      .finally(() => aside.delete(done));
    aside.add(done);
  }

  async function message(event: Told<'message'>): Promise<Took> {
    const me = bot.isInited() ? bot.botInfo : null;
    if (event.isGroup && me === null) return 'unknown-bot';
    const command = commandIn(event.text, me?.username ?? null);
    const text = event.isGroup && me !== null && command === null ? saidToUs(event.text, event.toUs, me) : event.text;
    if (text === null) return 'ignored';
    if (command?.name === 'xoadulieu') {
      // Where we may not write nobody is asked; the update must not come again for that, and hold up all behind it.
      alongside('askForgetting', askForgetting(bot, event, limit()));
      return 'noted';
    }
    const said = command === null ? text.replace(/^\/(?=\p{L})/u, '') : saidBy(command, event.language);
    const own = { ...conversationOf(event), id: idOf(botId, event.chat, event.message), text: said };
    const { files, album, voice } = event;
    const inAlbum = files.length > 0 && album !== null;
    const { kind } = await receive({
      ...own,
      ...(files.length > 0 && { files }),
      ...(inAlbum && { album }),
      ...(voice !== null && { voice }),
    });
    // What comes again has its answer, or somebody who makes it.
    if (kind === 'accepted') typing.begin(event.chat);
    return kind;
  }

  async function tap(event: Told<'tap'>): Promise<Took> {
    const { channel, person } = conversationOf(event);
    if (event.data === nothing) {
      alongside('answerCallbackQuery', answer(event.id));
      return 'noted';
    }
    if (forgetting(event.data)) {
      alongside('answerCallbackQuery', answer(event.id));
      // Twice does no harm.
      if (isYes(event.data)) await history.forget(channel, person);
      alongside('answerForgetting', answerForgetting(bot, event, limit()));
      return 'noted';
    }
    // A token means what was offered in this very conversation; anything else says itself.
    const isToken = sayOf(event.data, []) === null;
    const offered = isToken ? (await history.read(channel, person, 0, remembered)).flatMap(({ reply }) => reply?.choices ?? []) : [];
    const said = sayOf(event.data, offered);
    alongside('answerCallbackQuery', answer(event.id, said === null ? words.oldButton[event.language] : undefined));
    if (said === null) return 'ignored';
    const { kind } = await receive({ channel, person, id: idOf(botId, event.chat, event.message, event), text: said });
    if (kind === 'accepted') typing.begin(event.chat);
    // What was picked stays to be read, and nothing else can be picked there any more.
    if (event.label !== null && !event.isGroup) {
      const picked = [[{ text: `✓ ${event.label}`, callback_data: nothing }]];
      const edit = bot.api.editMessageReplyMarkup(event.chat, event.message, { reply_markup: { inline_keyboard: picked } }, limit());
      alongside('editMessageReplyMarkup', edit);
    }
    return kind;
  }

  async function answer(id: string, text?: string): Promise<void> {
    await bot.api.answerCallbackQuery(id, text === undefined ? {} : { text }, limit());
  }

  const take = async (update: unknown): Promise<Took> => {
    const event = readUpdate(update);
    switch (event.kind) {
      case 'message':
        return message(event);
      case 'tap':
        return tap(event);
      case 'blocked': {
        const { channel, person } = conversationOf(event);
        await unreachable(channel, person);
        return 'noted';
      }
      case 'ignored':
        return 'ignored';
    }
  };
  const settled = async () => {
    await Promise.all([...aside]);
  };
  return Object.assign(take, { settled });
}

function limit() {
  return signalFor(AbortSignal.timeout(callMs));
}
