import { describe, expect, it, vi } from 'vitest';
import type { SpokenAnswer } from '../../bot/call/answer-types.ts';
import { wavOf } from '../../connectors/hotline/audio/wav.ts';
import { noise } from '../contracts/call-leg-world.ts';
import type { FakeStringeeCall } from '../fakes/stringee.ts';
import { people, recordingHost, useStringee } from '../support/stringee.ts';

const quiet = Buffer.alloc(16_000);
/** Two seconds of a voice, with a silence before and behind it, as a recording has them. */
const voice = Buffer.concat([quiet, noise(32_000, 1), quiet]);
const secret: Partial<SpokenAnswer> = { kind: 'asked', expects: 'secret', pages: ['Xin quý vị nhập mã PIN.'] };
const code: Partial<SpokenAnswer> = { kind: 'asked', expects: 'dossier-code', pages: ['Xin quý vị đọc mã hồ sơ.'] };

describe('a call that Stringee brings', () => {
  const stage = useStringee();
  const talks = (call: FakeStringeeCall) => call.scco().filter(({ action }) => action === 'talk');
  const last = (call: FakeStringeeCall) => call.scco().at(-1);
  const keep = (wav: Uint8Array, path = '/one.wav') => {
    stage.files.set(path, wav);
    return `http://${recordingHost}${path}`;
  };
  const speak = async (call: FakeStringeeCall, text: string) => {
    stage.hears = { kind: 'heard', text, sure: true };
    if (call.waits() === 'keys') await call.silent();
    await call.recorded(keep(wavOf(voice)));
  };

  it('is greeted, in two languages, and any key interrupts', async () => {
    const call = await stage.far.call();
    expect(call.said()).toContain('Đây là trợ lý tự động');
    expect(call.said()).toContain('For English, press 9.');
    expect(talks(call)).toMatchObject([
      { voice: 'hn_female', bargeIn: true, speed: 0 },
      { voice: 'female', bargeIn: true, speed: 0 },
    ]);
    expect(last(call)).toMatchObject({ action: 'input', maxDigits: '1', submitOnHash: 'false' });
  });

  it('goes by keys: what a key stands for is asked, and the answer said at once', async () => {
    stage.answers = { pages: ['Hồ sơ đang được xử lý.'] };
    const call = await stage.far.call();
    await call.press('1');
    expect(stage.asked).toEqual(['tra cứu hồ sơ']);
    expect(call.said()).toContain('Hồ sơ đang được xử lý.');
    expect(call.waits()).toBe('keys');
  });

  it('takes a code by keys up to the hash, and asks for it at once', async () => {
    stage.answers = code;
    const call = await stage.far.call();
    await call.press('1');
    expect(last(call)).toMatchObject({ action: 'input', submitOnHash: 'true' });
    expect(last(call)).not.toHaveProperty('maxDigits');
    stage.answers = { pages: ['Hồ sơ đã có kết quả.'] };
    await call.press('2411250001');
    expect(stage.asked).toEqual(['tra cứu hồ sơ', '2411250001']);
    expect(call.said()).toContain('Hồ sơ đã có kết quả.');
  });

  it('asks again for a code of which only the hash came', async () => {
    stage.answers = code;
    const call = await stage.far.call();
    await call.press('1');
    await call.press('');
    expect(stage.asked).toHaveLength(1);
    expect(call.said()).not.toBe('');
    expect(last(call)).toMatchObject({ action: 'input', submitOnHash: 'true' });
  });

  it('hears what is said after the beep', async () => {
    stage.answers = { pages: ['Lệ phí bảy mươi nghìn đồng.'] };
    const call = await stage.far.call();
    await call.silent();
    expect(call.waits()).toBe('speech');
    expect(call.said()).toContain('sau tiếng bíp');
    await speak(call, 'làm lại căn cước mất bao nhiêu tiền');
    expect(stage.asked).toEqual(['làm lại căn cước mất bao nhiêu tiền']);
    expect(Buffer.from(stage.earsOf[0]?.pcm ?? []).equals(voice)).toBe(true);
    expect(stage.earsOf[0]?.listening.hints).toContain('khai sinh');
    expect(call.said()).toContain('bảy mươi nghìn đồng');
    await call.silent();
    expect(call.said()).not.toContain('sau tiếng bíp');
  });

  it('never records a secret: silence is asked about again', async () => {
    stage.answers = secret;
    const call = await stage.far.call();
    await call.press('1');
    for (const _time of [1, 2]) {
      expect(last(call)).toMatchObject({ action: 'input', submitOnHash: 'true' });
      await call.silent();
      expect(call.waits()).toBe('keys');
    }
    stage.answers = { pages: ['Đúng rồi.'] };
    await call.press('123456');
    expect(stage.asked.at(-1)).toBe('123456');
    expect(stage.logged).not.toContain('123456');
  });

  it('says slower, once it was asked for, by the voice itself', async () => {
    stage.answers = { pages: ['Nộp tại xã.'] };
    const call = await stage.far.call();
    await speak(call, 'nói chậm lại');
    expect(talks(call).every((action) => action.action === 'talk' && action.speed === -1)).toBe(true);
  });

  it('counts no silence while Stringee speaks for us and waits for the caller', async () => {
    const call = await stage.far.call();
    await stage.clock.pass(20_000);
    stage.answers = { pages: ['Hồ sơ đang được xử lý.'] };
    await call.press('1');
    expect(call.said()).toContain('Hồ sơ đang được xử lý.');
    expect(stage.sessions[0]?.events.map(({ kind }) => kind)).not.toContain('no-input');
    expect(stage.sessions[0]?.events.map(({ kind }) => kind)).not.toContain('filler');
  });

  it('answers in time whatever takes long: one moment, then it is asked again, until the answer is there', async () => {
    const call = await stage.far.call();
    await call.press('1');
    expect(call.said()).toMatch(/chờ/);
    expect(last(call)).toMatchObject({ action: 'input', timeOut: 1 });
    await call.silent();
    await call.silent();
    expect(stage.sessions[0]?.session.waits()).toBe(true);
    stage.answer({ pages: ['Xong rồi đây.'] });
    await call.silent();
    expect(call.said()).toContain('Xong rồi đây.');
    expect(call.waits()).toBe('keys');
    expect(stage.asked).toHaveLength(1);
  });

  it('lets nobody wait for a recogniser that takes long', async () => {
    const slow = Promise.withResolvers<{ kind: 'heard'; text: string; sure: boolean }>();
    const call = await stage.far.call();
    await call.silent();
    stage.hears = slow.promise;
    await call.recorded(keep(wavOf(voice)));
    expect(call.said()).toMatch(/chờ/);
    stage.answers = { pages: ['Đã nghe.'] };
    slow.resolve({ kind: 'heard', text: 'khai sinh', sure: true });
    await call.silent();
    expect(call.said()).toContain('Đã nghe.');
  });

  it('goes to a person by 0, also while the answer is looked up', async () => {
    const call = await stage.far.call();
    await call.press('1');
    expect(call.waits()).toBe('keys');
    await call.press('0');
    expect(call.waits()).toBe('person');
    expect(last(call)).toMatchObject({ action: 'connect', to: { type: 'external', number: people.canbo.slice(1) }, timeout: 20 });
    expect(stage.sessions[0]?.events.at(-1)).toEqual({ kind: 'ended', why: 'transfer' });
  });

  it('climbs the ladder with who says nothing, and ends with a person', async () => {
    const call = await stage.far.call();
    const said: string[] = [];
    for (let turns = 0; call.waits() !== 'person' && turns < 12; turns += 1) {
      if (call.waits() === 'speech') await call.recorded(keep(wavOf(quiet)));
      else await call.silent();
      if (call.waits() === 'keys') said.push(call.said());
    }
    expect(call.waits()).toBe('person');
    expect(said).toHaveLength(2);
    expect(stage.sessions[0]?.events.filter(({ kind }) => kind === 'no-input')).toHaveLength(3);
    expect(stage.earsOf).toEqual([]);
  });

  it('takes a recording that never comes for silence, in the end', async () => {
    const call = await stage.far.call();
    await call.silent();
    await vi.waitFor(async () => {
      await call.silent();
      expect(stage.sessions[0]?.events).toContainEqual({ kind: 'no-input' });
    }, 8_000);
  });

  it('takes a recording that comes late', async () => {
    stage.answers = { pages: ['Vẫn nghe được.'] };
    const call = await stage.far.call();
    await call.silent();
    stage.hears = { kind: 'heard', text: 'khai sinh', sure: true };
    const { eventUrl } = call.scco().find((one) => one.action === 'recordMessage') ?? { eventUrl: '' };
    await call.silent();
    const path = eventUrl.replace('https://motcua.example.vn', '');
    const late = await stage.far.send({ method: 'POST', path, body: JSON.stringify({ url: keep(wavOf(voice)) }) });
    expect(JSON.stringify(late.scco)).toContain('Vẫn nghe được.');
    // Where Stringee does not take that answer, it asks by the one it has: and is told the same.
    await call.silent();
    expect(call.said()).toContain('Vẫn nghe được.');
    expect(stage.asked).toEqual(['khai sinh']);
  });

  it('ends when the caller hangs up, whatever is under way, and what comes late changes nothing', async () => {
    const call = await stage.far.call();
    await call.silent();
    stage.hears = new Promise(() => {});
    const heard = call.recorded(keep(wavOf(voice)));
    await vi.waitFor(() => expect(stage.earsOf).toHaveLength(1));
    await call.hangUp();
    await heard;
    expect(stage.sessions[0]?.events.at(-1)).toEqual({ kind: 'ended', why: 'caller-hung-up' });
    expect(stage.earsOf[0]?.signal.aborted).toBe(true);
    expect(call.scco()).toEqual([]);
    expect((await call.again()).scco).toEqual([]);
  });

  it('knows by who calls whom that a caller has hung up before the first key', async () => {
    const call = await stage.far.call({ from: '84900000077' });
    await call.hangUp();
    expect(stage.sessions[0]?.events.at(-1)).toEqual({ kind: 'ended', why: 'caller-hung-up' });
  });

  it('comes back from a person who does not answer, and the second time not any more', async () => {
    const call = await stage.far.call({ uuid: 'twice' });
    await call.press('0');
    await call.unanswered();
    expect(stage.sessions.map(({ turn }) => turn)).toEqual([1, 2]);
    expect(call.waits()).toBe('keys');
    await call.press('0');
    expect(call.waits()).toBe('person');
    await call.unanswered();
    expect(call.waits()).toBe('over');
    expect(call.said()).toContain('chưa có cán bộ nghe máy');
    expect(stage.transferred).toEqual([['twice', false]]);
  });
});
