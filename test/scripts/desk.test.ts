import { describe, expect, test } from 'vitest';
import { readConfig } from '../../scripts/config.ts';
import { deskCommands } from '../../scripts/desk/commands.ts';
import { kinds } from '../support/databases.ts';
import { settingsOf } from '../support/server.ts';
import { useDatabase } from '../support/use-database.ts';

describe.each(kinds)('the desk, on $name', (kind) => {
  const database = useDatabase(kind);

  test('tells when a petition came, and when it was answered, by a clock in Vietnam', async () => {
    const code = 'PA-261122-0007-K3M7';
    await database.pool.query(
      `with petition as (
         insert into petitions (code, language, text, place, happened, files, at) values ($1, 'vi', 'ổ gà', 'chợ', '', false, '2026-11-22T18:30:00Z') returning id
       ) insert into petition_replies (petition_id, text, at) select id, 'sẽ vá', '2026-11-22T23:05:00Z' from petition`,
      [code],
    );
    let out = '';
    const say = { out: (text: string) => (out += text), err: () => {} };
    const desk = deskCommands({ config: readConfig(settingsOf(database.place)), pool: database.pool });
    await desk({ kind: 'petitions', all: false }, say, AbortSignal.timeout(60_000));
    expect(out).toContain(`${code}\t2026-11-23 01:30\t`);
    await desk({ kind: 'show', code }, say, AbortSignal.timeout(60_000));
    expect(out).toContain('received 2026-11-23 01:30');
    expect(out).toContain('Reply 2026-11-23 06:05: sẽ vá');
  });
});
