import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Citizen, createCitizen } from '../support/citizen.ts';
import { kinds, type Place } from '../support/databases.ts';
import { type Server, startServer } from '../support/server.ts';

const shown = 'H40.23.08-250715-0012';
/** What the demonstration register holds of the applicant of that dossier. */
const secrets = ['Trần Thị Minh Họa', 'Trần Thị', '0900007346', '000099005829'];

describe.each(kinds)('a citizen at the web chat, on $name', ({ make }) => {
  let place: Place;
  let server: Server;
  const everything: string[] = [];
  const tokens: string[] = [];

  beforeAll(async () => {
    place = await make();
    server = await startServer(place);
  });
  afterAll(async () => {
    await server?.stop();
    await place?.drop();
  });

  /** Someone new; all that they and the server say is kept for the last test. */
  function visitor(): Citizen {
    const citizen = createCitizen(server.url);
    return {
      ...citizen,
      ask: async (text) => {
        everything.push(text);
        const reply = await citizen.ask(text);
        tokens.push(citizen.token());
        return reply;
      },
    };
  }

  test('asks without diacritics, and follows up on the same procedure', async () => {
    const citizen = visitor();
    const papers = await citizen.ask('lam giay khai sinh cho con can giay to gi');
    expect(papers).toMatchObject({ kind: 'answered', aspect: 'documents', procedures: ['1.001193'] });
    expect(papers.text).toContain('Giấy chứng sinh');
    expect(papers.sources).toHaveLength(1);
    expect(papers.sources[0]).toMatchObject({ code: '1.001193', section: 'documents' });
    expect(papers.sources[0]?.date).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(papers.sources[0]?.url).toMatch(/^https:\/\/dichvucong\.gov\.vn\/\S+$/);

    expect(await citizen.ask('còn lệ phí?')).toMatchObject({ kind: 'answered', aspect: 'fee', procedures: ['1.001193'] });

    const online = await citizen.ask('nộp online thế nào');
    expect(online).toMatchObject({ kind: 'answered', aspect: 'online', procedures: ['1.001193'] });
    const second = online.choices[1];
    const picked = await citizen.ask('2');
    const typed = await citizen.ask(second?.say ?? '');
    expect(picked).toMatchObject({ kind: 'answered', procedures: ['1.001193'] });
    expect(picked.aspect).not.toBe('online');
    expect(picked.text).toBe(typed.text);

    expect(await citizen.ask('hello bạn')).toMatchObject({ kind: 'greeted', sources: [] });
    expect(await citizen.ask('cảm ơn nhiều nha')).toMatchObject({ kind: 'greeted', sources: [] });
  });

  test('looks a dossier up, and sees no more of its owner than needed', async () => {
    const citizen = visitor();
    const status = await citizen.ask(`xem giùm hồ sơ ${shown.toLowerCase()}`);
    expect(status).toMatchObject({ kind: 'status', dossier: shown });
    expect(status.text).toContain('Đang xử lý');
    expect(status.text).not.toContain('•');
    expect(status.text).toContain('hồ sơ minh họa');
    const answer = await citizen.request('GET', '/chat/history');
    for (const secret of secrets) expect(answer.text).not.toContain(secret);

    const unknown = await citizen.ask('H40.23.08-250715-9999');
    expect(unknown).toMatchObject({ kind: 'status', dossier: 'H40.23.08-250715-9999', procedures: [] });
    expect(unknown.text).toContain('chưa thấy hồ sơ này');
    expect(unknown.text).toContain('1800 1096');
    const incomplete = await citizen.ask('H40.23.08-2507');
    expect(incomplete).toMatchObject({ kind: 'asked', dossier: null });
    expect(incomplete.text).toContain(shown);
  });

  test('wants to file online and gets the checklist and where to start', async () => {
    const filing = await visitor().ask('tôi muốn nộp online thủ tục tách hộ');
    expect(filing).toMatchObject({ kind: 'filing', procedures: ['1.010038'] });
    expect(filing.text).toContain('Tờ khai thay đổi thông tin cư trú');
    expect(filing.text).toMatch(/https:\/\/dichvucong\.gov\.vn\/\S+/);
  });

  test('wants to file online what has a form, and is asked its first question', async () => {
    const filing = await visitor().ask('tôi muốn nộp online đăng ký tạm trú');
    expect(filing).toMatchObject({ kind: 'filing', procedures: ['1.004194'] });
    expect(filing.text).toContain('Bước 1/');
    expect(filing.choices.length).toBeGreaterThan(1);
    expect(filing.sources).toMatchObject([{ code: '1.004194' }]);
  });

  test('writes English and reads English', async () => {
    const fee = await visitor().ask('How much is the fee to register a marriage?');
    expect(fee).toMatchObject({ kind: 'answered', aspect: 'fee', procedures: ['1.000894'] });
    expect(fee.text).toMatch(/free|fee/i);
    expect(fee.choices.map((choice) => choice.label)).toContain('Papers');
  });

  test('complains, leaves it for a question, and stops half-way', async () => {
    const citizen = visitor();
    expect(await citizen.ask('tôi muốn phản ánh việc đổ rác ở đầu hẻm')).toMatchObject({ kind: 'recorded' });
    expect((await citizen.ask('đầu hẻm 12 đường Minh Họa')).text).toContain('khi nào');
    expect(await citizen.ask('đăng ký kết hôn cần giấy tờ gì')).toMatchObject({ kind: 'answered', procedures: ['1.000894'] });
    expect((await citizen.ask('tiếp tục phản ánh')).text).toContain('khi nào');
    expect((await citizen.ask('dừng')).text).toContain('chưa được gửi');
  });

  test('is in danger, and is told whom to call even in the middle of something', async () => {
    const citizen = visitor();
    await citizen.ask('tôi muốn phản ánh việc đổ rác ở đầu hẻm');
    const danger = await citizen.ask('cháy nhà rồi cứu với');
    expect(danger.kind).toBe('emergency');
    expect(danger.text).toContain('114');
  });

  test('asks what is none of our business, or what nobody knows', async () => {
    const citizen = visitor();
    expect(await citizen.ask('thời tiết hôm nay thế nào')).toMatchObject({ kind: 'refused', sources: [] });
    const unknown = await citizen.ask('xin phép nuôi khủng long');
    expect(unknown).toMatchObject({ kind: 'not-found', sources: [], procedures: [] });
    expect(unknown.text).toContain('1800 1096');
    expect(unknown.choices.map((choice) => choice.label)).toContain('Gặp cán bộ');
    const person = await citizen.ask('Gặp cán bộ');
    expect(person.kind).toBe('handed-over');
    expect(person.text).toContain('1800 1096');
  });

  test('is never answered about the last procedure when the new matter is unknown', async () => {
    const citizen = visitor();
    await citizen.ask('đăng ký tạm trú cần giấy tờ gì');
    expect(await citizen.ask('xin phép nuôi khủng long')).toMatchObject({ kind: 'not-found', procedures: [] });
  });

  test('finds the conversation again after the server was restarted, and goes on with it', async () => {
    const citizen = visitor();
    await citizen.ask('đăng ký khai sinh mất bao lâu');
    await citizen.ask('số của tôi là 0912345678, căn cước 001099123456');
    const before = await citizen.history();
    expect(before.map((entry) => entry.from)).toEqual(['citizen', 'assistant', 'citizen', 'assistant']);
    expect(JSON.stringify(before)).not.toMatch(/0912345678|001099123456/);
    await server.stop();
    await server.again();
    expect(await citizen.history()).toEqual(before);
    expect(await citizen.ask('còn lệ phí?')).toMatchObject({ kind: 'answered', aspect: 'fee', procedures: ['1.001193'] });
  });

  test('sees it live, and again from where the line broke', async () => {
    const citizen = visitor();
    await citizen.history();
    const live = citizen.events((entries) => entries.length >= 2);
    await citizen.ask('xin chào');
    const seen = await live;
    expect(seen.map((entry) => entry.from)).toEqual(['citizen', 'assistant']);
    await citizen.ask('cảm ơn');
    const missed = await citizen.events((entries) => entries.length >= 2, seen.at(-1)?.id);
    expect(missed.map((entry) => entry.text)[0]).toBe('cảm ơn');
    expect(await citizen.history()).toEqual([...seen, ...missed]);
  });

  test('leaves no words, no token and no number in the log', () => {
    const log = server.err() + server.out().replaceAll(shown, '');
    expect(log).toContain('"msg":"turn"');
    expect(everything.length).toBeGreaterThan(20);
    for (const text of everything.filter((one) => one.length > 3)) expect(log).not.toContain(text);
    for (const token of tokens) expect(log).not.toContain(token);
    for (const secret of [...secrets, '0912345678', '001099123456', shown]) expect(log).not.toContain(secret);
  });
});
