import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type DialplanPrompt, dialplanWording } from '../bot/call/dialplan-wording.ts';
import type { LineVoice } from '../bot/call/line.ts';
import { OperatorError } from '../bot/errors.ts';
import { inWords } from '../bot/speech/in-words.ts';
import { wavOf } from '../connectors/hotline/audio/wav.ts';
import { createEspeak } from '../connectors/hotline/voice/espeak.ts';
import { pauseOf } from '../connectors/hotline/voice/line-sound.ts';
import { createServiceVoice } from '../connectors/hotline/voice/service.ts';
import { createSpeech } from '../connectors/speech.ts';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';
import { main } from './main.ts';

const usage = `npm run hotline-prompts -- FOLDER

Writes what the telephone exchange says by itself, when the assistant is away or an officer is called, as WAV files for Asterisk's sounds/motcua.
They are spoken by the speech service where one is set (SPEECH_URL …, TTS_MODEL, TTS_VOICE), else by espeak-ng. A recording of yours may stand in.`;

const places = ['/usr/bin/espeak-ng', '/usr/local/bin/espeak-ng'];

await main(async () => {
  const { values, positionals } = parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true });
  const [folder] = positionals;
  if (values.help === true || folder === undefined) {
    process.stdout.write(`${usage}\n`);
    return values.help === true ? 0 : 2;
  }
  const voice = openVoice();
  mkdirSync(folder, { recursive: true });
  for (const [name, { vi, en }] of Object.entries(dialplanWording) as [DialplanPrompt, { vi: string; en: string }][]) {
    const both = [await spoken(voice, inWords(vi), 'vi'), pauseOf(400), await spoken(voice, en, 'en')];
    writeFileSync(join(folder, `${name}.wav`), wavOf(Buffer.concat(both)));
    process.stdout.write(`${join(folder, `${name}.wav`)}\n`);
  }
  return 0;
});

function openVoice(): LineVoice {
  const { speech, hotline, logLevel } = readConfig();
  if (speech !== null && speech.mouth !== null)
    return createServiceVoice(createSpeech({ ...speech, limitMs: 20_000, log: createLog(logLevel) }));
  const path = hotline?.espeak ?? places.find((file) => existsSync(file));
  if (path === undefined) throw new OperatorError('espeak-ng is not installed, and no speech service is set.');
  return createEspeak({ path, region: hotline?.region ?? 'north', atOnce: 1 });
}

async function spoken(voice: LineVoice, text: string, language: 'vi' | 'en'): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of voice.speak(text, { slow: false, language }, AbortSignal.timeout(30_000))) parts.push(part);
  return Buffer.concat(parts);
}
