import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Dossier } from '../../bot/dossier-types.ts';
import { Unavailable } from '../../bot/errors.ts';
import type { DossierSource, Visitor } from '../../bot/ports.ts';
import { createInbox } from '../../knowledge/inbox.ts';
import { demonstration } from '../fakes/demonstration.ts';

/** Somebody who has said something, so that there is a conversation to be told in. */
export async function visitorIn(pool: pg.Pool, channel: string, person: string = randomUUID()): Promise<Visitor> {
  const message = randomUUID();
  const inbox = createInbox(pool);
  const { conversation } = await inbox.accept({ channel, id: message, person, text: 'xin chào' }, 'xin chào');
  await pool.query('update inbox set recorded_at = now(), body = null where conversation_id = $1', [conversation]);
  return { channel, person, network: null, message };
}

export type Told = { person: string; text: string; once: string; due: Date | null };

/** What was said unprompted in a channel, in order. `due` null: delivered. */
export async function toldIn(pool: pg.Pool, channel: string): Promise<Told[]> {
  const { rows } = await pool.query<Told>(
    `select person, text, once, due_at as due from entries join conversations on conversations.id = conversation_id left join outbox on entry_id = entries.id
     where conversations.channel = $1 and once is not null order by entries.id`,
    [channel],
  );
  return rows;
}

/** A source whose dossiers a test moves. */
export type MovingSource = DossierSource & { dossiers: Map<string, Dossier>; asked: string[]; away: boolean };

export function movingSource(): MovingSource {
  const moving: MovingSource = {
    dossiers: new Map(),
    asked: [],
    away: false,
    find: async (code) => {
      moving.asked.push(code);
      if (moving.away) throw new Unavailable('tinh');
      return moving.dossiers.get(code) ?? null;
    },
  };
  return moving;
}

export function dossierOf(code: string, set: Partial<Dossier> = {}): Dossier {
  return { ...demonstration, code, source: 'tinh', agency: 'Phòng Kinh tế', demonstration: false, statusText: 'Đang thẩm định', ...set };
}

/** A code that no other test uses. */
export function newCode(): string {
  return `H40.${Math.floor(Math.random() * 90 + 10)}-250715-${String(Math.floor(Math.random() * 1e7)).padStart(7, '0')}`;
}
