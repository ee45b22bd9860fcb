import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { wavOf } from '../../connectors/hotline/audio/wav.ts';
import { signatureOf } from '../../connectors/hotline/stringee/signature.ts';
import { noise } from '../contracts/call-leg-world.ts';
import { signed } from '../fakes/stringee.ts';
import { insideHost, people, recordingHost, useStringee } from '../support/stringee.ts';

const answerPath = '/webhooks/stringee/answer?from=84900000001&to=842400000001&uuid=demo-1&fromInternal=false';

describe('the signature of Stringee', () => {
  it('is of the body, or of the address where there is none', () => {
    expect(signatureOf('demo_sign', '{"call_status":"answered","call_id":"call-demo-1"}')).toBe('sAxA4kDiHm5hPEYF5XsRpischSI=');
    expect(signatureOf('demo_sign', answerPath.replace('/webhooks', ''))).toBe('3E+/Fr+u4lcTOKz+YPvck4O1Ro4=');
  });
});

describe('the webhooks of Stringee', () => {
  const stage = useStringee();
  const posts = ['input', 'voice', 'connect-failed', 'event'].map((name) => `/webhooks/stringee/${name}`);

  it('refuse what is not signed, or signed for something else, and count it', async () => {
    for (const signature of [null, '', 'x', signed(`${answerPath}&from=84900000002`)])
      expect((await stage.far.send({ method: 'GET', path: answerPath, signature })).status).toBe(401);
    for (const path of posts)
      for (const signature of [null, '', signed('{"other":1}'), signed(path)])
        expect((await stage.far.send({ method: 'POST', path, body: '{}', signature })).status).toBe(401);
    expect(stage.sessions).toEqual([]);
    expect(stage.counted).toEqual(Array(20).fill('call-webhook signature'));
  });

  it('refuse what is no JSON, and what is bigger than anything of Stringee’s', async () => {
    for (const path of posts) {
      expect((await stage.far.send({ method: 'POST', path, body: '{"dtmf":' })).status).toBe(400);
      expect((await stage.far.send({ method: 'POST', path, body: `{"a":"${'x'.repeat(70_000)}"}` })).status).toBe(413);
    }
    expect((await stage.far.send({ method: 'GET', path: '/webhooks/stringee/answer?from=1' })).status).toBe(400);
  });

  it('answer a call once, however often it is announced', async () => {
    const path = '/webhooks/stringee/answer?from=84900000001&to=842400000001&uuid=again&fromInternal=false';
    // Both are there before either is taken.
    stage.ready = wait(50).then(() => true);
    const [one, other] = await Promise.all([stage.far.send({ method: 'GET', path }), stage.far.send({ method: 'GET', path })]);
    expect(other).toEqual(one);
    expect(await stage.far.send({ method: 'GET', path })).toEqual(one);
    expect(stage.sessions).toHaveLength(1);
  });

  it('answer a turn the same, however often it is asked for, and press its keys once', async () => {
    stage.answers = { pages: ['Một lần thôi.'] };
    const call = await stage.far.call();
    const input = call.scco().find((action) => action.action === 'input');
    const path = input?.eventUrl.replace('https://motcua.example.vn', '') ?? '';
    const body = JSON.stringify({ dtmf: '1', call_id: 'c', timeout: false });
    const [one, other] = await Promise.all([
      stage.far.send({ method: 'POST', path, body }),
      stage.far.send({ method: 'POST', path, body }),
    ]);
    expect(JSON.stringify(one)).toContain('Một lần thôi.');
    expect(other).toEqual(one);
    expect(await stage.far.send({ method: 'POST', path, body })).toEqual(one);
    expect(stage.asked).toEqual(['tra cứu hồ sơ']);
  });

  it('tell nothing of who calls from an app as if it were a number', async () => {
    await stage.far.send({ method: 'GET', path: '/webhooks/stringee/answer?from=u1&to=u2&callId=call-vn-app&userId=u1&fromInternal=true' });
    expect(stage.sessions[0]?.from).toBeNull();
  });

  it('put a call to a person whose turn reaches a process that does not hold it', async () => {
    for (const path of ['input?call=nobody&n=1', 'voice?call=nobody&n=1', 'input'].map((rest) => `/webhooks/stringee/${rest}`)) {
      const { scco } = await stage.far.send({ method: 'POST', path, body: '{"dtmf":"1","timeout":false}' });
      expect(scco.map(({ action }) => action)).toEqual(['talk', 'connect']);
      expect(scco[0]).toMatchObject({ text: expect.stringContaining('tạm ngừng') });
      expect(scco[1]).toMatchObject({ to: { number: people.default.slice(1) } });
    }
    const failed = await stage.far.send({ method: 'POST', path: '/webhooks/stringee/connect-failed?call=none', body: '{}' });
    expect(failed.scco.map(({ action }) => action)).toEqual(['talk']);
  });

  it('put a call to a person where the assistant cannot take it', async () => {
    stage.ready = false;
    const call = await stage.far.call();
    expect(call.waits()).toBe('person');
    expect(stage.sessions).toEqual([]);
  });

  it('fetch recordings from nowhere but where they may stand', async () => {
    stage.answers = { pages: ['x'] };
    stage.files.set('/one.wav', wavOf(noise(32_000, 1)));
    const addresses = [
      `http://${insideHost}/one.wav`,
      'http://169.254.169.254/one.wav',
      'http://127.0.0.1/one.wav',
      'http://other.example.vn/one.wav',
      `http://${recordingHost}:8080/one.wav`,
      `http://user@${recordingHost}/one.wav`,
      'file:///etc/passwd',
    ];
    for (const [index, address] of addresses.entries()) {
      const call = await stage.far.call({ uuid: `inside-${index}` });
      await call.silent();
      await call.recorded(address);
      // The caller is told of the keys, or asked again: the call goes on.
      expect(call.said()).not.toBe('');
      expect(call.waits()).toBe('keys');
    }
    expect(stage.fetched).toEqual([]);
    expect(stage.earsOf).toEqual([]);
    expect(stage.counted.filter((what) => what === 'call-webhook recording-refused')).toHaveLength(6);
  });

  it('find the address wherever it stands in what is posted, and log the names of what came where there is none', async () => {
    stage.files.set('/deep.wav', wavOf(Buffer.concat([Buffer.alloc(16_000), noise(32_000, 1)])));
    stage.hears = { kind: 'heard', text: 'khai sinh', sure: true };
    stage.answers = { pages: ['Được rồi.'] };
    const call = await stage.far.call();
    await call.silent();
    const data = { page: 'https://stringee.example.com/docs', files: [{ link: `http://${recordingHost}/deep.wav` }] };
    await call.posts('voice', { data });
    expect(stage.fetched).toEqual(['/deep.wav']);
    expect(call.said()).toContain('Được rồi.');
    await call.silent();
    await call.posts('voice', { file_id: '0900000012' });
    expect(call.waits()).toBe('keys');
    expect(stage.logged).toContain('file_id');
    expect(stage.logged).not.toContain('0900000012');
  });

  it('go on by keys where a recording is gone, or is none', async () => {
    stage.files.set('/text.wav', Buffer.from('not a sound'));
    for (const path of ['/gone.wav', '/text.wav']) {
      const call = await stage.far.call({ uuid: `no ${path}`.replace(/\W/g, '-') });
      await call.silent();
      await call.recorded(`http://${recordingHost}${path}`);
      expect(call.said()).toMatch(/bấm/i);
    }
    expect(stage.counted).toEqual(expect.arrayContaining(['call-webhook recording-gone', 'call-webhook recording-unfit']));
  });
});

describe('the webhooks of Stringee without a recogniser', () => {
  const stage = useStringee({ speech: false, most: 1 });

  it('never record; and a call for which there is no room is put to a person', async () => {
    const call = await stage.far.call();
    await call.silent();
    expect(call.waits()).toBe('keys');
    expect(call.said()).not.toBe('');
    expect((await stage.far.call({ uuid: 'full' })).waits()).toBe('person');
    await call.hangUp();
    const next = await stage.far.call({ uuid: 'free-again' });
    expect(next.waits()).toBe('keys');
    // Who is with a person takes no place.
    await next.press('0');
    expect((await stage.far.call({ uuid: 'free-once-more' })).waits()).toBe('keys');
  });
});

describe('one of several processes', () => {
  const stage = useStringee({ ownUrl: 'https://motcua.example.vn/may-2' });

  it('asks for the turns of its calls by its own address', async () => {
    const call = await stage.far.call();
    const input = call.scco().find((action) => action.action === 'input');
    expect(input?.eventUrl).toMatch(/may-2\/webhooks\/stringee\/input\?call=/);
  });
});
