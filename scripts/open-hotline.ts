import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Calendar } from '../bot/calendar/calendar.ts';
import { createCallLeader, type Led } from '../bot/call/lead.ts';
import type { CallLeg, CallStart, Clock, Line, LineEars, Next } from '../bot/call/line.ts';
import { officeAt } from '../bot/call/office.ts';
import type { CallSystem } from '../bot/call/record.ts';
import { callWording } from '../bot/call/wording.ts';
import { OperatorError, reasonOf } from '../bot/errors.ts';
import type { Accepted, Channel, Meter } from '../bot/ports.ts';
import { inWords } from '../bot/speech/in-words.ts';
import type { Language, Message } from '../bot/types.ts';
import { likelyWords } from '../bot/voice-wording.ts';
import { createAsterisk } from '../connectors/hotline/asterisk.ts';
import { asteriskRoutes } from '../connectors/hotline/asterisk-routes.ts';
import { openFvad } from '../connectors/hotline/audio/fvad.ts';
import { createVad } from '../connectors/hotline/audio/vad.ts';
import { startAudioSocket } from '../connectors/hotline/audiosocket.ts';
import { createLineEars, noEars } from '../connectors/hotline/ears.ts';
import { createExpectedCalls } from '../connectors/hotline/expected-calls.ts';
import { createLine } from '../connectors/hotline/line.ts';
import { createPhoneChannel } from '../connectors/hotline/phone-channel.ts';
import { createRecorder } from '../connectors/hotline/recorder.ts';
import { createCallRoom } from '../connectors/hotline/room.ts';
import { createStringee } from '../connectors/hotline/stringee/stringee.ts';
import { transferRoutes } from '../connectors/hotline/transfer-routes.ts';
import { createTwilio } from '../connectors/hotline/twilio/twilio.ts';
import { createPromptCache } from '../connectors/hotline/voice/cache.ts';
import { createEspeak } from '../connectors/hotline/voice/espeak.ts';
import { createServiceVoice } from '../connectors/hotline/voice/service.ts';
import { createLineVoice, type NamedVoice, type PromptVoice } from '../connectors/hotline/voice/voice.ts';
import type { Place } from '../connectors/safe-download.ts';
import { createSpeech } from '../connectors/speech.ts';
import type { Upgrade } from '../connectors/upgrades.ts';
import { clock } from './clock.ts';
import type { HotlineSettings } from './hotline-settings.ts';
import type { KeptCalls } from './open-calls.ts';
import type { SpeechSettings } from './speech-settings.ts';

export type HotlineParts = {
  settings: HotlineSettings;
  speech: SpeechSettings | null;
  kept: KeptCalls;
  calendar: Calendar;
  /** Where sounds of prompts outlive a restart; null: nowhere. */
  folder: string | null;
  /** Whether the database answers. */
  ready(): Promise<boolean>;
  meter: Meter;
  log: Logger;
  now: () => Date;
  place?: Place;
};

export type Hotline = {
  channel: Channel;
  /** The doors of telephony, once there is who takes what callers say. */
  open(receive: (message: Message) => Promise<Accepted>): {
    routes: Routes[];
    upgrades: Upgrade[];
    /** Opens what is no part of the web server, and makes the sounds of the prompts. */
    start(): Promise<void>;
    /** No more calls; those that are there go on for a while. */
    stop(): Promise<void>;
    close(): Promise<void>;
  };
};

type Routes = ReturnType<typeof asteriskRoutes>;

/** An utterance is understood while somebody waits; and another voice is there for one that does not begin at once. */
const earsMs = 6_000;
const mouthMs = 2_500;
const cacheBytes = 32 * 1024 * 1024;
/** How often a call may come back from a person who did not answer. */
const turns = 3;
const ringSeconds = 25;
/** A caller in the middle of a question is not cut off at once. */
const farewellMs = 20_000;

/** The hotline: calls by whatever brings them, led by the same policy and answered by the same assistant. */
export async function openHotline(parts: HotlineParts): Promise<Hotline> {
  const { settings, kept, calendar, ready, meter, log, now } = parts;
  const { policy, person, region, hours } = settings;
  const speech = parts.speech === null ? null : createSpeech({ ...parts.speech, limitMs: earsMs, log });
  const prepare = (text: string, language: Language) => (language === 'vi' ? inWords(text, region) : text);
  const voice = await openVoice(parts, prepare);
  const ears: LineEars = speech === null ? noEars : createLineEars({ speech, clock, log });
  const newFvad = await openFvad();
  const room = createCallRoom(settings.most);
  let receive: (message: Message) => Promise<Accepted> = async () => {
    throw new Error('the hotline is not open yet');
  };

  const leader = createCallLeader({
    calls: kept.calls,
    receive: (message) => receive(message),
    policy,
    person,
    office: (language) => officeAt(now(), hours, calendar, language),
    hints: [...likelyWords],
    region,
    meter,
    clock,
    failed: (what, call, error) => log.error({ call, reason: reasonOf(error) }, what),
  });

  /** A call that comes as sound: it is heard and spoken to by a line of ours. */
  function answer(system: CallSystem): (leg: CallLeg) => void {
    return (bare) => {
      const begunAt = clock.now();
      let firstAudioMs: number | null = null;
      const timed: CallLeg = {
        ...bare,
        play: (pcm, id) => {
          firstAudioMs ??= Math.round(clock.now() - begunAt);
          bare.play(pcm, id);
        },
      };
      const recorder =
        settings.recordingDays === null ? null : createRecorder({ leg: timed, recordings: kept.recordings, clock, meter, log });
      const leg = recorder?.leg ?? timed;
      const tell = () => meter.count('call-event', { what: 'lost' });
      const line = createLine({ leg, voice, ears, vad: createVad(newFvad()), clock, bargeInMs: policy.bargeInMs, tell });
      const led = leader.lead({ system, start: bare.start, line, clock, recorder, firstAudioMs: () => firstAudioMs });
      line.open(led.heard);
    };
  }

  /** A call that comes turn by turn. */
  function openTurns(start: CallStart, line: Line, time: Clock): Led {
    return leader.lead({ system: 'stringee', start, line, clock: time, recorder: null, firstAudioMs: () => null });
  }

  const keepNext = (call: string, next: Next) => kept.calls.keepNext(call, next);

  return {
    channel: createPhoneChannel({ answer: leader.answer, now, meter }),
    open: (takes) => {
      receive = takes;
      const routes: Routes[] = [];
      const upgrades: Upgrade[] = [];
      const closing: (() => Promise<void> | void)[] = [];
      const starting: (() => Promise<void>)[] = [];
      const { asterisk, twilio, stringee } = settings;
      const { calls } = kept;
      if (asterisk !== null) {
        const who = { user: 'asterisk', password: asterisk.password };
        const expected = createExpectedCalls(clock);
        const media = createAsterisk({ ...who, room, answer: answer('asterisk'), keepNext, log, meter });
        routes.push(asteriskRoutes({ ...who, room, ready, next: calls.next, expect: expected.expect, log, meter }));
        routes.push(transferRoutes({ ...who, whisper: calls.whisper, transferred: calls.transferred, voice, log }));
        upgrades.push(media.upgrade);
        closing.push(media.close);
        const { audiosocket } = asterisk;
        if (audiosocket !== null)
          starting.push(async () => {
            const options = { ...audiosocket, room, expected, answer: answer('audiosocket'), keepNext, clock, log, meter };
            const server = await startAudioSocket(options);
            closing.push(server.close);
          });
      }
      const isReady = async () => room.state() === 'free' && (await ready());
      if (twilio !== null) {
        const cloud = createTwilio({
          ...twilio,
          now: () => now().getTime(),
          room,
          answer: answer('twilio'),
          keepNext,
          calls,
          people: { default: twilio.person },
          ringSeconds,
          turns,
          shown: twilio.number,
          language: 'vi',
          voice: { language: 'vi-VN', name: twilio.voice },
          prepare,
          ready: isReady,
          log,
          meter,
        });
        routes.push(cloud.routes);
        upgrades.push(cloud.upgrade);
        closing.push(cloud.close);
      }
      if (stringee !== null) {
        const { ownUrl, ...own } = stringee;
        const cloud = createStringee({
          ...own,
          ...(ownUrl !== null && { ownUrl }),
          ...(parts.place !== undefined && { place: parts.place }),
          clock,
          language: 'vi',
          prepare,
          people: { default: stringee.person },
          ringSeconds,
          ears: speech === null ? null : ears,
          turns,
          room,
          open: openTurns,
          calls,
          ready: isReady,
          log,
          meter,
        });
        routes.push(cloud.routes);
        closing.push(cloud.close);
      }
      const keeping = kept.keep(log);
      const ending = new AbortController();
      return {
        routes,
        upgrades,
        start: async () => {
          for (const begin of starting) await begin();
          const prompts = Object.values(callWording).flatMap(({ vi, en }) => [
            { text: vi, language: 'vi' as const },
            { text: en, language: 'en' as const },
          ]);
          const fixed = prompts.filter(({ text }) => !/\b[A-Z]{3,}\b/.test(text));
          voice.warm(fixed, ending.signal).catch((error: unknown) => {
            if (!ending.signal.aborted) log.warn({ reason: reasonOf(error) }, 'the prompts of the hotline could not be spoken ahead');
          });
        },
        stop: () => {
          ending.abort();
          return room.stop(farewellMs);
        },
        close: async () => {
          room.clear();
          for (const close of closing) await close();
          await keeping.stop();
        },
      };
    },
  };
}

async function openVoice(
  { settings, speech: given, folder, log }: HotlineParts,
  prepare: (text: string, language: Language) => string,
): Promise<PromptVoice> {
  const { espeak, region } = settings;
  const mouth = given?.mouth ?? null;
  const voices: NamedVoice[] = [
    ...(given !== null && mouth !== null
      ? [{ name: 'text-to-speech', voice: createServiceVoice(createSpeech({ ...given, limitMs: mouthMs, log })) }]
      : []),
    ...(espeak === null ? [] : [{ name: 'espeak-ng', voice: createEspeak({ path: espeak, region, atOnce: 8 }) }]),
  ];
  if (voices.length === 0)
    throw new OperatorError(
      'The hotline cannot speak: install espeak-ng, or set TTS_MODEL and TTS_VOICE beside SPEECH_URL, SPEECH_KEY and STT_MODEL.',
    );
  const name = mouth === null ? `espeak-ng ${region}` : `${mouth.model} ${mouth.voice} ${region}`;
  const cache = await createPromptCache({ voice: name, most: cacheBytes, folder: folder === null ? null : join(folder, 'prompts') });
  return createLineVoice({ voices, prepare, cache, clock, log });
}
