import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Unavailable } from '../../bot/errors.ts';
import { changeNotice } from '../../bot/notices/change.ts';
import type { Channel, Delivery } from '../../bot/ports.ts';
import { createEmail } from '../../connectors/notices/email.ts';
import { createSms } from '../../connectors/notices/sms.ts';
import { type Gateway, readGateway } from '../../connectors/notices/sms-gateway.ts';
import { demonstration } from '../fakes/demonstration.ts';
import { type FakeSmsGateway, fakeSmsGateway, smsKey, smsSettings } from '../fakes/sms-gateway.ts';
import { type FakeSmtp, fakeSmtp } from '../fakes/smtp.ts';

const reply = changeNotice({ ...demonstration, status: 9, statusText: 'Chờ công dân đến nhận' }, 'vi');
const delivery: Delivery = { id: 7, channel: '', person: 'p', conversation: 'c', reply, inReplyTo: null, at: '2026-11-22T03:00:00Z' };
const signal = () => AbortSignal.timeout(10_000);
let lines: string;
const log = pino(
  { level: 'debug' },
  {
    write: (line: string) => {
      lines += line;
    },
  },
);
beforeEach(() => {
  lines = '';
});

describe('e-mail', () => {
  let smtp: FakeSmtp;
  let address: string | null;
  let email: Channel;
  beforeEach(async () => {
    smtp = await fakeSmtp();
    address = 'nguyen.hoa@vidu.vn';
    email = createEmail({ url: smtp.url, from: 'Một Cửa <motcua@tinh.gov.vn>', addressOf: async () => address, log });
  });
  afterEach(() => smtp.close());

  it('goes to the address alone, with code and status in the subject', async () => {
    await email.send(delivery, signal());
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
    await email.send(delivery, signal());
    await email.send(delivery, signal());
    await email.send({ ...delivery, id: 8 }, signal());
    const ids = smtp.mails.map(({ data }) => /^Message-ID: (.*)$/m.exec(data)?.[1]);
    expect([ids[0] === ids[1], ids[1] === ids[2]]).toEqual([true, false]);
  });

  it('is not sent once it was ended', async () => {
    address = null;
    await email.send(delivery, signal());
    expect(smtp.mails).toEqual([]);
  });

  it('is tried again after a refusal for now or no answer, and not after one for good', async () => {
    smtp.refuse = '451 later';
    await expect(email.send(delivery, signal())).rejects.toThrow(Unavailable);
    smtp.refuse = null;
    smtp.atEnd = 'cut';
    await expect(email.send(delivery, signal())).rejects.toThrow(Unavailable);
    smtp.atEnd = null;
    smtp.refuse = '550 no such user nguyen.hoa@vidu.vn';
    await email.send(delivery, signal());
    expect(lines).toContain('refused for good');
    expect(lines).not.toMatch(/nguyen|vidu/);
    await smtp.close();
    await expect(email.send(delivery, signal())).rejects.toThrow(/^email is unavailable$/);
  });
});

describe('SMS', () => {
  let fake: FakeSmsGateway;
  let address: string | null;
  let sms: Channel;
  const made = (change: object = {}) =>
    createSms({ gateway: gatewayOf({ ...smsSettings(fake.url), ...change }), key: smsKey, addressOf: async () => address, log });
  beforeEach(async () => {
    fake = await fakeSmsGateway();
    address = '0912345678';
    sms = made();
  });
  afterEach(() => fake.close());

  it('is asked of the gateway as its settings say', async () => {
    await sms.send(delivery, signal());
    expect(fake.faults).toEqual([]);
    expect(fake.sent).toMatchObject([{ to: '84912345678', id: '7' }]);
    expect(fake.sent[0]?.text).toMatch(/^Hồ sơ H40\.23\.08-250715-0012: Đã xử lý xong, chờ trả kết quả\./);
  });

  it('is cut where it is too long, and without marks where the operator wants that', async () => {
    await made({ longest: 70, ascii: true }).send(delivery, signal());
    expect(fake.sent[0]?.text).toHaveLength(70);
    expect(fake.sent[0]?.text).toMatch(/^Ho so H40\.23\.08-250715-0012: Da xu ly xong/);
  });

  it('is tried again where the gateway fails or does not answer, and not where it refuses for good', async () => {
    for (const answer of [{ status: 500, body: '' }, { status: 401, body: '' }, { status: 200, body: '{"code":7}' }, 'cut'] as const) {
      fake.answer = answer;
      await expect(sms.send(delivery, signal())).rejects.toThrow(/^sms is unavailable$/);
    }
    fake.answer = { status: 422, body: '' };
    await sms.send(delivery, signal());
    expect(lines).toContain('refused for good');
    expect(lines).not.toMatch(/912345678/);
  });

  it('follows no redirect with the number and the key', async () => {
    fake.answer = { status: 302, body: '' };
    await expect(sms.send(delivery, signal())).rejects.toThrow(Unavailable);
  });

  it('is not sent once it was ended', async () => {
    address = null;
    await sms.send(delivery, signal());
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
