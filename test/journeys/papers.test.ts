import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Citizen, createCitizen } from '../support/citizen.ts';
import { kinds, type Place } from '../support/databases.ts';
import { pdf, photo } from '../support/paper-files.ts';
import { runScript } from '../support/run-script.ts';
import { type Server, settingsOf, startServer } from '../support/server.ts';

const bytesType = 'application/octet-stream';

describe.each(kinds)('pictures and files at the web chat, on $name', ({ make }) => {
  let place: Place;
  let server: Server;

  beforeAll(async () => {
    place = await make();
    server = await startServer(place);
  });
  afterAll(async () => {
    await server?.stop();
    await place?.drop();
  });

  test('go with a petition: sent in the middle of it, read back, and saved by staff as what they are', async () => {
    const citizen = createCitizen(server.url);
    await citizen.ask('tôi muốn phản ánh ổ gà trước chợ Minh Họa, tôi có chụp hình');
    const first = await photo({ seed: 1 });
    const second = await photo({ seed: 2, format: 'png' });
    const asked = await citizen.ask('', [await upload(citizen, first, 'ổ gà 1.jpg'), await upload(citizen, second, '../../ổ gà 2.jpg')]);
    expect(asked.text).toMatch(/^Tôi đã nhận 2 ảnh\.\nViệc này ở đâu/);
    const third = await pdf(2);
    expect((await citizen.ask('đường Lê Lợi', [await upload(citizen, third, 'đơn.pdf')])).text).toMatch(
      /Tôi đã nhận 1 tệp PDF\. Tất cả có 2 ảnh, 1 tệp PDF\.\nXảy ra khi nào/,
    );
    await citizen.ask('hôm qua');
    expect((await citizen.ask('bỏ qua')).text).toContain('- Gửi kèm: 2 ảnh, 1 tệp PDF');
    const code = codeIn((await citizen.ask('gửi đi')).text);
    expect((await citizen.history()).some(({ text }) => text.includes('📎 ổ gà 1.jpg'))).toBe(true);

    const shown = await desk('show', code);
    expect(shown.out).toMatch(/Files: +1\. ổ gà 1\.jpg {2}\(JPEG.*\n.*2\. ổ gà 2\.jpg {2}\(PNG.*\n.*3\. đơn\.pdf {2}\(PDF, 2 pages/);
    const folder = join(place.dataDir, '..', 'saved', code);
    const saved = await desk('files', code, '--to', folder);
    expect(saved.err).toBe('');
    expect(readFileSync(join(folder, `${code}-1.jpg`)).equals(first)).toBe(true);
    expect(readFileSync(join(folder, `${code}-2.png`)).equals(second)).toBe(true);
    expect(readFileSync(join(folder, `${code}-3.pdf`)).equals(third)).toBe(true);
    const again = await desk('files', code, '--to', folder);
    expect(again.status).toBe(1);
    expect(again.err).toContain('is there already');

    await citizen.request('DELETE', '/chat/conversation');
    expect((await desk('show', code)).out).not.toContain('đơn.pdf');
    expect((await desk('files', code, '--to', folder)).err).toBe(`No files were sent with petition ${code}.\n`);
  });

  test('come with the very message that opens a petition', async () => {
    const citizen = createCitizen(server.url);
    const opened = await citizen.ask('tôi muốn phản ánh rác đổ trước cổng trường', [
      await upload(citizen, await photo({ seed: 3 }), 'rác.jpg'),
    ]);
    expect(opened.text).toMatch(/^Tôi đã nhận 1 ảnh\.\nTôi ghi lại ý kiến này/);
    expect((await citizen.ask('xem lại và gửi')).text).toContain('- Gửi kèm: 1 ảnh');
  });

  test('that come with a yes are read back before anything is sent', async () => {
    const citizen = createCitizen(server.url);
    await citizen.ask('tôi muốn phản ánh đèn đường hỏng ở ngõ 12');
    await citizen.ask('xem lại và gửi');
    const read = await citizen.ask('gửi đi', [await upload(citizen, await photo({ seed: 4 }), 'đèn.jpg')]);
    expect(read.text).toMatch(/Tôi đã nhận 1 ảnh\.[\s\S]*- Gửi kèm: 1 ảnh[\s\S]*Gửi cho cán bộ/);
    expect(codeIn((await citizen.ask('gửi đi')).text)).toMatch(/^PA-/);
  });

  test('without a petition are asked about, and go with the one that is begun then', async () => {
    const citizen = createCitizen(server.url);
    const asked = await citizen.ask('', [await upload(citizen, await photo({ seed: 5 }), 'a.jpg')]);
    expect(asked.text).toMatch(/Tôi đã nhận 1 ảnh\.\nBạn gửi để làm gì/);
    await citizen.ask(asked.choices[0]?.say ?? '');
    await citizen.ask('vỉa hè bị chiếm làm bãi xe');
    expect((await citizen.ask('xem lại và gửi')).text).toContain('- Gửi kèm: 1 ảnh');
    const dropped = await citizen.ask('bỏ ảnh đã gửi');
    expect(dropped.text).toMatch(/Đã bỏ[\s\S]*Gửi cho cán bộ/);
    expect(dropped.text).not.toContain('Gửi kèm');
  });

  test('with a question are kept beside its answer', async () => {
    const citizen = createCitizen(server.url);
    const answered = await citizen.ask('đăng ký tạm trú nộp ở đâu', [await upload(citizen, await photo({ seed: 6 }), 'a.jpg')]);
    expect(answered.kind).toBe('answered');
    expect(answered.text).toMatch(/Đăng ký tạm trú[\s\S]*Tôi đã nhận 1 ảnh\.\nBạn gửi để làm gì/);
    expect((await citizen.ask('bỏ ảnh')).text).toContain('Đã bỏ');
  });

  test('belong to the filing that is open, which goes on with its question', async () => {
    const citizen = createCitizen(server.url);
    const question = (await citizen.ask('đăng ký khai sinh cho con tôi, tôi muốn nộp online')).text.split('\n').at(-1) ?? '';
    const asked = await citizen.ask('', [await upload(citizen, await photo({ seed: 11 }), 'chứng sinh.jpg')]);
    expect(asked.text).toMatch(/^Tôi đã nhận 1 ảnh\.\n/);
    expect(asked.text).toContain(question);
    expect((await citizen.ask('', [await upload(citizen, await pdf(1), 'kết hôn.pdf')])).text).toMatch(
      /^Tôi đã nhận 1 tệp PDF\. Tất cả có 1 ảnh/,
    );
    expect((await citizen.ask('bỏ ảnh')).text).toMatch(/^Đã bỏ/);
    expect((await citizen.ask('', [await upload(citizen, await pdf(1), 'kết hôn.pdf')])).text).toMatch(/^Tôi đã nhận 1 tệp PDF\.\n/);
  });

  test('that cannot be taken are told of in one message, each with what to do', async () => {
    const citizen = createCitizen(server.url);
    const good = await photo({ seed: 7 });
    const files = [
      await upload(citizen, good, 'tốt.jpg'),
      await upload(citizen, good, 'tốt lần hai.jpg'),
      await upload(citizen, await pdf(1, { userPassword: 'khoa' }), 'khóa.pdf'),
      await upload(citizen, Buffer.from('chữ'), 'giấy.docx'),
      await upload(citizen, good.subarray(0, good.length / 2), 'đứt.jpg'),
      await upload(citizen, await photo({ width: 200, height: 150 }), '0912345678.jpg'),
    ];
    const { text } = await citizen.ask('', files);
    expect(text).toContain('Tôi đã nhận 2 ảnh.');
    expect(text).toMatch(/- \*\*tốt lần hai\.jpg\*\*: trùng với tệp đã gửi/);
    expect(text).toMatch(/- \*\*khóa\.pdf\*\*: có mật khẩu hoặc bị khóa/);
    expect(text).toMatch(/- \*\*giấy\.docx\*\*: không phải ảnh JPG/);
    expect(text).toMatch(/- \*\*đứt\.jpg\*\*: bị hỏng hoặc thiếu một phần/);
    expect(text).toMatch(/- \*\*•+678\.jpg\*\*: ảnh nhỏ/);
    expect(await metricsNow()).toMatch(/motcua_papers_total\{result="locked"\} 1\n/);
  });

  test('are refused at the door when they are too large, empty, of the wrong kind or too many, and stay with who sent them', async () => {
    const citizen = createCitizen(server.url);
    await citizen.history();
    expect((await post(citizen, Buffer.alloc(10 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await post(citizen, Buffer.alloc(0))).status).toBe(400);
    expect((await citizen.request('POST', '/chat/files', 'chữ', 'text/plain')).status).toBe(415);
    const refs: string[] = [];
    for (let count = 0; count < 10; count += 1) refs.push(await upload(citizen, Buffer.from(`tệp ${count}`), 'a.jpg'));
    const full = await post(citizen, Buffer.from('thừa'));
    expect([full.status, full.text]).toEqual([409, expect.stringContaining('10 tệp')]);
    expect((await citizen.request('DELETE', `/chat/files/${refs[9]}`)).status).toBe(204);
    expect((await post(citizen, Buffer.from('nữa'))).status).toBe(201);
    const thief = await createCitizen(server.url).request('POST', '/chat/messages', messageOf('', refs.slice(0, 1)));
    expect([thief.status, thief.text]).toEqual([409, expect.stringContaining('không còn')]);
    expect((await citizen.request('POST', '/chat/messages', messageOf('', [refs[0] ?? '', refs[0] ?? '']))).status).toBe(400);
  });

  test('come no faster than a person takes pictures', async () => {
    const citizen = createCitizen(server.url);
    await citizen.history();
    const statuses: number[] = [];
    for (let count = 0; count < 61; count += 1) statuses.push((await post(citizen, Buffer.from('a'))).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    expect(statuses.at(-1)).toBe(429);
    expect((await post(citizen, Buffer.from('a'))).text).toContain('gửi nhiều tệp quá');
  });

  test('are taken once however often their message is sent, and before and after the server dies', async () => {
    const citizen = createCitizen(server.url);
    await citizen.ask('tôi muốn phản ánh cống tắc ở chợ');
    const refs = [await upload(citizen, await photo({ seed: 8 }), 'cống.jpg')];
    await server.stop('SIGKILL');
    await server.again();
    const body = messageOf('', refs);
    for (let times = 0; times < 3; times += 1) expect((await citizen.request('POST', '/chat/messages', body)).status).toBe(202);
    const { id } = JSON.parse(body);
    expect((await citizen.replyTo(id)).text).toContain('Tôi đã nhận 1 ảnh.');
    expect((await citizen.request('POST', '/chat/messages', body)).status).toBe(202);
    expect((await citizen.ask('xem lại và gửi')).text).toContain('- Gửi kèm: 1 ảnh');
    expect((await citizen.request('POST', '/chat/messages', messageOf('', refs))).status).toBe(409);
  });

  test('leave no name and no word of them in the log and the counters', async () => {
    const metrics = await metricsNow();
    expect(metrics).toMatch(/motcua_papers_total\{result="kept"\} \d/);
    for (const secret of ['ổ gà', 'cống', '0912345678', 'khóa.pdf']) expect(metrics + server.err() + server.out()).not.toContain(secret);
  });

  const metricsNow = async () => (await fetch(`${server.url}/metrics`)).text();
  const desk = (...given: string[]) => runScript('scripts/desk.ts', given, settingsOf(place, { LOG_LEVEL: 'error' }));
});

function post(citizen: Citizen, bytes: Buffer) {
  return citizen.request('POST', '/chat/files', new Uint8Array(bytes), bytesType);
}

async function upload(citizen: Citizen, bytes: Buffer, name: string): Promise<string> {
  const answer = await citizen.request('POST', '/chat/files', new Uint8Array(bytes), bytesType, {
    'x-file-name': encodeURIComponent(name),
  });
  if (answer.status !== 201) throw new Error(`not taken: ${answer.status} ${answer.text.slice(0, 200)}`);
  return (answer.body as { ref: string }).ref; // the API under test: a wrong shape shows in the next request
}

function messageOf(text: string, files: string[]): string {
  return JSON.stringify({ id: crypto.randomUUID(), text, files });
}

function codeIn(text: string): string {
  return /PA-\d{6}-\d{4}-\w{4}/.exec(text)?.[0] ?? '';
}
