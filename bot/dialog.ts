import { type Activity, BotAdapter, type ResourceResponse, type Storage, type StoreItems, TurnContext } from 'botbuilder-core';
import { Botkit, BotkitConversation } from 'botkit';
import { z } from 'zod';
import { type FilingParts, noFilings } from './forms/turn.ts';
import { laidAside, stoppedPetition, takeAnswer } from './petition.ts';
import { asksElsewhere, isDoubtful, skips } from './petition-answers.ts';
import type { Petitions } from './ports.ts';
import type { Incoming, Respond } from './respond.ts';
import { takeFilingTurn } from './skills/filing-turn.ts';
import type { Memory, Message, PetitionDraft, TurnResult } from './types.ts';
import { isStop } from './understand/stop-word.ts';

/** Saved form state is read only by the release that wrote it: change this when a form's questions change. */
const release = '3';

export type Dialog = (message: Message, memory: Memory, signal: AbortSignal) => Promise<TurnResult>;

/**
 * One turn on Botkit: "dừng" ends an open form, an open form takes the answer, everything else goes to `respond`.
 * A turn is a function of its arguments: its controller and its storage live as long as the turn. What a form has been told is in the memory,
 * the engine holds only that it is open.
 */
export function createDialog(respond: Respond, petitions: Petitions, filings: FilingParts = noFilings): Dialog {
  return async (message, remembered, signal) => {
    const slot = { state: remembered.open?.release === release ? remembered.open.state : null };
    const memory = slot.state === null ? closed(remembered) : remembered;
    const turn: Turn = { message, memory, signal, respond, petitions, filings, result: null, failure: null };
    const draft = memory.petition;
    const adapter = new TurnAdapter();
    const controller = new Botkit({ adapter, storage: storageOf(slot), disable_webserver: true, disable_console: true });
    addForm(controller, turn);
    controller.interrupts(
      async (incoming) => slot.state !== null && memory.filing?.open !== true && draft !== null && leaves(incoming.text ?? '', draft),
      'message',
      async (bot, incoming) => {
        await guarded(turn, async () => {
          await bot.cancelAllDialogs();
          turn.result = isStop(incoming.text ?? '')
            ? stoppedPetition(memory)
            : laidAside(await respond(incomingOf(message), closed(memory), signal));
          if (isOpen(turn.result)) await bot.beginDialog('form');
        });
      },
    );
    controller.on('message', async (bot) => {
      await guarded(turn, async () => {
        // A filing outlives a release that asks its questions otherwise: its case says where it stands.
        turn.result = memory.filing?.open ? await takeFiling(turn) : await respond(incomingOf(message), memory, signal);
        if (isOpen(turn.result)) await bot.beginDialog('form');
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
  petitions: Petitions;
  filings: FilingParts;
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

/** An open form: one question at a time. Nothing of an answer is kept by the engine: `takeForm` says what comes of it. */
function addForm(controller: Botkit, turn: Turn): void {
  const form = new BotkitConversation('form', controller);
  form.ask(
    'form',
    async (_, convo) =>
      guarded(turn, async () => {
        turn.result = await takeForm(turn);
        if (isOpen(turn.result)) await convo.repeat();
      }),
    unkept,
  );
  controller.addDialog(form);
}

/** A filing says in its case where it stands, a petition in the memory. */
async function takeForm(turn: Turn): Promise<TurnResult> {
  const { message, memory, petitions, signal } = turn;
  if (memory.filing?.open) return takeFiling(turn);
  if (memory.petition === null) throw new Error('a form is open and there is none');
  const visitor = incomingOf(message).visitor;
  return takeAnswer({
    text: message.text,
    memory,
    draft: memory.petition,
    visitor,
    petitions,
    filesCame: message.files !== undefined,
    signal,
  });
}

async function takeFiling({ message, memory, filings, respond, signal }: Turn): Promise<TurnResult> {
  return takeFilingTurn({
    incoming: incomingOf(message),
    memory,
    filings,
    elsewhere: (text) => respond({ ...incomingOf(message), text }, closed({ ...memory, filing: aside(memory) }), signal),
    signal,
  });
}

// Botkit keeps an answer under its key; without one it keeps none.
const unkept = '';

function isOpen({ memory }: TurnResult): boolean {
  return memory.filing?.open === true || (memory.petition !== null && memory.petition.asking !== null);
}

function aside({ filing }: Memory): Memory['filing'] {
  return filing === null ? null : { ...filing, open: false };
}

/** Without an open form; a petition in it is laid aside. */
function closed(memory: Memory): Memory {
  return { ...memory, open: null, petition: memory.petition === null ? null : { ...memory.petition, asking: null } };
}

/** What ends a form at once: a stop word, danger, or anything that asks for something else. */
function leaves(text: string, draft: PetitionDraft): boolean {
  if (draft.asking === 'confirm' && isDoubtful(text)) return false;
  if (isStop(text)) return !(draft.asking === 'contact' && skips(text));
  return asksElsewhere(text, draft);
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
