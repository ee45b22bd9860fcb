import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { type Assistant, createAssistant } from '../bot/assistant.ts';
import { createDialog, type Dialog } from '../bot/dialog.ts';
import type { Channel, DossierSource, History, Library } from '../bot/ports.ts';
import { createRespond } from '../bot/respond.ts';
import { type Decision, standardDecision } from '../bot/skills/decision.ts';
import { createHistory } from '../knowledge/conversations.ts';
import { createRegister } from '../knowledge/dossiers.ts';
import { createInbox } from '../knowledge/inbox.ts';
import { createOutbox } from '../knowledge/outbox.ts';
import type { Config } from './config.ts';
import { type Knowledge, openKnowledge } from './knowledge.ts';

/** Any port ready-made: the whole of test injection. */
export type Overrides = { library?: Library; dossiers?: DossierSource };

export type App = {
  knowledge: Knowledge;
  dialog: Dialog;
  /** The same dialogue deciding otherwise, to measure what that would bring. */
  dialogWith(decision: Decision): Dialog;
  history: History;
  /** The assistant for these channels; started and stopped by the caller. */
  assistantFor(channels: Channel[]): Assistant;
  close(): Promise<void>;
};

/** The composition root: everything is made here and handed down. */
export async function composeApp(config: Config, log: Logger, overrides: Overrides = {}): Promise<App> {
  const knowledge = await openKnowledge(config, log);
  const { pool } = knowledge.database;
  const library = overrides.library ?? knowledge.library;
  const dossiers = overrides.dossiers ?? createRegister(pool);
  const dialogWith = (decision: Decision) => createDialog(createRespond({ library, dossiers, decision }));
  const dialog = dialogWith(standardDecision);
  return {
    knowledge,
    dialog,
    dialogWith,
    history: createHistory(pool),
    assistantFor: (channels) =>
      createAssistant({ inbox: createInbox(pool), outbox: createOutbox(pool), dialog, channels, log, replica: randomUUID().slice(0, 8) }),
    close: () => knowledge.close(),
  };
}
