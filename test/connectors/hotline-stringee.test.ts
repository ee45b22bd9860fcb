import { describe, expect, it } from 'vitest';
import type { SpokenAnswer } from '../../bot/call/answer-types.ts';
import type { FakeStringeeCall } from '../fakes/stringee.ts';
import { people, useStringee } from '../support/stringee.ts';

const secret: Partial<SpokenAnswer> = { kind: 'asked', expects: 'secret', pages: ['Xin quý vị nhập mã PIN.'] };
const code: Partial<SpokenAnswer> = { kind: 'asked', expects: 'dossier-code', pages: ['Xin quý vị đọc mã hồ sơ.'] };

describe('a call that Stringee brings', () => {
  const stage = useStringee();
  const talks = (call: FakeStringeeCall) => call.scco().filter(({ action }) => action === 'talk');
  const last = (call: FakeStringeeCall) => call.scco().at(-1);

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

  it('goes to a person by 0, also while the answer is looked up', async () => {
    const call = await stage.far.call();
    await call.press('1');
    expect(call.waits()).toBe('keys');
    await call.press('0');
    expect(call.waits()).toBe('person');
    expect(last(call)).toMatchObject({ action: 'connect', to: { type: 'external', number: people.canbo.slice(1) }, timeout: 20 });
    expect(stage.sessions[0]?.events.at(-1)).toEqual({ kind: 'ended', why: 'transfer' });
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
