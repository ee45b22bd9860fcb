import { beforeEach, describe, expect, it } from 'vitest';
import type { Dossier } from '../../bot/dossier-types.ts';
import { maskPersonal } from '../../bot/personal.ts';
import { createLastKnown } from '../../knowledge/last-known.ts';
import { demonstration } from '../fakes/demonstration.ts';
import { kinds } from '../support/databases.ts';
import { useDatabase } from '../support/use-database.ts';

const { code } = demonstration;
const said = { ...demonstration, status: 4, statusText: 'Đang thẩm định', agency: 'Phòng Kinh tế', dueOn: '2026-08-05' };
const at = (time: string) => `2026-08-01T${time}+07:00`;

describe.each(kinds)('what was known last on $name', (kind) => {
  const database = useDatabase(kind);
  const known = () => createLastKnown({ pool: database.pool, mask: maskPersonal });
  beforeEach(async () => {
    await database.pool.query('delete from last_known');
  });

  it('is what the source said last, and when', async () => {
    expect(await known().recall(code)).toBeNull();
    await known().remember({ ...said, asOf: at('14:05:00') });
    await known().remember({ ...said, status: null, statusText: 'Chờ ý kiến', agency: '', dueOn: null, asOf: at('15:00:00') });
    expect(await known().recall(code)).toEqual({
      status: null,
      statusText: 'Chờ ý kiến',
      agency: '',
      dueOn: null,
      at: '2026-08-01T08:00:00.000Z',
    });
  });

  it('is not undone by an answer that comes in late', async () => {
    await known().remember({ ...said, status: 9, asOf: at('15:00:00') });
    await known().remember({ ...said, status: 4, asOf: at('14:05:00') });
    expect(await known().recall(code)).toMatchObject({ status: 9 });
  });

  it('is written anew when it is said again later, and not within a minute', async () => {
    await known().remember({ ...said, asOf: at('14:05:00') });
    await known().remember({ ...said, asOf: at('14:05:30') });
    expect((await known().recall(code))?.at).toBe('2026-08-01T07:05:00.000Z');
    await known().remember({ ...said, asOf: at('14:07:00') });
    expect((await known().recall(code))?.at).toBe('2026-08-01T07:07:00.000Z');
  });

  it('holds nothing of the person whose dossier it is', async () => {
    await known().remember({
      ...said,
      statusText: 'Đã gọi 0912345678 để bổ sung',
      applicant: { name: 'Trần Thị Bí Mật', phone: '0987654321', idNumber: '001099000012' },
      factor: { pin: '482613', phone: '0987654321', idNumber: '001099000012' },
      note: 'Trần Thị Bí Mật',
      asOf: at('14:05:00'),
    });
    const { rows } = await database.pool.query('select to_jsonb(last_known) as kept from last_known');
    const kept = JSON.stringify(rows);
    for (const secret of ['Bí Mật', '0912345678', '0987654321', '001099000012', '482613']) expect(kept).not.toContain(secret);
    expect(kept).toContain('678 để bổ sung');
  });

  it('is what stands in the register where that is newer, without the people’s names, and never a demonstration', async () => {
    const body = {
      ...said,
      statusText: 'Mời bà Trần Thị Bí Mật',
      applicant: { ...said.applicant, name: 'Trần Thị Bí Mật' },
      asOf: at('22:00:00'),
    };
    const put = (demonstration: boolean) =>
      database.pool.query('insert into dossiers (code, demonstration, body) values ($1, $2, $3)', [
        code,
        demonstration,
        JSON.stringify(body),
      ]);
    const mask = (text: string, dossier: Dossier) => text.replaceAll(dossier.applicant.name, '•••');
    const recall = () => createLastKnown({ pool: database.pool, mask }).recall(code);
    await put(true);
    expect(await recall()).toBeNull();
    await database.pool.query('delete from dossiers');
    await put(false);
    const registered = {
      status: 4,
      statusText: 'Mời bà •••',
      agency: 'Phòng Kinh tế',
      dueOn: '2026-08-05',
      at: '2026-08-01T15:00:00.000Z',
    };
    await known().remember({ ...said, source: 'h40', status: 2, asOf: at('14:05:00') });
    expect(await recall()).toEqual(registered);
    await known().remember({ ...said, source: 'h40', status: 9, asOf: at('23:00:00') });
    expect(await recall()).toMatchObject({ status: 9, at: '2026-08-01T16:00:00.000Z' });
    await database.pool.query('delete from dossiers');
  });

  it('is forgotten after 90 days', async () => {
    await known().remember({ ...said, asOf: at('14:05:00') });
    expect(await known().forgetOld(new Date('2026-10-29T00:00:00Z'))).toBe(0);
    expect(await known().forgetOld(new Date('2026-10-31T00:00:00Z'))).toBe(1);
    expect(await known().recall(code)).toBeNull();
  });
});
