import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressWording, codeSign } from '../../bot/address-wording.ts';
import { Refused, Unavailable } from '../../bot/errors.ts';
import { changeNotice } from '../../bot/notices/change.ts';
import { overdueNotice } from '../../bot/notices/overdue.ts';
import type { Channel, Delivery } from '../../bot/ports.ts';
import { plainReply } from '../../bot/reply.ts';
import { createEmail } from '../../connectors/notices/email.ts';
import type { Receiver, Receivers } from '../../connectors/notices/receiver.ts';
import { createSms } from '../../connectors/notices/sms.ts';
import { type Gateway, readGateway } from '../../connectors/notices/sms-gateway.ts';
import { demonstration } from '../fakes/demonstration.ts';
import { type FakeSmsGateway, fakeSmsGateway, smsKey, smsSettings } from '../fakes/sms-gateway.ts';
import { type FakeSmtp, fakeSmtp } from '../fakes/smtp.ts';

const reply = changeNotice({ ...demonstration, status: 9, statusText: 'Chờ công dân đến nhận' }, 'vi');
const delivery: Delivery = {
  id: 7,
  channel: '',
  person: 'p',
  conversation: 'c',
  reply,
  inReplyTo: null,
  at: '2026-11-22T03:00:00Z',
  done: 0,
};
const signal = () => AbortSignal.timeout(10_000);
const arrived = async () => {};
let lines: string;
const log = pino(
  { level: 'debug' },
  {
    write: (line: string) => {
      lines += line;
    },
  },
);
const publicUrl = 'https://motcua.tinh.vn';
const leave = 'abcdefghijklmnopqrstuv';
const code: Delivery = { ...delivery, id: 9, reply: plainReply('asked', addressWording.letter.vi) };
let receiver: Receiver | null;
let unreachable: string[];
const receivers: Receivers = {
  of: async () => receiver,
  unreachable: async (_, reason) => {
    unreachable.push(reason);
  },
};
beforeEach(() => {
  lines = '';
  unreachable = [];
});

describe('e-mail', () => {
  let smtp: FakeSmtp;
  let email: Channel;
  const made = (url: string | null) => createEmail({ url: smtp.url, from: 'Một Cửa <motcua@tinh.gov.vn>', receivers, publicUrl: url, log });
  beforeEach(async () => {
    smtp = await fakeSmtp();
    receiver = { address: 'nguyen.hoa@vidu.vn', confirmed: true, code: null, leave };
    email = made(publicUrl);
  });
  afterEach(() => smtp.close());

  it.each(['vi', 'en'] as const)('says the petition in full that is a button elsewhere (%s)', async (language) => {
    const late = overdueNotice({ ...demonstration, dueOn: '2026-11-05' }, { kind: 'overdue', days: 11 }, language);
    await email.send({ ...delivery, reply: late }, signal(), arrived);
    await email.send(delivery, signal(), arrived);
    const [told, other] = smtp.mails.map(({ data }) => textOf(data));
    expect(told).toContain(late.choices[0]?.say);
    expect(other).not.toContain('Kiến nghị');
    expect(smtp.faults).toEqual([]);
  });

  it('goes to the address alone, with code and status in the subject', async () => {
    await email.send(delivery, signal(), arrived);
    const [mail] = smtp.mails;
    expect([mail?.from, mail?.to]).toEqual(['motcua@tinh.gov.vn', ['nguyen.hoa@vidu.vn']]);
    const text = textOf(mail?.data ?? '');
    expect(text).toContain('Hồ sơ H40.23.08-250715-0012: Đã xử lý xong, chờ trả kết quả.');
    expect(text).not.toContain('**');
    expect(mail?.data).toMatch(/^Subject: =\?UTF-8\?/m);
    expect(mail?.data).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(smtp.faults).toEqual([]);
  });

  it('has the same id when it is sent again', async () => {
    await email.send(delivery, signal(), arrived);
    await email.send(delivery, signal(), arrived);
    await email.send({ ...delivery, id: 8 }, signal(), arrived);
    const ids = smtp.mails.map(({ data }) => /^Message-ID: (.*)$/m.exec(data)?.[1]);
    expect([ids[0] === ids[1], ids[1] === ids[2]]).toEqual([true, false]);
  });

  it('is not sent once it was ended', async () => {
    receiver = null;
    await email.send(delivery, signal(), arrived);
    expect(smtp.mails).toEqual([]);
  });

  it('is tried again after a refusal for now or no answer, and not after one for good', async () => {
    smtp.refuse = '451 later';
    await expect(email.send(delivery, signal(), arrived)).rejects.toThrow(Unavailable);
    smtp.refuse = null;
    smtp.atEnd = 'cut';
    await expect(email.send(delivery, signal(), arrived)).rejects.toThrow(Unavailable);
    smtp.atEnd = null;
    smtp.refuse = '550 no such user nguyen.hoa@vidu.vn';
    await email.send(delivery, signal(), arrived);
    expect(lines).toContain('refused for good');
    expect(lines).not.toMatch(/nguyen|vidu/);
    expect(unreachable).toEqual(['SMTP 550']);
    await smtp.close();
    await expect(email.send(delivery, signal(), arrived)).rejects.toThrow(/^email is unavailable$/);
  });

  it.each([
    ['550 5.1.1 no such mailbox', 'ends the address', ['SMTP 550 5.1.1'], null],
    ['550 5.7.1 blocked by policy', 'gives the message up and keeps the address', [], Refused],
    ['552 5.2.2 mailbox full', 'is tried again', [], Unavailable],
    ['452 4.2.2 mailbox full', 'is tried again', [], Unavailable],
  ] as const)('answered "%s" for its receiver %s', async (answer, _, ended, error) => {
    smtp.refuse = answer;
    const sent = email.send(delivery, signal(), arrived);
    if (error === null) await sent;
    else await expect(sent).rejects.toThrow(error);
    expect(unreachable).toEqual(ended);
  });

  it('gives up what is refused for its content, and keeps the address', async () => {
    smtp.atEnd = '554 5.6.0 looks like spam nguyen.hoa@vidu.vn';
    const failure = await email.send(delivery, signal(), arrived).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Refused);
    expect(failure).toMatchObject({ message: 'email has refused', code: 'SMTP 554 5.6.0' });
    expect(unreachable).toEqual([]);
  });

  it('says how to end it, by one click where the mail program knows that', async () => {
    await email.send(delivery, signal(), arrived);
    await made(null).send(delivery, signal(), arrived);
    const [linked = '', plain = ''] = smtp.mails.map(({ data }) => data);
    expect(linked).toMatch(/^List-Unsubscribe: <https:\/\/motcua\.tinh\.vn\/dung\/abcdefghijklmnopqrstuv>$/m);
    expect(linked).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    expect(textOf(linked)).toContain(`Thôi nhận / Unsubscribe: ${publicUrl}/dung/${leave}`);
    expect(plain).not.toMatch(/List-Unsubscribe/);
    expect(textOf(plain)).toContain('nhắn "hủy theo dõi" nơi bạn đã đăng ký');
  });

  it('brings an unconfirmed address its code and nothing else, as long as the code counts', async () => {
    receiver = { address: 'nguyen.hoa@vidu.vn', confirmed: false, code: '042137', leave };
    await email.send(delivery, signal(), arrived);
    expect(smtp.mails).toEqual([]);
    await email.send(code, signal(), arrived);
    const text = textOf(smtp.mails[0]?.data ?? '');
    expect(text).toContain('Mã xác nhận của Một Cửa: 042137');
    expect(text).not.toContain(codeSign);
    expect(/^Subject: (.*)$/m.exec(smtp.mails[0]?.data ?? '')?.[1]).not.toContain('042137');
    receiver = { ...receiver, code: null };
    await email.send(code, signal(), arrived);
    expect(smtp.mails).toHaveLength(1);
    expect(lines).not.toContain('042137');
  });
});

describe('SMS', () => {
  let fake: FakeSmsGateway;
  let sms: Channel;
  const made = (change: object = {}, ending: { publicUrl?: string; takesReplies?: boolean } = {}) =>
    createSms({
      gateway: gatewayOf({ ...smsSettings(fake.url), ...change }),
      key: smsKey,
      receivers,
      publicUrl: null,
      takesReplies: false,
      log,
      ...ending,
    });
  beforeEach(async () => {
    fake = await fakeSmsGateway();
    receiver = { address: '0912345678', confirmed: true, code: null, leave };
    sms = made();
  });
  afterEach(() => fake.close());

  it('is asked of the gateway as its settings say', async () => {
    await sms.send(delivery, signal(), arrived);
    expect(fake.faults).toEqual([]);
    expect(fake.sent).toMatchObject([{ to: '84912345678', id: '7' }]);
    expect(fake.sent[0]?.text).toMatch(/^Hồ sơ H40\.23\.08-250715-0012: Đã xử lý xong, chờ trả kết quả\./);
  });

  it('is cut where it is too long, and without marks where the operator wants that', async () => {
    await made({ longest: 70, ascii: true }).send(delivery, signal(), arrived);
    expect(fake.sent[0]?.text).toHaveLength(70);
    expect(fake.sent[0]?.text).toMatch(/^Ho so H40\.23\.08-250715-0012: Da xu ly xong/);
  });

  it('is tried again where the gateway fails or does not answer, and not where it refuses for good', async () => {
    for (const answer of [{ status: 500, body: '' }, { status: 401, body: '' }, { status: 200, body: '{"code":7}' }, 'cut'] as const) {
      fake.answer = answer;
      await expect(sms.send(delivery, signal(), arrived)).rejects.toThrow(/^sms is unavailable$/);
    }
    fake.answer = { status: 422, body: '' };
    await expect(sms.send(delivery, signal(), arrived)).rejects.toThrow(Refused);
    expect(unreachable).toEqual([]);
    expect(lines).toContain('refused for good');
    expect(lines).not.toMatch(/912345678/);
  });

  it('ends the number that the gateway calls wrong', async () => {
    const exact = made({ badNumber: '"code":\\s*(21|22)\\b' });
    fake.answer = { status: 200, body: '{"code":21}' };
    await exact.send(delivery, signal(), arrived);
    expect(unreachable).toEqual(['HTTP 200, bad number']);
    fake.answer = { status: 400, body: '{"code":22}' };
    await exact.send(delivery, signal(), arrived);
    expect(unreachable).toHaveLength(2);
    fake.answer = { status: 400, body: '{"code":30}' };
    await expect(exact.send(delivery, signal(), arrived)).rejects.toThrow(Refused);
    expect(lines).not.toMatch(/912345678/);
  });

  it('says on its last line how to end it, however long the rest is', async () => {
    await made().send(delivery, signal(), arrived);
    await made({ longest: 160 }, { publicUrl }).send(delivery, signal(), arrived);
    await made({}, { publicUrl, takesReplies: true }).send(delivery, signal(), arrived);
    expect(fake.sent.map(({ text }) => text.split('\n').at(-1))).toEqual([
      'Dung nhan: nhan "huy theo doi" noi da dang ky',
      `Dung: ${publicUrl}/dung/${leave}`,
      'Dung nhan: tra loi HUY',
    ]);
    expect(fake.sent[1]?.text).toHaveLength(160);
  });

  it('brings an unconfirmed number its code alone', async () => {
    receiver = { address: '0912345678', confirmed: false, code: '042137', leave };
    await sms.send(delivery, signal(), arrived);
    await sms.send(code, signal(), arrived);
    expect(fake.sent.map(({ text }) => /042137/.test(text))).toEqual([true]);
  });

  it('follows no redirect with the number and the key', async () => {
    fake.answer = { status: 302, body: '' };
    await expect(sms.send(delivery, signal(), arrived)).rejects.toThrow(Unavailable);
  });

  it('is not sent once it was ended', async () => {
    receiver = null;
    await sms.send(delivery, signal(), arrived);
    expect(fake.sent).toEqual([]);
  });
});

describe("a gateway's settings", () => {
  const right = { url: 'https://sms.example/send', query: { to: '{to}', text: '{text}' }, method: 'GET' };
  it.each([
    ['is not JSON', '{', /not JSON/],
    ['sends to nobody', JSON.stringify({ ...right, query: { text: '{text}' } }), /\{to\}/],
    ['says nothing', JSON.stringify({ ...right, query: { to: '{to}' } }), /\{text\}/],
    ['asks for what is not there', JSON.stringify({ ...right, headers: { a: '{pasword}' } }), /\{pasword\}/],
    ['has a body in a GET', JSON.stringify({ ...right, json: {} }), /GET/],
    ['has a pattern that is none', JSON.stringify({ ...right, badNumber: '(' }), /badNumber/],
    ['is a file', JSON.stringify({ ...right, url: 'file:///etc/passwd' }), /url/],
    ['has a misspelt name', JSON.stringify({ ...right, header: {} }), /header/],
  ])('one that %s is refused', (_, file, fault) => {
    expect(() => readGateway(file)).toThrow(fault);
  });

  it('are taken with a plain GET', () => {
    expect(readGateway(JSON.stringify(right)).longest).toBe(300);
  });
});

function gatewayOf(settings: object): Gateway {
  return readGateway(JSON.stringify(settings));
}

/** The text of a mail, whatever way it was made fit for the wire. */
function textOf(data: string): string {
  const [head = '', ...body] = data.split('\n\n');
  const text = body.join('\n\n');
  if (/base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8');
  const bytes = text.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return /quoted-printable/i.test(head) ? Buffer.from(bytes, 'latin1').toString('utf8') : text;
}
