import { describe, expect, test } from 'vitest';
import { closeNote, openNotes } from '../../knowledge/desk.ts';
import { kinds } from '../support/databases.ts';
import { useDatabase } from '../support/use-database.ts';

describe.each(kinds)('notes for staff on $name', (kind) => {
  const database = useDatabase(kind);

  test('wait, oldest first, until they are closed once', async () => {
    await database.pool.query("insert into desk_notes (kind, text) values ('petition', 'ổ gà'), ('unanswered', 'nuôi rồng')");
    const notes = await openNotes(database.pool, 10);
    expect(notes.map((note) => note.text)).toEqual(['ổ gà', 'nuôi rồng']);
    const first = notes[0]?.id ?? 0;
    expect(await closeNote(database.pool, first)).toBe(true);
    expect(await closeNote(database.pool, first)).toBe(false);
    expect((await openNotes(database.pool, 10)).map((note) => note.text)).toEqual(['nuôi rồng']);
  });
});
