import type { Bot } from 'grammy';
import type { Signal } from './client.ts';
import type { Where } from './updates.ts';
import { telegramWording as words } from './wording.ts';

/** What the buttons of the confirmation send back. Whoever invents them deletes their own conversation, as they could anyway. */
const yes = '!xoa';
const no = '!giu';
/** A button that has done its work. */
export const nothing = '!';

export function forgetting(data: string): boolean {
  return data === yes || data === no;
}

/** Asks whether all that is kept of this person here is to be deleted. */
export async function askForgetting(bot: Bot, { chat, language }: Where, signal: Signal): Promise<void> {
  const buttons = [
    { text: words.forgetYes[language], callback_data: yes },
    { text: words.forgetNo[language], callback_data: no },
  ];
  await bot.api.sendMessage(chat, words.forgetAsk[language], { reply_markup: { inline_keyboard: [buttons] } }, signal);
}

/** Says in place of the question what was done. */
export async function answerForgetting(
  bot: Bot,
  { chat, message, data, language }: Where & { message: number; data: string },
  signal: Signal,
): Promise<void> {
  await bot.api.editMessageText(chat, message, data === yes ? words.forgotten[language] : words.kept[language], {}, signal);
}

/** Whether everything is to be deleted. */
export function isYes(data: string): boolean {
  return data === yes;
}
