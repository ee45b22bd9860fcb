import { expect, it } from 'vitest';
import { readConfig } from '../../scripts/config.ts';
import { readSpeechSettings } from '../../scripts/speech-settings.ts';

const whole = { SPEECH_URL: 'https://speech.example/v1/', SPEECH_KEY: 'sk-1', STT_MODEL: 'whisper-1' };

it('hears with three settings, and speaks with two more', () => {
  expect(readSpeechSettings(whole, '/nowhere')).toEqual({
    settings: { url: 'https://speech.example/v1', key: 'sk-1', ears: 'whisper-1', mouth: null, ffmpeg: null },
    faults: [],
  });
  const spoken = readSpeechSettings({ ...whole, TTS_MODEL: 'tts-1', TTS_VOICE: 'alloy', FFMPEG: process.execPath }, '');
  expect(spoken.settings).toMatchObject({ mouth: { model: 'tts-1', voice: 'alloy' }, ffmpeg: process.execPath });
});

it('hears nothing where nothing is set, or voice notes are switched off', () => {
  expect(readSpeechSettings({}, '')).toEqual({ settings: null, faults: [] });
  expect(readSpeechSettings({ ...whole, VOICE: 'off' }, '')).toEqual({ settings: null, faults: [] });
  expect(readSpeechSettings({ VOICE: 'off' }, '')).toEqual({ settings: null, faults: [] });
});

it.each([
  [{ SPEECH_URL: whole.SPEECH_URL }, ['SPEECH_KEY', 'STT_MODEL']],
  [{ STT_MODEL: 'whisper-1' }, ['SPEECH_URL', 'SPEECH_KEY']],
  [{ TTS_MODEL: 'tts-1', TTS_VOICE: 'alloy' }, ['SPEECH_URL', 'SPEECH_KEY', 'STT_MODEL']],
  [{ ...whole, TTS_MODEL: 'tts-1' }, ['TTS_VOICE']],
  [{ ...whole, TTS_VOICE: 'alloy' }, ['TTS_MODEL']],
  [{ ...whole, SPEECH_URL: 'speech.example' }, ['SPEECH_URL']],
  [{ ...whole, SPEECH_URL: 'https://user:secret@speech.example/v1' }, ['SPEECH_URL']],
  [{ ...whole, SPEECH_KEY: 'khóa bí mật' }, ['SPEECH_KEY']],
  [{ ...whole, VOICE: 'maybe' }, ['VOICE']],
  [{ ...whole, FFMPEG: '/nowhere/ffmpeg' }, ['FFMPEG']],
])('names what is missing or wrong, and never shows a value: %j', (given, names) => {
  const { settings, faults } = readSpeechSettings(given, '');
  expect(settings).toBeNull();
  expect(faults.map((fault) => fault.split(':')[0])).toEqual(names);
  for (const value of Object.values(given)) expect(faults.join('\n')).not.toContain(value);
});

it('ends the start with all of it', () => {
  expect(() => readConfig({ SPEECH_URL: 'https://speech.example/v1' })).toThrow(/SPEECH_KEY: is needed.*\n.*STT_MODEL: is needed/);
});
