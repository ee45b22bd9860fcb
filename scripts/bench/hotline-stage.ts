import { OperatorError } from '../../bot/errors.ts';
import { createEspeak } from '../../connectors/hotline/voice/espeak.ts';
import { type SpeechService, speechService } from '../../test/support/sip/speech-service.ts';
import { type Started, start } from './process.ts';

/** The server with a speech service that answers at once. */
export type HotlineStage = {
  web: string;
  password: string;
  speech: SpeechService;
  server: Started;
  measured(): Promise<Measured>;
  close(): Promise<void>;
};

/** What the server tells of itself: seconds of CPU since it began, the 99th percentile of its event loop since it was asked before, its memory. */
export type Measured = { at: number; cpuSeconds: number; loopMs: number; residentMb: number; heapMb: number };

const password = 'mat-khau-cua-bench';
const token = 'so-lieu-cua-bench-0001';

export async function openStage(environment: Record<string, string>, signal: AbortSignal): Promise<HotlineStage> {
  const speech = await speechService();
  const settings = {
    PORT: '0',
    HOST: '127.0.0.1',
    DEMO: 'on',
    METRICS_TOKEN: token,
    HOTLINE_PASSWORD: password,
    HOTLINE_HOURS: 'always',
    HOTLINE_CALLS: '200',
    SPEECH_URL: speech.url,
    SPEECH_KEY: speech.key,
    STT_MODEL: 'whisper-1',
    TTS_MODEL: 'tts-1',
    TTS_VOICE: 'bench',
  };
  const server = await start(
    { program: 'serve.ts', environment: { ...environment, ...settings }, signal },
    /Web chat:\s+http:\/\/localhost:(\d+)/,
  );
  const web = `http://127.0.0.1:${server.told}`;
  return {
    web,
    password,
    speech,
    server,
    measured: async () => {
      const response = await fetch(`${web}/metrics`, { headers: { authorization: `Bearer ${token}` } });
      if (!response.ok) throw new OperatorError(`/metrics answers ${response.status}`);
      const text = await response.text();
      const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
      return {
        at: performance.now(),
        cpuSeconds: value('process_cpu_seconds_total'),
        loopMs: value('nodejs_eventloop_lag_p99_seconds') * 1_000,
        residentMb: value('process_resident_memory_bytes') / 1e6,
        heapMb: value('nodejs_heap_size_used_bytes') / 1e6,
      };
    },
    close: async () => {
      await server.stop();
      await speech.close();
    },
  };
}

/** Somebody says this, and ends as abruptly as a measurement needs; the service will understand it. */
export async function utterance(speech: SpeechService, text: string): Promise<{ voice: Uint8Array }> {
  const parts: Uint8Array[] = [];
  const voice = createEspeak({ path: '/usr/bin/espeak-ng', region: 'north', atOnce: 1 });
  for await (const part of voice.speak(text, { slow: false, language: 'vi' }, AbortSignal.timeout(20_000))) parts.push(part);
  const pcm = withoutTail(Buffer.concat(parts));
  speech.knows.push({ text, pcm });
  return { voice: pcm };
}

const frame = 320;

/** Up to the last 20 ms that are loud. */
function withoutTail(pcm: Buffer): Uint8Array {
  let end = pcm.length - (pcm.length % frame);
  while (end > frame && levelOf(pcm.subarray(end - frame, end)) < 1_500) end -= frame;
  return pcm.subarray(0, end);
}

function levelOf(part: Buffer): number {
  let sum = 0;
  for (let at = 0; at < part.length; at += 2) sum += part.readInt16LE(at) ** 2;
  return Math.sqrt((2 * sum) / part.length);
}
