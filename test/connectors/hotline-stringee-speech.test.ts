import { describe, expect, it, vi } from 'vitest';
import { wavOf } from '../../connectors/hotline/audio/wav.ts';
import { noise } from '../contracts/call-leg-world.ts';
import type { FakeStringeeCall } from '../fakes/stringee.ts';
import { recordingHost, useStringee } from '../support/stringee.ts';

const quiet = Buffer.alloc(16_000);
/** Two seconds of a voice, with a silence before and behind it, as a recording has them. */
const voice = Buffer.concat([quiet, noise(32_000, 1), quiet]);

describe('what is said in a call that Stringee brings', () => {
  const stage = useStringee();
  const talks = (call: FakeStringeeCall) => call.scco().filter(({ action }) => action === 'talk');
  const keep = (wav: Uint8Array, path = '/one.wav') => {
    stage.files.set(path, wav);
    return `http://${recordingHost}${path}`;
  };
  const speak = async (call: FakeStringeeCall, text: string) => {
    stage.hears = { kind: 'heard', text, sure: true };
    if (call.waits() === 'keys') await call.silent();
    await call.recorded(keep(wavOf(voice)));
  };

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

  it('says slower, once it was asked for, by the voice itself', async () => {
    stage.answers = { pages: ['Nộp tại xã.'] };
    const call = await stage.far.call();
    await speak(call, 'nói chậm lại');
    expect(talks(call).every((action) => action.action === 'talk' && action.speed === -1)).toBe(true);
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
});
