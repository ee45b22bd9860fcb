import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { voiceWording } from '../../bot/voice-wording.ts';
import { type FakeSpeech, fakeSpeech } from '../fakes/speech.ts';
import { type FakeTelegram, fakeTelegram, type TelegramUser } from '../fakes/telegram.ts';
import type { SentMessage } from '../fakes/telegram-chats.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { kinds, type Place } from '../support/databases.ts';
import { pdf } from '../support/paper-files.ts';
import { amrFile, longVoice, voiceFile } from '../support/voice-files.ts';

/** Of the demonstration register, as people say it. */
const spokenCode = 'tra cứu hồ sơ hát bốn mươi chấm hai ba chấm không tám gạch hai năm không bảy một năm gạch không không một hai';
const spokenPin = 'bốn tám hai sáu một ba';

describe.each(kinds)('voice notes on Telegram, on $name', (kind) => {
  let place: Place;
  let telegram: FakeTelegram;
  let speech: FakeSpeech;
  let running: RunningApp;
  let user: TelegramUser;
  let notes = 0;
  beforeAll(async () => {
    place = await kind.make();
    telegram = await fakeTelegram();
    speech = await fakeSpeech(voiceFile('ogg'));
    running = await start({ SPEECH_URL: speech.url, SPEECH_KEY: speech.key, STT_MODEL: 'whisper-1', TTS_MODEL: 'tts-1', TTS_VOICE: 'an' });
  });
  afterAll(async () => {
    await running?.stop();
    await telegram?.close();
    await speech?.close();
    await place?.drop();
  });
  beforeEach(() => {
    user = telegram.person();
    Object.assign(speech, { mood: 'well', heard: { text: 'Làm lại căn cước bị mất cần giấy tờ gì?' }, voice: voiceFile('ogg') });
    speech.asked.length = 0;
    speech.spoken.length = 0;
  });
  afterEach(() => {
    expect([...telegram.faults, ...speech.faults]).toEqual([]);
  });

  const start = (settings: Record<string, string>) =>
    startApp(place, {}, { TELEGRAM_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.root, DEMO: 'on', ...settings });
  const sent = () => telegram.chatOf(user).sent;
  const after = async (count: number): Promise<SentMessage> => {
    await expect.poll(() => sent().length, { timeout: 60_000 }).toBeGreaterThan(count);
    return sent()[count] ?? ({} as SentMessage); // the poll has seen it
  };
  const record = async (bytes: Uint8Array, seconds = 3): Promise<SentMessage> => {
    notes += 1;
    const id = `note-${notes}`;
    telegram.files.set(id, { name: 'voice.oga', bytes });
    const count = sent().length;
    const voice = { file_id: id, file_unique_id: id, duration: seconds, mime_type: 'audio/ogg', file_size: bytes.length };
    await telegram.say(user, '', { voice });
    return after(count);
  };
  const speak = (text: string, measures = {}) => {
    speech.heard = { text, ...measures };
    // Long enough for what is said.
    return record(longVoice(4));
  };
  const type = async (text: string): Promise<SentMessage> => {
    const count = sent().length;
    await telegram.say(user, text);
    return after(count);
  };
  const history = () => running.app.history.read('telegram', String(user.id), 0, 50);
  const stored = async () => {
    const { pool } = running.app.knowledge.database;
    const { rows } = await pool.query<{ all: string }>(
      `select (select string_agg(entries::text, ' ') from entries) || (select string_agg(coalesce(body::text, ''), ' ') from inbox)
         || (select string_agg(conversations::text, ' ') from conversations) as all`,
    );
    return rows[0]?.all ?? '';
  };

  test('are heard, answered in writing and by voice, and stand in the history as words', { timeout: 120_000 }, async () => {
    const answer = await speak('Làm lại căn cước bị mất cần giấy tờ gì?');
    expect(answer.text).toMatch(/căn cước/i);
    expect(speech.asked[0]?.bytes.equals(longVoice(4))).toBe(true);
    await expect.poll(() => sent().length, { timeout: 30_000 }).toBe(2);
    expect(sent()[1]?.file).toMatchObject({ name: 'answer.ogg' });
    expect(speech.spoken).toHaveLength(1);
    expect(speech.spoken[0]).not.toMatch(/\d|\*|Nguồn:/);
    expect((await history()).find(({ from }) => from === 'citizen')?.text).toBe('Làm lại căn cước bị mất cần giấy tờ gì?');

    const typed = await type('lệ phí');
    expect(typed.text).not.toBe('');
    expect(speech.spoken).toHaveLength(1);
    expect(running.log()).not.toMatch(/note-\d|căn cước bị mất/);
  });

  test('are asked about where they are not sure, and the answer to that may be tapped', { timeout: 120_000 }, async () => {
    const asked = await speak('làm lại căn cước bị mất cần giấy tờ gì', { logprob: -1.2 });
    expect(asked.text).toBe('Tôi nghe: “làm lại căn cước bị mất cần giấy tờ gì”. Đúng không?');
    const right = asked.buttons.flat().find(({ text }) => text === 'Đúng');
    const count = sent().length;
    await telegram.tap(user, asked, right?.callback_data ?? '');
    expect((await after(count)).text).toMatch(/căn cước/i);
  });

  test('find a dossier whose code is spoken, and keep the PIN to themselves', { timeout: 120_000 }, async () => {
    const status = await speak(spokenCode);
    expect(status.text).toContain('Đang xử lý');
    expect((await type('Nhập PIN')).text).toContain('mã PIN in trên phiếu hẹn');
    const unsure = await speak(spokenPin, { logprob: -1.2 });
    expect(unsure.text).toBe(voiceWording.typeSecret.vi);
    const count = sent().length;
    const details = await speak(spokenPin);
    expect(details.text).toContain('Đang giữ hồ sơ');
    expect(sent()).toHaveLength(count + 1);
    const said = (await history()).filter(({ from }) => from === 'citizen').map(({ text }) => text);
    expect(said.slice(-2)).toEqual(['••••', '••••']);
    expect(await stored()).not.toContain(spokenPin);
  });

  test('answer the questions of a filing, sealed like what is typed there', { timeout: 120_000 }, async () => {
    await type('điền tờ khai đăng ký khai sinh giúp tôi');
    await type('đồng ý');
    const name = 'Trịnh Thị Thử Giọng';
    const first = await speak(name, { logprob: -1.2 });
    expect(first.text).toContain(name);
    await type('đúng');
    expect((await history()).some(({ text }) => text === name)).toBe(true);
    expect(await stored()).not.toContain(name);
    expect(speech.spoken).toEqual([]);
  });

  test('are refused kindly where they are none, too long or too large', { timeout: 120_000 }, async () => {
    expect((await record(await pdf(1))).text).toBe(voiceWording['no-sound'].vi);
    expect((await record(voiceFile('ogg'), 600)).text).toBe(voiceWording['too-long'].vi);
    expect((await record(longVoice(222))).text).toBe(voiceWording['too-long'].vi);
    expect((await record(Buffer.concat([amrFile(1), Buffer.alloc(6 * 1024 * 1024)]))).text).toBe(voiceWording['too-big'].vi);
    expect((await record(Buffer.alloc(12 * 1024 * 1024))).text).toBe(voiceWording.gone.vi);
    expect(speech.asked).toEqual([]);
  });

  test('are heard on the next try where the service was away, and told of where it stays away', { timeout: 120_000 }, async () => {
    speech.mood = 'broken-once';
    expect((await record(voiceFile('ogg'))).text).toMatch(/căn cước/i);
    expect(speech.asked).toHaveLength(2);
    // The answer is spoken behind its text: only then is the service away for good.
    await expect.poll(() => sent().length, { timeout: 30_000 }).toBe(2);
    speech.mood = 'html';
    expect((await record(voiceFile('ogg'))).text).toBe(voiceWording.failed.vi);
  });

  test('are answered in writing alone where no voice can be made or sent', { timeout: 120_000 }, async () => {
    speech.voice = Buffer.from('<html>');
    await speak('lệ phí cấp lại căn cước');
    telegram.chatOf(user).noVoice = true;
    speech.voice = voiceFile('ogg');
    await speak('lệ phí cấp hộ chiếu');
    await expect.poll(() => telegram.calls.at(-1), { timeout: 30_000 }).toBe('sendVoice');
    await type('nộp ở đâu');
    expect(sent().every(({ file }) => file === null)).toBe(true);
    expect(sent()).toHaveLength(3);
  });

  test('are not heard without a service, which is told in full once', { timeout: 120_000 }, async () => {
    await running.stop();
    running = await start({ SPEECH_URL: speech.url, SPEECH_KEY: speech.key, STT_MODEL: 'whisper-1', VOICE: 'off' });
    expect((await record(voiceFile('ogg'))).text).toBe(voiceWording.unheard.vi);
    expect((await record(voiceFile('ogg'))).text).toBe(voiceWording.unheardShort.vi);
    expect((await history()).filter(({ from }) => from === 'citizen').map(({ text }) => text)).toEqual(['🎤', '🎤']);
    expect(speech.asked).toEqual([]);
  });
});
