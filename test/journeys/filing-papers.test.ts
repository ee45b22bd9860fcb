import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Citizen, createCitizen } from '../support/citizen.ts';
import { kinds, type Place } from '../support/databases.ts';
import { photo } from '../support/paper-files.ts';
import { runScript } from '../support/run-script.ts';
import { type Server, settingsOf, startServer } from '../support/server.ts';

describe.each(kinds)('the papers of a filing at the web chat, on $name', ({ make }) => {
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

  test('are asked for once what was told is read back, told of to who agrees and to staff, and may come later', async () => {
    const citizen = createCitizen(server.url);
    await citizen.ask('tôi muốn điền tờ khai khai sinh cho con');
    for (const text of birth) await citizen.ask(text);
    const asked = await citizen.ask('đúng hết');
    expect(asked.text).toMatch(/^Hồ sơ của bạn cần nộp:\n- Giấy chứng sinh\n/);
    expect(asked.choices.map(({ label }) => label)).toEqual(['Xong giấy tờ', 'Để sau']);
    const came = await citizen.ask('', [await upload(citizen, await photo({ seed: 21 }), 'chứng sinh.jpg')]);
    expect(came.text).toMatch(/^Tôi đã nhận 1 ảnh\.\nCòn giấy tờ nào/);
    await citizen.ask('lệ phí bao nhiêu?');
    expect((await citizen.history()).at(-1)?.text).toContain('Còn giấy tờ nào');
    // A correction is read back with what came, and the papers are still asked for.
    expect((await citizen.ask('sửa tên bé thành Nguyễn Minh Ân')).text).toMatch(/Đã sửa[\s\S]*\nGiấy tờ đã gửi: 1 ảnh\.\nĐúng hết chưa/);
    expect((await citizen.ask('đúng hết')).text).toContain('- Giấy chứng sinh');
    const consent = await citizen.ask('Xong giấy tờ');
    expect(consent.text).toMatch(/^Trước khi tạo tờ khai:\n.+\nGiấy tờ đã gửi: 1 ảnh\.\nBản nháp/);
    const code = /BN-[\w-]+/.exec((await citizen.ask('dừng')).text)?.[0] ?? '';
    expect((await desk('case', code)).out).toContain('Papers: 1 picture');
    expect((await citizen.ask('tiếp tục hồ sơ')).text).toContain('Giấy tờ đã gửi: 1 ảnh.');
    expect((await citizen.ask('bỏ ảnh')).text).not.toContain('Giấy tờ đã gửi');
    expect((await citizen.ask('tôi đồng ý')).text).toContain('Tờ khai đã sẵn sàng');
  });

  test('that are not at hand hold up no filing', async () => {
    const citizen = createCitizen(server.url);
    await citizen.ask('tôi muốn điền tờ khai khai sinh cho con');
    for (const text of birth) await citizen.ask(text);
    await citizen.ask('đúng hết');
    const consent = await citizen.ask('Để sau');
    expect(consent.text).toMatch(/^Trước khi tạo tờ khai/);
    expect(consent.text).not.toMatch(/Giấy tờ đã gửi|PAPERS|\n\n/);
  });

  const desk = (...given: string[]) => runScript('scripts/desk.ts', given, settingsOf(place, { LOG_LEVEL: 'error' }));
});

/** Every answer up to the reading back. */
const birth = [
  ...['chưa', 'không', 'đã kết hôn', 'Bệnh viện, cơ sở y tế', 'có', 'mẹ bé', 'Nguyễn Minh An', '12/5/2026', 'con trai', 'kinh'],
  ...['xã Nghi Lộc, tỉnh Nghệ An', 'Bệnh viện Đa khoa Nghi Lộc', 'xã Nghi Lộc, tỉnh Nghệ An', 'Trần Thị Bình', '14/8/1995', '040195003127'],
  ...['Phạm Văn Khải', 'năm 1992', '040092005518', 'bỏ qua', '15/3/2021', 'Ủy ban nhân dân xã Nghi Lộc'],
  ...['phường Trường Vinh, tỉnh Nghệ An', 'không'],
];

async function upload(citizen: Citizen, bytes: Buffer, name: string): Promise<string> {
  const answer = await citizen.request('POST', '/chat/files', new Uint8Array(bytes), 'application/octet-stream', {
    'x-file-name': encodeURIComponent(name),
  });
  if (answer.status !== 201) throw new Error(`not taken: ${answer.status} ${answer.text.slice(0, 200)}`);
  return (answer.body as { ref: string }).ref; // the API under test: a wrong shape shows in the next request
}
