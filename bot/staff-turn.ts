import type { Dialog } from './dialog.ts';
import { Unavailable } from './errors.ts';
import { screen } from './guard.ts';
import { type Ears, listen } from './listening.ts';
import type { StaffHolds } from './ports.ts';
import { plainReply, startChoices } from './reply.ts';
import { emergencyReply } from './skills/emergency.ts';
import { staffWording as words } from './staff-wording.ts';
import { foldedWords } from './text.ts';
import type { Memory, Message, TurnResult } from './types.ts';
import { kept } from './voice.ts';

/**
 * The dialogue while staff talk to the citizen themselves: messages are taken and kept, and nothing is said, but for whom to call in danger, and
 * until the citizen asks for the assistant. Voice notes are heard for that, too.
 */
export function withStaff(dialog: Dialog, holds: StaffHolds, ears: Ears): Dialog {
  return async (message, memory, signal) => {
    const { channel, person } = message;
    if (!(await holds.isHeld(channel, person))) return dialog(message, memory, signal);
    const spoken = message.voice !== undefined && message.text === '';
    const text = spoken ? await wordsOf(message, memory, signal) : message.text;
    const heard = spoken && text !== '' ? { heard: kept(text, memory, {}) } : {};
    return { ...(await answer({ ...message, text }, memory)), ...heard };
  };

  async function answer({ channel, person, text }: Message, memory: Memory): Promise<TurnResult> {
    const { language } = memory;
    if (wantsAssistant(text)) {
      await holds.end(channel, person);
      const choices = startChoices(language);
      const reply = plainReply('greeted', words.back[language], choices);
      return { replies: [reply], memory: { ...memory, offered: choices }, notes: [], candidates: [] };
    }
    const danger = screen(text);
    const replies = danger.kind === 'emergency' ? [emergencyReply(danger.numbers, language)] : [];
    return { replies, memory, notes: [], candidates: [] };
  }

  /** Empty where it cannot be heard: staff hear it themselves. */
  async function wordsOf(message: Message, memory: Memory, signal: AbortSignal): Promise<string> {
    try {
      const heard = await listen(ears, message, memory, signal);
      return heard.kind === 'heard' ? heard.text : '';
    } catch (error) {
      if (error instanceof Unavailable) return '';
      throw error;
    }
  }
}

/** "Trợ lý", "gặp trợ lý ảo", "hỏi bot", "chat with the assistant": a short wish for it, not a sentence that names it. */
function wantsAssistant(text: string): boolean {
  return /^ (cho )?(toi |minh |em |con )?(muon |can )?(gap |hoi |goi |chat |noi chuyen |tiep tuc |quay lai )?(voi )?(lai )?(tro ly|chatbot|bot)( ao| tu dong| may)?( oi| di| nhe| a| giup toi)? $|^ (talk to |back to |chat with |i want )?(the |an )?(assistant|bot)( please)? $/.test(
    foldedWords(text),
  );
}
