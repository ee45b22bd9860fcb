import { type Bot, InputFile } from 'grammy';
import type { Logger } from 'pino';
import { Later } from '../../bot/errors.ts';
import type { Channel, Delivery, Drafts, TextToSpeech } from '../../bot/ports.ts';
import { telegram } from '../render/capabilities.ts';
import { sendParts } from '../render/send-parts.ts';
import { languageOfReply } from '../render/wording.ts';
import { type Part, type PartButton, renderReply } from '../render.ts';
import { failureOf, groupParty, movedTo, noOf, party, signalFor, statusOf } from './client.ts';
import { chatOf, messageIn } from './place.ts';
import type { TokenAlert } from './token-alert.ts';
import type { Typing } from './typing.ts';
import { telegramWording as words } from './wording.ts';

export type SendOptions = {
  bot: Bot;
  drafts: Pick<Drafts, 'file'>;
  /** Null: answers are not spoken. */
  mouth: TextToSpeech | null;
  typing: Pick<Typing, 'end'>;
  tokenAlert: TokenAlert;
  /** Nothing reaches this person any longer: nothing more is told there unprompted. */
  unreachable(channel: string, person: string): Promise<void>;
  log: Logger;
  now: () => Date;
};

/** Where a reply goes, and the message of a group that it answers. */
type To = { chat: number; answers: number | null };

/** Replies to people, alone and in groups. */
export function createTelegramChannels(options: SendOptions): Channel[] {
  return [party, groupParty].map((name) => ({ name, send: (delivery, signal, handedOver) => send(delivery, signal, handedOver, options) }));
}

async function send(delivery: Delivery, signal: AbortSignal, handedOver: () => Promise<void>, options: SendOptions): Promise<void> {
  const { channel, person, reply, inReplyTo } = delivery;
  const to: To = { chat: chatOf(person), answers: channel === groupParty && inReplyTo !== null ? messageIn(inReplyTo) : null };
  options.typing.end(to.chat);
  try {
    await sendParts(renderReply(reply, telegram), delivery, handedOver, (part) => sendPart(part, to, delivery, signal, options));
    await options.tokenAlert.works();
  } catch (error) {
    const no = noOf(error);
    if (no === 'blocked') await options.unreachable(channel, person);
    if (no === 'other' && statusOf(error) === '400') options.log.error('Telegram does not take what we say: this is a fault of ours');
    await options.tokenAlert.refused(statusOf(error));
    throw isOurs(error) ? error : failureOf(error, options.now());
  }
}

/** What `handedOver` throws is the caller's own, and what says why already stays as it is. */
function isOurs(error: unknown): boolean {
  return error instanceof Error && !/^(GrammyError|HttpError)$/.test(error.name) && !('error_code' in error);
}

async function sendPart(part: Part, to: To, delivery: Delivery, signal: AbortSignal, options: SendOptions): Promise<void> {
  const { bot, drafts } = options;
  if (part.kind === 'text') return say(bot, to, part.text, part.buttons, signal);
  if (part.kind === 'voice') return speak(part.say, to, delivery, signal, options);
  const { channel, person, inReplyTo, reply } = delivery;
  const visitor = { channel, person, network: null, message: inReplyTo ?? '' };
  const { label, kind, case: id } = part.file;
  const made = await drafts.file(visitor, id, kind, signal);
  if (made === null) return say(bot, to, `${escaped(label)}: ${words.fileGone[languageOfReply(reply)]}`, [], signal);
  await there(to, (chat) => {
    const document = new InputFile(made.bytes, made.name);
    return bot.api.sendDocument(chat, document, { caption: label.slice(0, longestCaption), ...answering(to) }, signalFor(signal));
  });
}

/** The answer stands there already: only what is to be sent later is tried again, and who takes no voice notes has read it. */
async function speak(text: string, to: To, { id }: Delivery, signal: AbortSignal, { bot, mouth, now }: SendOptions): Promise<void> {
  const note = (await mouth?.speak(id, text, signal)) ?? null;
  if (note === null) return;
  try {
    await there(to, (chat) => bot.api.sendVoice(chat, new InputFile(note, 'answer.ogg'), answering(to), signalFor(signal)));
  } catch (error) {
    const failure = isOurs(error) ? error : failureOf(error, now());
    if (failure instanceof Later) throw failure;
  }
}

const longestCaption = 1_024;

async function say(bot: Bot, to: To, html: string, buttons: PartButton[], signal: AbortSignal): Promise<void> {
  const other = {
    link_preview_options: { is_disabled: true },
    ...(buttons.length > 0 && { reply_markup: { inline_keyboard: keyboard(buttons) } }),
    ...answering(to),
  };
  try {
    await there(to, (chat) => bot.api.sendMessage(chat, html, { ...other, parse_mode: 'HTML' }, signalFor(signal)));
  } catch (error) {
    if (noOf(error) !== 'markup') throw error;
    // What cannot be read as markup is still an answer.
    await there(to, (chat) => bot.api.sendMessage(chat, plain(html), other, signalFor(signal)));
  }
}

/** A group that has become a supergroup has another number. */
async function there<Sent>({ chat }: To, call: (chat: number) => Promise<Sent>): Promise<Sent> {
  try {
    return await call(chat);
  } catch (error) {
    const moved = movedTo(error);
    if (moved === null) throw error;
    return call(moved);
  }
}

function answering({ answers }: To): { reply_parameters?: { message_id: number; allow_sending_without_reply: true } } {
  return answers === null ? {} : { reply_parameters: { message_id: answers, allow_sending_without_reply: true } };
}

/** Short ones stand side by side. */
export function keyboard(buttons: PartButton[]): { text: string; callback_data: string }[][] {
  const rows: { text: string; callback_data: string }[][] = [];
  for (const { label, payload } of buttons) {
    const button = { text: label, callback_data: payload };
    const row = rows.at(-1);
    if (row?.length === 1 && [label, row[0]?.text ?? ''].every((text) => text.length <= shortLabel)) row.push(button);
    else rows.push([button]);
  }
  return rows;
}

const shortLabel = 16;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function plain(html: string): string {
  const text = html.replace(/<a href="([^"]*)">(.*?)<\/a>/gs, '$2: $1').replace(/<[^>]*>/g, '');
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
