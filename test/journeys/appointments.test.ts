import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appointmentCommands } from '../../scripts/appointments/commands.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { type Citizen, createCitizen } from '../support/citizen.ts';
import { kinds, type Place } from '../support/databases.ts';
import { filingSettings } from '../support/filing-form.ts';

const hoanKiem = {
  id: 'hoan-kiem',
  name: 'Trung tâm Phục vụ hành chính công phường Hoàn Kiếm',
  address: '126 Hàng Trống',
  serves: ['00070', '01'],
  perSlot: 1,
};
const cuaNam = { id: 'cua-nam', name: 'Trung tâm Phục vụ hành chính công phường Cửa Nam', serves: ['00082', '01'] };

describe.each(kinds)('appointments at the counter by conversation, on $name', ({ make }) => {
  let place: Place;
  let running: RunningApp;
  /** A Monday at ten in the morning in Vietnam. */
  const now = () => new Date('2026-11-23T03:00:00Z');
  beforeAll(async () => {
    place = await make();
    running = await startApp(place, { now }, filingSettings(place, []));
  });
  afterAll(async () => {
    await running?.stop();
    await place?.drop();
  });

  const staff = async (request: unknown): Promise<string> => {
    let said = '';
    const out = (text: string) => {
      said += text;
    };
    await appointmentCommands({ pool: running.app.knowledge.database.pool, now })(request, { out, err: out }, AbortSignal.timeout(10_000));
    return said;
  };
  const set = async (...offices: object[]) => {
    const file = join(place.dataDir, 'offices.json');
    writeFileSync(file, JSON.stringify(offices));
    return staff({ kind: 'import', file });
  };
  const codeIn = (text: string) => /LH-\d{6}-[A-Z0-9]{4}/.exec(text)?.[0] ?? '';
  const labels = async (citizen: Citizen, text: string) => (await citizen.ask(text)).choices.map(({ label }) => label);

  test('none are spoken of where no counter takes any', async () => {
    const citizen = createCitizen(running.url);
    expect((await citizen.ask('đặt lịch nộp hồ sơ ở phường')).text).not.toMatch(/lịch hẹn|Bạn muốn đến/);
    expect((await citizen.ask('hủy lịch hẹn')).text).not.toContain('lịch hẹn nào');
    await ready(citizen);
    expect((await citizen.history()).flatMap(({ reply }) => reply?.choices ?? []).map(({ label }) => label)).not.toContain(
      'Đặt lịch nộp tại quầy',
    );
  });

  test('a place is chosen by counter, day and time; it is seen, kept as a file, changed and cancelled', async () => {
    expect(await set(hoanKiem, cuaNam)).toContain('2 counters');
    const citizen = createCitizen(running.url);
    expect(await labels(citizen, 'đặt lịch hẹn')).toEqual([hoanKiem.name, cuaNam.name]);
    expect(await labels(citizen, '1')).toEqual([
      'Thứ Hai 23/11',
      'Thứ Ba 24/11',
      'Thứ Tư 25/11',
      'Thứ Năm 26/11',
      'Thứ Sáu 27/11',
      'Thứ Hai 30/11',
      'Thứ Ba 01/12',
    ]);
    const times = await labels(citizen, 'thứ ba');
    expect(times.slice(0, 2)).toEqual(['07:30', '08:00']);
    expect((await citizen.ask('12h')).text).toContain('12:00 không nhận được nữa');
    const booked = await citizen.ask('8h30');
    expect(booked.text).toMatch(/phường Hoàn Kiếm\*\* \(126 Hàng Trống\), \*\*08:30 Thứ Ba 24\/11\/2026/);
    expect(booked.text).toContain('Số thứ tự trong ngày: **1**');
    const code = codeIn(booked.text);
    const [file] = booked.files ?? [];
    const ics = await citizen.request('GET', `/chat/filings/${file?.case}/ics`);
    expect(ics.type).toContain('text/calendar');
    expect(ics.text).toContain('DTSTART:20261124T013000Z');
    expect(ics.text).toContain('BEGIN:VALARM');
    expect((await createCitizen(running.url).request('GET', `/chat/filings/${file?.case}/ics`)).status).toBe(404);

    expect((await citizen.ask('đặt lịch hẹn')).text).toContain(`Bạn đã có lịch hẹn **${code}**`);
    expect((await citizen.ask('lịch hẹn của tôi')).text).toContain(code);
    expect(await staff({ kind: 'list', day: null })).toContain(`2026-11-24\t08:30\thoan-kiem\t1\t${code}`);
    const moved = await citizen.ask('đổi lịch hẹn sang 25/11 lúc 14h');
    expect(moved.text).toContain('14:00 Thứ Tư 25/11/2026');
    expect(codeIn(moved.text)).toBe(code);
    // What is over, or taken, is not offered to anybody.
    const other = createCitizen(running.url);
    expect(await labels(other, 'lấy số thứ tự ở phường Hoàn Kiếm ngày 25/11')).not.toContain('14:00');
    expect((await other.ask('đặt lịch ở phường Hoàn Kiếm ngày 25/11 lúc 14h')).text).toContain('14:00 không nhận được nữa');
    expect(await labels(other, 'đặt lịch ở phường Hoàn Kiếm hôm nay')).toEqual([
      '11:00',
      '13:30',
      '14:00',
      '14:30',
      '15:00',
      '15:30',
      '16:00',
      '16:30',
    ]);
    expect((await other.ask(`hủy lịch hẹn ${code}`)).text).not.toContain('Đã hủy');
    expect((await citizen.ask('hủy lịch hẹn')).text).toContain(`Đã hủy lịch hẹn **${code}**`);
    expect(await labels(other, 'đặt lịch ở phường Hoàn Kiếm ngày 25/11')).toContain('14:00');
  });

  test('one is offered when a form is ready, at the counter of its commune, and staff who cancel it tell its citizen', async () => {
    await set(hoanKiem, cuaNam);
    const citizen = createCitizen(running.url);
    const done = await ready(citizen);
    expect(done.choices.map(({ label }) => label)).toContain('Đặt lịch nộp tại quầy');
    expect((await citizen.ask('Đặt lịch nộp tại quầy')).text).toContain('phường Hoàn Kiếm');
    await citizen.ask('Thứ Ba 24/11');
    const booked = await citizen.ask('09:00');
    const code = codeIn(booked.text);
    expect(await staff({ kind: 'list', day: '2026-11-24' })).toMatch(new RegExp(`09:00\thoan-kiem\t\\d+\t${code}\tBN-`));
    expect(await staff({ kind: 'cancel', code, why: 'Quầy đóng cửa' })).toContain('its citizen is told');
    expect((await citizen.history()).some(({ text }) => text.includes(code) && text.includes('Quầy đóng cửa'))).toBe(true);
    await expect(staff({ kind: 'cancel', code, why: '' })).rejects.toThrow('no appointment');
  });

  test('a list of counters with a slip changes nothing', async () => {
    await set(hoanKiem);
    await expect(set({ ...cuaNam, hours: [['11:30', '07:30']] })).rejects.toThrow('nothing was changed');
    await expect(set(hoanKiem, { ...cuaNam, name: hoanKiem.name })).rejects.toThrow('a name stands twice');
    expect(await labels(createCitizen(running.url), 'đặt lịch hẹn')).toContain('Thứ Ba 24/11');
  });
});

/** A form that is filled in and agreed to. */
async function ready(citizen: Citizen) {
  await citizen.ask('1.001193 làm hồ sơ online giúp tôi');
  await citizen.ask('Nguyễn Thị Hạnh Dung');
  await citizen.ask('12/5/2026');
  await citizen.ask('12 Hàng Bài, phường Hoàn Kiếm, thành phố Hà Nội');
  await citizen.ask('Đúng hết');
  await citizen.ask('Xong giấy tờ');
  return citizen.ask('Tôi đồng ý');
}
