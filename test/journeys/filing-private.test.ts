import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Driver, drivers } from '../support/channels.ts';
import { kinds, open, type Place } from '../support/databases.ts';
import { play } from '../support/play.ts';
import { runScript } from '../support/run-script.ts';
import { parseScript } from '../support/script.ts';
import { settingsOf } from '../support/server.ts';

const script = parseScript(readFileSync(new URL('market-woman.txt', import.meta.url), 'utf8'));
/** What that script tells of people, in the words in which it may be kept or said. */
const secrets = [
  ...['Nguyễn Minh An', 'nguyen minh an', 'Minh An', 'Tran Thi Binh', 'tran thi binh', 'Thi Binh', 'Phạm Văn Khải', 'Văn Khải'],
  ...['040195003127', '040092005518', '14/8/1995', '14/08/1995', '1995-08-14', '12/05/2026', '2026-05-12'],
];

describe.each(kinds)('what is told for a filing, on $name', ({ make }) => {
  test.each(drivers)('stands in no log, no metric and no table, at the $name', { timeout: 60_000 }, async (driver) => {
    const place = await make();
    try {
      const { log, metrics } = await play(script, driver, place);
      expect(log).toContain('"msg":"turn"');
      expect(metrics).toContain('motcua_');
      const everything: Record<string, string> = { log, metrics, ...(await tablesOf(place)) };
      expect(everything.cases).toContain('BN-');
      for (const [where, text] of Object.entries(everything)) {
        const found = secrets.filter((secret) => text.includes(secret));
        expect(found, where).toEqual([]);
      }
    } finally {
      await place.drop();
    }
  });
});

const aside = parseScript(`
  # who asks in the middle of a filing tells of people, too
  > tôi muốn điền tờ khai khai sinh cho con
  > chưa
  > cho hỏi cháu Lò Thị Mai Hoa thì xin giấy phép nuôi rồng ở đâu?
  < Ta quay lại câu đang hỏi
  > tôi muốn gặp cán bộ về việc cháu Lò Thị Mai Hoa
  <kind handed-over
  > tiếp tục hồ sơ
  > dừng
  < Bản nháp {code}
`);

describe.each(kinds)('what is asked in the middle of a filing, on $name', ({ make }) => {
  test('stands in the draft for staff, and in no note, no memory and nowhere else', { timeout: 60_000 }, async () => {
    const place = await make();
    try {
      await play(aside, drivers.find(({ name }) => name === 'web') as Driver, place); // it is in the list
      const tables = await tablesOf(place);
      const code = /BN-[\w-]+/.exec(tables.cases ?? '')?.[0] ?? '';
      expect(tables.desk_notes?.split(code).length).toBe(3);
      for (const [where, text] of Object.entries(tables)) expect(text, where).not.toMatch(/Mai Hoa|mai hoa|nuôi rồng|nuoi rong/);
      const shown = await runScript('scripts/desk.ts', ['case', code], settingsOf(place, { LOG_LEVEL: 'error' }));
      expect(shown.out).toMatch(/Asked: cho hỏi cháu Lò Thị Mai Hoa[\s\S]*Asked: tôi muốn gặp cán bộ/);
    } finally {
      await place.drop();
    }
  });
});

/** Every table as text. */
async function tablesOf(place: Place): Promise<Record<string, string>> {
  const database = await open(place);
  try {
    const { rows } = await database.pool.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const tables: Record<string, string> = {};
    for (const { name } of rows) {
      const { rows: kept } = await database.pool.query<{ text: string }>(
        `select coalesce(jsonb_agg(to_jsonb(one))::text, '') as text from "${name}" one`,
      );
      tables[name] = kept[0]?.text ?? '';
    }
    return tables;
  } finally {
    await database.close();
  }
}
