import type { Dialog } from './dialog.ts';
import { groupWording as words } from './group-wording.ts';
import { screen } from './guard.ts';
import { maskPersonal } from './personal.ts';
import { plainReply } from './reply.ts';
import { clean } from './text.ts';
import type { Memory, Message, TurnResult } from './types.ts';
import { appointmentWishOf } from './understand/appointment-wish.ts';
import { type Intent, understand } from './understand/understand.ts';

/** The channels on which others read along, each with the link where people talk alone (null: not known yet). */
export type Groups = Record<string, () => string | null>;

/**
 * The dialogue where others read along: questions about procedures are answered; dossiers, filings, petitions, appointments and notices are not, for
 * they are somebody's own. What such a turn would have come to is dropped whole, so that nothing personal is asked for, told or begun there.
 */
export function withGroups(dialog: Dialog, groups: Groups): Dialog {
  return async (message, memory, signal) => {
    const link = groups[message.channel];
    if (link === undefined) return dialog(message, memory, signal);
    const { language, intent } = understand(message.text, memory);
    if (wantsOwn(message, intent)) return refused({ ...memory, language }, link());
    const result = await dialog(message, memory, signal);
    return isOwn(result) ? refused({ ...memory, language }, link()) : result;
  };
}

/** Known before the turn: what does something at once must not be begun. */
function wantsOwn({ text }: Message, intent: Intent): boolean {
  if (screen(text).kind === 'emergency') return false;
  // Only whether there is such a wish matters, not its day.
  return own.has(intent.kind) || appointmentWishOf(text, '2000-01-01') !== null || maskPersonal(clean(text)) !== clean(text);
}

const own = new Set<Intent['kind']>([
  'dossier',
  'factor',
  'factor-wanted',
  'dossier-details',
  'notices',
  'dossier-code-incomplete',
  'dossier-without-code',
  'petition',
  'petition-resume',
  'petition-status',
  'petition-without-code',
  'rate-dossier',
  'filing',
  'filing-on-its-way',
]);

/** Seen from what the turn came to, however it came to it. */
function isOwn({ replies, memory, petition, rating, filing, personal, papers }: TurnResult): boolean {
  const begun = [petition, rating, filing, personal, papers].some((one) => one !== undefined);
  const asks = memory.awaiting !== null && memory.awaiting !== 'procedure';
  const open =
    memory.open !== null || memory.filing !== null || memory.petition !== null || memory.wish !== null || memory.confirming !== null;
  return begun || asks || open || memory.dossier !== null || replies.some((reply) => isOwnReply(reply));
}

function isOwnReply({ kind, dossier, files }: TurnResult['replies'][number]): boolean {
  return kind === 'status' || kind === 'filing' || kind === 'recorded' || dossier !== null || (files ?? []).length > 0;
}

function refused(memory: Memory, link: string | null): TurnResult {
  const { language } = memory;
  const text = link === null ? words.privatelySomewhere[language] : words.privately[language].replace('LINK', link);
  return { replies: [plainReply('refused', text)], memory: { ...memory, offered: [] }, notes: [], candidates: [] };
}
