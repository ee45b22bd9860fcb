import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderInUse } from '../../bot/errors.ts';
import { readConfig } from '../../scripts/config.ts';
import { runErrand } from '../../scripts/errands/hand-over.ts';
import { told } from '../contracts/dossier-source-world.ts';
import { lgsp } from '../fakes/dossier-shapes.ts';
import { type DossierSystem, startDossierSystem } from '../fakes/dossier-system.ts';
import { embeddedPlace, kinds, type Place } from '../support/databases.ts';
import { runScript, startScript } from '../support/run-script.ts';
import { type Server, settingsOf, startServer } from '../support/server.ts';

const secrets = ['Trần Thị Bí Mật', 'Bí Mật', '0987654321', '001099000777', '907351'];
const code = 'H40.23.08-250715-0012';
const export1 = [
  'Mã hồ sơ;Cơ quan;Trạng thái;Ngày nhận;Ngày hẹn trả;Chủ hồ sơ;Số điện thoại;CCCD;Mã PIN;Cột lạ',
  'H40.23.08-250801-1001;Một cửa;4;01/07/2025;08/07/2025;Trần Thị Bí Mật;0987654321;001099000777;907351;x',
  'Trần Thị Bí Mật;Một cửa;4;01/07/2025;;;;;;',
  'H40.23.08-250801-1002;Một cửa;Đã trả kết quả;01/07/2025;08/07/2025;Bí Mật;;;;',
  'H40.23.08-250801-1003;Một cửa;4;0987654321;;;;;;',
  'H40.23.08-250801-1001;Một cửa;9;01/07/2025;;;;;;',
].join('\n');

const dossiers = (place: Place, args: string[], more: Record<string, string> = {}) =>
  runScript('scripts/dossiers.ts', args, settingsOf(place, { LOG_LEVEL: 'error', ...more }));

function written(place: Place, text: string): string {
  const file = join(place.dataDir, '..', `export-${text.length}.csv`);
  writeFileSync(file, text);
  return file;
}

/** Everything that was written for people beside the database. */
function reports(place: Place): string {
  const folder = join(place.dataDir, 'motcua.reports');
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
}

describe.each(kinds)('npm run dossiers on $name', (kind) => {
  let place: Place;
  beforeAll(async () => {
    place = await kind.make();
  });
  afterAll(() => place.drop());

  it('imports an export, tells rejected rows by line and reason, and again changes nothing', async () => {
    const file = written(place, export1);
    const first = await dossiers(place, ['import', file]);
    expect(first).toMatchObject({ status: 0, err: '' });
    expect(first.out).toMatch(/^5 rows in [\d.]+ s: 2 added, 0 changed, 0 unchanged, 0 older than known, 3 rejected\n/);
    expect(first.out).toContain('line 3: Mã hồ sơ is no dossier code\n');
    expect(first.out).toContain('line 5: Ngày tiếp nhận is no date\n');
    expect(first.out).toContain('line 6: the code stands in an earlier row\n');
    expect(first.out).toContain('Headings not read: Cột lạ\n');
    expect(first.out).toContain('1 without PIN, phone and ID number');
    expect((await dossiers(place, ['import', file])).out).toMatch(/0 added, 0 changed, 2 unchanged, 0 older than known, 3 rejected/);
    expect((await dossiers(place, ['import', file, '--as-of', '2020-01-01'])).out).toMatch(/0 unchanged, 2 older than known/);
    expect(reports(place)).toContain('{"line":3,"reason":"Mã hồ sơ is no dossier code"}\n');
    for (const secret of secrets) expect(first.out + reports(place)).not.toContain(secret);
  });

  it('ends with 1 when nothing of a file could be taken', async () => {
    const rejected = await dossiers(place, ['import', written(place, 'Mã hồ sơ,Trạng thái\nBí Mật,4\n')]);
    expect(rejected).toMatchObject({ status: 1, out: expect.stringContaining('1 rejected') });
    expect(await dossiers(place, ['import', written(place, 'Mã hồ sơ,Trạng thái\n')])).toMatchObject({ status: 1 });
    const broken = await dossiers(place, ['import', written(place, 'Mã hồ sơ,Trạng thái\nH40-250801-0009,4\nH40-250801-0008,"Bí Mật\n')]);
    expect(broken).toMatchObject({
      status: 1,
      out: expect.stringContaining('1 added'),
      err: expect.stringContaining('breaks off after line 2'),
    });
    expect(await dossiers(place, ['import', join(place.dataDir, 'nowhere.csv')])).toMatchObject({
      status: 1,
      err: expect.stringContaining('ENOENT'),
    });
  });

  it('moves a dossier on and lists it, with no name and no number', async () => {
    expect((await dossiers(place, ['list', '--overdue'])).out).toMatch(
      /^H40\.23\.08-250801-1001\tMột cửa\t4 Đang xử lý\t08\/07\/2025\tquá hạn \d+ ngày làm việc\t\n1 dossiers overdue\n$/,
    );
    const moved = await dossiers(place, ['advance', 'h40.23.08-250801-1001']);
    expect(moved.out).toMatch(
      /^H40\.23\.08-250801-1001\n {2}status: {3}4 Đang xử lý → 9 .+\n {2}step: .+ Một cửa: .+\n {2}finished: \d\d\/\d\d\/\d{4}\n$/,
    );
    expect(await dossiers(place, ['advance', 'H40.23.08-250801-1001', '--to', '9'])).toMatchObject({
      status: 1,
      err: expect.stringContaining('already'),
    });
    expect(await dossiers(place, ['advance', 'H40.23.08-250801-7777'])).toMatchObject({
      status: 1,
      err: expect.stringContaining('has no dossier'),
    });
    expect((await dossiers(place, ['list', '--overdue'])).out).toBe('0 dossiers overdue\n');
    const { out } = await dossiers(place, ['list']);
    for (const secret of secrets) expect(out + moved.out).not.toContain(secret);
  });

  it('takes an export as the whole list of its agency only when told so, and when every row names its dossier', async () => {
    const rows = (...lines: string[]) => written(place, ['Mã hồ sơ,Trạng thái,Ngày hẹn trả', ...lines].join('\n'));
    const both = rows('H41.07-250801-2001,4,08/07/2025', 'H41.07-250801-2002,4,08/07/2025');
    expect((await dossiers(place, ['import', both, '--as-of', '2025-08-01'])).out).toContain('2 added');
    const one = rows('H41.07-250801-2001,4,08/07/2025');
    expect((await dossiers(place, ['import', one, '--as-of', '2025-08-02'])).out).not.toContain('no longer');
    const unnamed = rows('H41.07-250801-2001,4,08/07/2025', 'không rõ,4,');
    expect(await dossiers(place, ['import', unnamed, '--whole', '--as-of', '2025-08-02'])).toMatchObject({
      status: 1,
      out: expect.stringContaining('Not taken as the whole list'),
    });
    const rejected = rows('H41.07-250801-2001,4,08/07/2025', 'H41.07-250801-2002,4,hôm qua');
    expect((await dossiers(place, ['import', rejected, '--whole', '--as-of', '2025-08-02'])).out).toContain('0 of the register no longer');
    const whole = await dossiers(place, ['import', one, '--whole', '--as-of', '2025-08-03']);
    expect(whole).toMatchObject({ status: 0, out: expect.stringContaining("1 of the register no longer in the agency's list\n") });
    const { out } = await dossiers(place, ['list']);
    expect(out).toMatch(/\nH41\.07-250801-2002\t\t4 Đang xử lý\t08\/07\/2025\t\tkhông còn trong danh sách từ 03\/08\/2025\n/);
    const overdue = (await dossiers(place, ['list', '--overdue'])).out;
    expect(overdue).toContain('H41.07-250801-2001');
    expect(overdue).not.toContain('H41.07-250801-2002');
  });

  it('takes no dossier that ended longer ago than dossiers are kept', async () => {
    const file = written(place, 'Mã hồ sơ,Trạng thái,Ngày trả\nH41.08-250801-3001,10,01/07/2025\nH41.08-250801-3002,4,\n');
    const short = await dossiers(place, ['import', file], { DOSSIER_KEEP_DAYS: '30' });
    expect(short.out).toMatch(/ 1 added[\s\S]*1 not taken: they ended longer ago/);
    expect((await dossiers(place, ['import', file], { DOSSIER_KEEP_DAYS: '3650' })).out).toMatch(/1 added.* 1 unchanged/);
    expect(await dossiers(place, ['list'], { DOSSIER_KEEP_DAYS: '0' })).toMatchObject({
      status: 1,
      err: expect.stringContaining('DOSSIER_KEEP_DAYS'),
    });
  });

  it('tells how it is used', async () => {
    for (const args of [[], ['import'], ['advance'], ['list', 'x'], ['rename', code]]) {
      expect(await dossiers(place, args)).toMatchObject({ status: 2, out: expect.stringContaining('npm run dossiers -- import FILE') });
    }
    expect((await dossiers(place, ['columns'])).out).toContain('code\tMã hồ sơ · ');
    expect(await dossiers(place, ['advance', code, '--to', '11'])).toMatchObject({ status: 1, err: expect.stringContaining('1 to 10') });
  });
});

describe('npm run dossiers while the server has the embedded database', () => {
  const place = embeddedPlace();
  let server: Server;
  beforeAll(async () => {
    server = await startServer(place);
  });
  afterAll(async () => {
    await server.stop();
    place.drop();
  });

  it('has the server move a dossier, list it and import, in the order asked', async () => {
    expect((await dossiers(place, ['advance', code])).out).toContain('status:   4 Đang thẩm định → 9 Đã có kết quả');
    const [second, third] = [await dossiers(place, ['advance', code]), await dossiers(place, ['advance', code])];
    expect(second.out).toContain('→ 10 Đã trả kết quả');
    expect(third).toMatchObject({ status: 1, err: expect.stringContaining('Nothing comes after 10') });
    const imported = await dossiers(place, ['import', written(place, export1)]);
    expect(imported).toMatchObject({ status: 0, out: expect.stringContaining('2 added') });
    expect((await dossiers(place, ['list'])).out).toContain(`${code}\tPhòng Kinh tế, UBND phường Minh Họa\t10 Đã trả kết quả`);
    expect(readdirSync(join(place.dataDir, 'motcua.errands'))).toEqual([]);
    // The PIN of one demonstration dossier stands in what the server says at its start, for newcomers to try.
    for (const secret of [...secrets, '482613', '0900007346', 'Trần Thị Minh Họa']) expect(server.err()).not.toContain(secret);
  });

  it('keeps what was moved when the server starts again', async () => {
    await server.stop();
    await server.again();
    expect((await dossiers(place, ['list'])).out).toContain(`${code}\tPhòng Kinh tế, UBND phường Minh Họa\t10 Đã trả kết quả`);
  });
});

describe('npm run dossiers while a process that is no server has the embedded database', () => {
  it('takes its errand back and says who is in the way', async () => {
    const place = embeddedPlace();
    const holder = spawn(process.execPath, [
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, '../support/hold-folder.ts'),
      place.dataDir,
    ]);
    try {
      await once(holder.stdout, 'data');
      const config = readConfig({ DATA_DIR: place.dataDir });
      const on = () => async () => 0;
      const asked = runErrand({ config, program: 'dossiers', request: { kind: 'list', overdue: false }, on, patienceMs: 150 });
      await expect(asked).rejects.toThrow(FolderInUse);
      expect(readdirSync(join(place.dataDir, 'motcua.errands'))).toEqual([]);
    } finally {
      holder.kill('SIGKILL');
      await once(holder, 'close');
      place.drop();
    }
  });
});

describe('npm run dossiers, given up with Ctrl+C while it waits for a server', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('takes its errand back before it has begun (%s)', async (name) => {
    const { place, running, folder, end } = await waiting();
    running.child.kill(name);
    expect(await running.ended).toMatchObject({ status: 130, err: expect.stringContaining('nothing was done') });
    expect(readdirSync(folder)).toEqual([]);
    await end();
    place.drop();
  });

  it('leaves it where the server has begun, and says so', async () => {
    const { place, running, folder, end } = await waiting();
    const [errand = ''] = readdirSync(folder).filter((file) => file.endsWith('.errand'));
    const taken = errand.replace(/errand$/, 'taken');
    renameSync(join(folder, errand), join(folder, taken));
    running.child.kill('SIGINT');
    expect(await running.ended).toMatchObject({ status: 130, err: expect.stringContaining('has begun') });
    expect(readdirSync(folder)).toEqual([taken]);
    await end();
    place.drop();
  });

  /** The command has put its errand, and whoever has the database takes none. */
  async function waiting() {
    const place = embeddedPlace();
    const holder = spawn(process.execPath, [
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, '../support/hold-folder.ts'),
      place.dataDir,
    ]);
    await once(holder.stdout, 'data');
    const running = startScript('scripts/dossiers.ts', ['list'], settingsOf(place, { LOG_LEVEL: 'error' }));
    const folder = join(place.dataDir, 'motcua.errands');
    const isThere = () => existsSync(folder) && readdirSync(folder).some((file) => file.endsWith('.errand'));
    while (!isThere()) await setTimeout(20);
    const end = async () => {
      holder.kill('SIGKILL');
      await once(holder, 'close');
    };
    return { place, running, folder, end };
  }
});

describe('npm run dossiers -- sources', () => {
  const place = embeddedPlace();
  let system: DossierSystem;
  beforeAll(async () => {
    system = await startDossierSystem(lgsp);
    system.holds(told());
  });
  afterAll(async () => {
    await system.close();
    place.drop();
  });

  it('tells which sources there are and which of them answers, and no secret', async () => {
    const file = join(place.dataDir, '..', 'sources.json');
    const source = { like: lgsp.like, name: 'h40', agencies: ['H40', 'H41'], baseUrl: system.baseUrl, ...lgsp.own };
    const named = { clientId: 'H40_ID', clientSecret: 'H40_SECRET' };
    writeFileSync(
      file,
      JSON.stringify([
        { ...source, secrets: named },
        { ...source, name: 'h56', baseUrl: 'http://127.0.0.1:1', secrets: named },
      ]),
    );
    const { clientId = '', clientSecret = '' } = lgsp.secrets;
    const { out, err, status } = await dossiers(place, ['sources'], { DOSSIER_SOURCES: file, H40_ID: clientId, H40_SECRET: clientSecret });
    expect(out).toMatch(/^register\t\*\tembedded\t0 dossiers/);
    expect(out).toMatch(/\nh40\tH40 H41\t127\.0\.0\.1:\d+, sign-in: oauth2\tanswers \(\d+ ms\)\n/);
    expect(out).toMatch(/\nh56\t.+\tdoes not answer: /);
    expect(status).toBe(1);
    expect(out + err).not.toContain(clientSecret);
    expect(out + err).not.toContain(clientId);
  });
});
