import type { Dialog } from './dialog.ts';
import { screen } from './guard.ts';
import type { StaffHolds } from './ports.ts';
import { plainReply, startChoices } from './reply.ts';
import { emergencyReply } from './skills/emergency.ts';
import { staffWording as words } from './staff-wording.ts';
import { foldedWords } from './text.ts';

/**
 * The dialogue while staff talk to the citizen themselves: messages are taken and kept, and nothing is said, but for whom to call in danger, and
 * until the citizen asks for the assistant.
 */
export function withStaff(dialog: Dialog, holds: StaffHolds): Dialog {
  return async (message, memory, signal) => {
    const { channel, person, text } = message;
    if (!(await holds.isHeld(channel, person))) return dialog(message, memory, signal);
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
  };
}

/** "Trợ lý", "gặp trợ lý ảo", "hỏi bot", "chat with the assistant": a short wish for it, not a sentence that names it. */
function wantsAssistant(text: string): boolean {
  return /^ (cho )?(toi |minh |em |con )?(muon |can )?(gap |hoi |goi |chat |noi chuyen |tiep tuc |quay lai )?(voi )?(lai )?(tro ly|chatbot|bot)( ao| tu dong| may)?( oi| di| nhe| a| giup toi)? $|^ (talk to |back to |chat with |i want )?(the |an )?(assistant|bot)( please)? $/.test(
    foldedWords(text),
  );
}
