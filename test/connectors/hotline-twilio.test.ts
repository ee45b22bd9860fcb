import { describe, expect, it } from 'vitest';
import type { CallStart } from '../../bot/call/line.ts';
import { createTickets } from '../../connectors/hotline/twilio/ticket.ts';
import { signed, twilio } from '../fakes/twilio.ts';
import { people, useTwilio } from '../support/twilio.ts';

const start: CallStart = { call: 'CA0001', from: '+84900000001', to: '+842400000009', turn: 1 };
const fields = { CallSid: 'CA0001', AccountSid: twilio.account, From: '+84900000001', To: '+842400000009', CallStatus: 'in-progress' };
const names = (verbs: { name: string }[]) => verbs.map(({ name }) => name);

describe('the webhook of Twilio', () => {
  const stage = useTwilio();
  const next = (more = {}) => stage.twilio.post('/webhooks/twilio/next?turn=1', { ...fields, ...more });
  const dialled = (status: string, turn = 1) =>
    stage.twilio.post(`/webhooks/twilio/dialled?turn=${turn}`, { ...fields, DialCallStatus: status });

  it('puts a call to the stream, with a ticket, and names what is asked afterwards', async () => {
    const { verbs } = await stage.announce(start);
    expect(names(verbs)).toEqual(['Connect']);
    expect(verbs[0]?.attributes).toEqual({ action: 'https://motcua.example.vn/webhooks/twilio/next?turn=1', method: 'POST' });
    const [stream] = verbs[0]?.inner ?? [];
    expect(stream?.attributes).toEqual({ url: 'wss://motcua.example.vn/thoai/twilio' });
    expect(stream?.inner.map(({ attributes }) => attributes.name)).toEqual(['token']);
  });

  it('tells the stream who calls whom, and for which time', async () => {
    const { leg } = await stage.call(start);
    expect(leg.start).toEqual(start);
  });

  it.each(['+266696687', 'anonymous', 'Restricted', '', '+7378742833', 'sip:anonymous@anonymous.invalid'])(
    'knows a withheld number by %s',
    async (From) => {
      const answer = await stage.twilio.post('/webhooks/twilio/voice', { ...fields, From });
      const answered = stage.legs.length;
      await stage.twilio.open(answer, start).then((stream) => stage.streams.push(stream));
      await expect.poll(() => stage.legs.length).toBe(answered + 1);
      expect(stage.legs.at(-1)?.start.from).toBeNull();
    },
  );

  it('refuses what is not signed, as Twilio’s own middleware does: 400 without a signature, 403 with a wrong one; and counts it', async () => {
    const statuses = async (path: string) => {
      const url = `${twilio.publicUrl}${path}`;
      const post = (signature: string | null) => stage.twilio.post(path, fields, { signature });
      const tries = [null, '', signed(`${url}x`, fields), signed(url, { ...fields, From: '+84900000002' }), 'no base64'];
      return Promise.all(tries.map(async (signature) => (await post(signature)).status));
    };
    for (const name of ['voice', 'next', 'dialled', 'whisper'])
      expect(await statuses(`/webhooks/twilio/${name}?turn=1`)).toEqual([400, 400, 403, 403, 403]);
    expect(stage.counted.filter((what) => what === 'call-webhook signature')).toHaveLength(20);
  });

  it('refuses another account’s calls, and a form without a call', async () => {
    expect((await stage.twilio.post('/webhooks/twilio/voice', { ...fields, AccountSid: 'ACother' })).status).toBe(403);
    const { CallSid: _call, ...rest } = fields;
    expect((await stage.twilio.post('/webhooks/twilio/voice', rest)).status).toBe(403);
  });

  it('refuses a form that is bigger than any of Twilio’s', async () => {
    expect((await stage.twilio.post('/webhooks/twilio/voice', { ...fields, Much: 'x'.repeat(70_000) })).status).toBe(413);
  });

  it('says the same again when it is asked again', async () => {
    stage.kept.set('CA0001', { kind: 'transfer', to: 'canbo' });
    expect((await next()).text).toBe((await next()).text);
  });

  it('hangs up once the assistant has said goodbye', async () => {
    stage.kept.set('CA0001', { kind: 'hangup' });
    expect(names((await next()).verbs)).toEqual(['Hangup']);
  });

  it.each([
    ['canbo', 'Number', people.canbo],
    ['hotich', 'Sip', people.hotich],
    ['no such name', 'Number', people.default],
    ['constructor', 'Number', people.default],
  ])('rings whom the call is for: %s', async (to, place, number) => {
    stage.kept.set('CA0001', { kind: 'transfer', to });
    const { verbs } = await next();
    expect(verbs).toEqual([
      {
        name: 'Dial',
        attributes: { timeout: '20', action: 'https://motcua.example.vn/webhooks/twilio/dialled?turn=1', method: 'POST' },
        text: '',
        inner: [{ name: place, attributes: {}, text: number, inner: [] }],
      },
    ]);
  });

  it('whispers to the person what the case is, and any sign in it stays text', async () => {
    const whisper = 'Hỏi <Dial>113</Dial> & "khai sinh" \u0001';
    stage.kept.set('CA0001', { kind: 'transfer', to: 'canbo' });
    stage.whispers.set('CA0001', whisper);
    const number = (await next()).verbs[0]?.inner[0];
    expect(number?.attributes).toEqual({ url: 'https://motcua.example.vn/webhooks/twilio/whisper?call=CA0001', method: 'POST' });
    const said = await stage.twilio.post('/webhooks/twilio/whisper?call=CA0001', { ...fields, CallSid: 'CAchild' });
    expect(said.verbs.map(({ name, text, inner }) => ({ name, text, inner }))).toEqual([
      { name: 'Say', text: 'Hỏi <Dial>113</Dial> & "khai sinh" ', inner: [] },
    ]);
    expect((await stage.twilio.post('/webhooks/twilio/whisper?call=CAother', fields)).verbs).toEqual([]);
  });

  it('comes back to the assistant when nobody answers, for its next time', async () => {
    const { leg } = await stage.call({ ...start, turn: 2 });
    expect(leg.start.turn).toBe(2);
    expect(stage.transferred).toEqual([]);
  });

  it.each(['no-answer', 'busy', 'failed', 'canceled'])(
    'takes %s for nobody answering, and gives up after the third time',
    async (status) => {
      expect(names((await dialled(status, 2)).verbs)).toEqual(['Connect']);
      const last = await dialled(status, 3);
      expect(names(last.verbs)).toEqual(['Say', 'Hangup']);
      expect(last.verbs[0]?.text).toContain('chưa có cán bộ nghe máy');
      expect(stage.transferred).toEqual([['CA0001', false]]);
    },
  );

  it.each(['completed', 'answered'])('hangs up once they have talked (%s), and tells so', async (status) => {
    expect(names((await dialled(status)).verbs)).toEqual(['Hangup']);
    expect(stage.transferred).toEqual([['CA0001', true]]);
  });

  it('says sorry and rings a person where the assistant cannot take the call', async () => {
    stage.ready = false;
    const { verbs } = await stage.announce(start);
    expect(names(verbs)).toEqual(['Say', 'Dial']);
    expect(verbs[0]).toMatchObject({
      attributes: { language: 'vi-VN', voice: 'Google.vi-VN-Wavenet-A' },
      text: expect.stringContaining('tạm ngừng'),
    });
    expect(verbs[1]?.inner[0]?.text).toBe(people.default);
  });

  it('says sorry and rings a person where the stream broke, and where nobody knows what comes next', async () => {
    expect(names((await next()).verbs)).toEqual(['Say', 'Dial']);
    stage.kept.set('CA0001', { kind: 'hangup' });
    stage.failing = true;
    expect(names((await next()).verbs)).toEqual(['Say', 'Dial']);
  });

  it('does nothing more once the caller has hung up', async () => {
    expect((await next({ CallStatus: 'completed' })).verbs).toEqual([]);
  });
});

describe('who may open a stream', () => {
  const stage = useTwilio();

  it.each([
    ['with another ticket', { ticket: 'eyJ.eyJ' }],
    ['with a ticket of another secret', { ticket: createTickets({ secret: 'other', now: () => Date.now() }).give(start) }],
    ['with no ticket', { ticket: '' }],
    ['for another call', { call: 'CA0002' }],
    ['of another account', { account: 'ACother' }],
  ])('not one %s', async (_title, change) => {
    const stream = await stage.twilio.open(await stage.announce(start), start, change);
    expect(await stream.closedWith).toBe(1008);
    expect(stage.legs).toEqual([]);
    expect(stage.counted).toContain('call-leg ticket');
  });

  it('not one with a wrong signature: it is no socket at all', async () => {
    const answer = await stage.announce(start);
    await expect(stage.twilio.open(answer, start, { signature: signed('wss://motcua.example.vn/other', {}) })).rejects.toThrow('403');
    expect(stage.counted).toContain('call-leg signature');
  });

  it('a ticket lets one stream in, once, within half a minute', async () => {
    const answer = await stage.announce(start);
    const first = await stage.twilio.open(answer, start);
    await expect.poll(() => stage.legs).toHaveLength(1);
    const second = await stage.twilio.open(answer, start);
    expect(await second.closedWith).toBe(1008);
    first.cut();
    const late = await stage.announce({ ...start, call: 'CA0003' });
    stage.laterMs = 31_000;
    const third = await stage.twilio.open(late, { ...start, call: 'CA0003' });
    expect(await third.closedWith).toBe(1008);
    expect(stage.legs).toHaveLength(1);
  });

  it('a webhook that comes again opens no second stream beside the first', async () => {
    const [one, other] = [await stage.announce(start), await stage.announce(start)];
    stage.streams.push(await stage.twilio.open(one, start));
    await expect.poll(() => stage.legs).toHaveLength(1);
    const second = await stage.twilio.open(other, start);
    expect(await second.closedWith).toBe(1008);
    expect(stage.counted).toContain('call-leg taken');
    expect(stage.legs).toHaveLength(1);
  });
});
