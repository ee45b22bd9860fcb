import { type Activity, BotAdapter, type ResourceResponse, type Storage, type StoreItems, TurnContext } from 'botbuilder-core';
import { Botkit, BotkitConversation } from 'botkit';
import { z } from 'zod';
import { screen } from './guard.ts';
import { maskPersonal } from './personal.ts';
import { plainReply, startChoices } from './reply.ts';
import type { Incoming, Respond } from './respond.ts';
import { exactWords, foldedWords, hasDiacritics } from './text.ts';
import type { Memory, Message, TurnResult } from './types.ts';
import { aspectSaid } from './understand/aspect.ts';
import { findDossierCode } from './understand/codes.ts';
import { wishOf } from './understand/kind.ts';
import { wording } from './wording.ts';

/** Saved form state is read only by the release that wrote it: change this when a form's questions change. */
const release = '1';
const stop = /^ (dừng|thôi|hủy|huỷ|thoát|stop|cancel)( lại| đi| nhé| nha| ạ)* $/;
const stopUnmarked = /^ (dung|thoi|huy|thoat|stop|cancel)( lai| di| nhe| nha| a)* $/;

export type Dialog = (message: Message, memory: Memory, signal: AbortSignal) => Promise<TurnResult>;

/**
 * One turn on Botkit: "dừng" ends an open form, an open form takes the answer, everything else goes to `respond`.
 * A turn is a function of its arguments: its controller and its storage live as long as the turn.
 */
export function createDialog(respond: Respond): Dialog {
  return async (message, memory, signal) => {
    const turn: Turn = { message, memory, signal, respond, result: null, failure: null };
    const slot = { state: memory.open?.release === release ? memory.open.state : null };
    const adapter = new TurnAdapter();
    const controller = new Botkit({ adapter, storage: storageOf(slot), disable_webserver: true, disable_console: true });
    addPetition(controller, turn);
    controller.interrupts(
      async (incoming) => memory.open !== null && leaves(incoming.text ?? ''),
      'message',
      async (bot, incoming) => {
        await guarded(turn, async () => {
          await bot.cancelAllDialogs();
          turn.result = isStop(incoming.text ?? '')
            ? stopped(memory)
            : await respond(incomingOf(message), { ...memory, open: null }, signal);
        });
      },
    );
    controller.on('message', async (bot) => {
      await guarded(turn, async () => {
        turn.result = await respond(incomingOf(message), memory, signal);
        if (turn.result.notes.some((note) => note.kind === 'petition')) await bot.beginDialog('petition');
      });
    });
    await Promise.race([controller.handleTurn(new TurnContext(adapter, activityOf(message))), endOf(signal)]);
    if (turn.failure !== null) throw turn.failure.error;
    if (turn.result === null) throw new Error('the turn ended without a result');
    return { ...turn.result, memory: { ...turn.result.memory, open: openForm(slot) } };
  };
}

function incomingOf({ channel, person, network, id, text }: Message): Incoming {
  return { text, visitor: { channel, person, network: network ?? null, message: id } };
}

/** A handler that Botkit loses would keep the turn for ever: the turn's time limit ends it. */
function endOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

type Turn = {
  message: Message;
  memory: Memory;
  signal: AbortSignal;
  respond: Respond;
  result: TurnResult | null;
  failure: { error: unknown } | null;
};

/** Botkit never settles a turn whose handler throws, so no error may reach it. */
async function guarded(turn: Turn, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    turn.failure = { error };
  }
}

/** After a petition one more message is taken as its where and when. */
function addPetition(controller: Botkit, turn: Turn): void {
  const petition = new BotkitConversation('petition', controller);
  petition.ask('petition-detail', async (answer) => guarded(turn, async () => takeDetail(turn, answer)), 'detail');
  controller.addDialog(petition);
}

function takeDetail(turn: Turn, answer: string): void {
  const { memory } = turn;
  const reply = plainReply('recorded', wording.petitionTaken[memory.language], startChoices(memory.language));
  const notes = [{ kind: 'petition' as const, text: maskPersonal(answer) }];
  turn.result = { replies: [reply], memory: { ...memory, offered: reply.choices, open: null }, notes, candidates: [] };
}

/** What ends a form at once: a stop word, danger, a dossier code, or anything that asks for something else. */
function leaves(text: string): boolean {
  return (
    isStop(text) ||
    screen(text).kind === 'emergency' ||
    findDossierCode(text).kind === 'code' ||
    aspectSaid(text) !== null ||
    elsewhere.has(wishOf(text))
  );
}

const elsewhere = new Set<ReturnType<typeof wishOf>>(['hand-over', 'status', 'filing', 'thanks', 'about']);

function isStop(text: string): boolean {
  return hasDiacritics(text) ? stop.test(exactWords(text)) : stopUnmarked.test(foldedWords(text));
}

function stopped(memory: Memory): TurnResult {
  const reply = plainReply('greeted', wording.stopped[memory.language], startChoices(memory.language));
  return { replies: [reply], memory: { ...memory, offered: reply.choices, open: null }, notes: [], candidates: [] };
}

function activityOf(message: Message): Partial<Activity> {
  return {
    type: 'message',
    channelId: message.channel,
    conversation: { id: 'turn', isGroup: false, conversationType: 'personal', name: '' },
    from: { id: 'citizen', name: '' },
    recipient: { id: 'motcua', name: '' },
    text: message.text,
  };
}

type Slot = { state: Record<string, unknown> | null };

/** Storage of one conversation for one turn, whatever key Botkit asks for. */
function storageOf(slot: Slot): Storage {
  return {
    read: async (keys) => (slot.state === null || keys[0] === undefined ? {} : { [keys[0]]: structuredClone(slot.state) }),
    write: async (changes: StoreItems) => {
      slot.state = structuredClone(Object.values(changes)[0]) ?? null;
    },
    delete: async () => {
      slot.state = null;
    },
  };
}

/** What must be kept for the next turn: a form that waits for an answer, else nothing. */
function openForm(slot: Slot): Memory['open'] {
  const stack = dialogState.safeParse(slot.state);
  return slot.state !== null && stack.success && stack.data.dialogState.dialogStack.length > 0 ? { release, state: slot.state } : null;
}

const dialogState = z.object({ dialogState: z.object({ dialogStack: z.array(z.unknown()) }) });

// Botkit asks for a class here: it only swallows what Botkit itself would say, as replies are values.
class TurnAdapter extends BotAdapter {
  async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    return activities.map((_, place) => ({ id: String(place) }));
  }
  async updateActivity(): Promise<void> {}
  async deleteActivity(): Promise<void> {}
  async continueConversation(): Promise<void> {}
}
