import type pg from 'pg';
import type { DeskNote } from '../bot/types.ts';

/** Something a citizen left for staff. `at` is ISO 8601. */
export type OpenNote = DeskNote & { id: number; at: string };

/** The notes that wait for staff, oldest first. */
export async function openNotes(pool: pg.Pool, limit: number): Promise<OpenNote[]> {
  const { rows } = await pool.query<Omit<OpenNote, 'at'> & { at: Date }>(
    'select id, kind, text, at from desk_notes where closed_at is null order by id limit $1',
    [limit],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** False when there is no open note of this number. */
export async function closeNote(pool: pg.Pool, id: number): Promise<boolean> {
  const { rowCount } = await pool.query('update desk_notes set closed_at = now() where id = $1 and closed_at is null', [id]);
  return (rowCount ?? 0) > 0;
}

/** Keeps what was left for staff outside a conversation. */
export async function addNotes(pool: pg.Pool, notes: DeskNote[]): Promise<void> {
  for (const note of notes) await pool.query('insert into desk_notes (kind, text) values ($1, $2)', [note.kind, note.text]);
}
