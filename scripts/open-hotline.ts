import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Calendar } from '../bot/calendar/calendar.ts';
import { createCallLeader, type Led } from '../bot/call/lead.ts';
import type { CallLeg, CallStart, Clock, Line, LineEars } from '../bot/call/line.ts';
import { officeAt } from '../bot/call/office.ts';
import type { CallSystem } from '../bot/call/record.ts';
import { reasonOf } from '../bot/errors.ts';
import type { Accepted, Channel, Meter } from '../bot/ports.ts';
import type { Message } from '../bot/types.ts';
import { likelyWords } from '../bot/voice-wording.ts';
import { openFvad } from '../connectors/hotline/audio/fvad.ts';
import { createVad } from '../connectors/hotline/audio/vad.ts';
import { createLineEars, noEars } from '../connectors/hotline/ears.ts';
import { createLine } from '../connectors/hotline/line.ts';
import { createPhoneChannel } from '../connectors/hotline/phone-channel.ts';
import { createRecorder } from '../connectors/hotline/recorder.ts';
import { createCallRoom } from '../connectors/hotline/room.ts';
import type { Place } from '../connectors/safe-download.ts';
import { createSpeech } from '../connectors/speech.ts';
import type { Upgrade } from '../connectors/upgrades.ts';
import { clock } from './clock.ts';
import { type HotlineRoutes, openHotlineDoors } from './hotline-doors.ts';
import type { HotlineSettings } from './hotline-settings.ts';
import { fixedPrompts, openHotlineVoice, prepareFor } from './hotline-voice.ts';
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
  /** How long calls go on once nothing new is taken; 20 s: a caller in the middle of a question is not cut off at once. */
  farewellMs?: number;
};

export type Hotline = {
  channel: Channel;
  /** The doors of telephony, once there is who takes what callers say. */
  open(receive: (message: Message) => Promise<Accepted>): {
    routes: HotlineRoutes[];
    upgrades: Upgrade[];
    /** Opens what is no part of the web server, and makes the sounds of the prompts. Throws `OperatorError` where that cannot be. */
    start(): Promise<void>;
    /** No more calls; those that are there go on for a while, and are then put through to a person. */
    stop(): Promise<void>;
    close(): Promise<void>;
  };
};

/** An utterance is understood while somebody waits. */
const earsMs = 6_000;
/** So long it takes to say sorry. */
const sorryMs = 8_000;
/** Who brought a call that was cut asks what becomes of it, and is to be answered. */
const afterwardsMs = 2_000;

/** The hotline: calls by whatever brings them, led by the same policy and answered by the same assistant. */
export async function openHotline(parts: HotlineParts): Promise<Hotline> {
  const { settings, kept, calendar, ready, meter, log, now, farewellMs = 20_000 } = parts;
  const { policy, person, region, notice, hours } = settings;
  const speech = parts.speech === null ? null : createSpeech({ ...parts.speech, limitMs: earsMs, log });
  const prepare = prepareFor(region);
  const voice = await openHotlineVoice({ ...parts, prepare });
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
    notice,
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
      const tell = () => {
        meter.count('call-event', { what: 'lost' });
        led.lost();
      };
      const line = createLine({ leg, voice, ears, vad: createVad(newFvad()), clock, bargeInMs: policy.bargeInMs, tell });
      const led = leader.lead({ system, start: bare.start, line, clock, recorder, firstAudioMs: () => firstAudioMs });
      line.open(led.heard);
    };
  }

  /** A call that comes turn by turn. */
  function openTurns(start: CallStart, line: Line, time: Clock): Led {
    return leader.lead({ system: 'stringee', start, line, clock: time, recorder: null, firstAudioMs: () => null });
  }

  return {
    channel: createPhoneChannel({ answer: leader.answer, now, meter }),
    open: (takes) => {
      receive = takes;
      const { calls } = kept;
      const heard = speech === null ? null : ears;
      const doors = openHotlineDoors({ ...parts, room, calls, voice, prepare, ears: heard, answer, openTurns, ready });
      const keeping = kept.keep(leader.people, log);
      const ending = new AbortController();
      return {
        routes: doors.routes,
        upgrades: doors.upgrades,
        start: async () => {
          await doors.start();
          voice.warm(fixedPrompts(notice), ending.signal).catch((error: unknown) => {
            if (!ending.signal.aborted) log.warn({ reason: reasonOf(error) }, 'the prompts of the hotline could not be spoken ahead');
          });
        },
        stop: async () => {
          ending.abort();
          await room.stop(farewellMs);
          leader.letGo();
          await room.stop(sorryMs);
          const cut = room.size();
          room.clear();
          await doors.close();
          if (cut > 0) await pause(afterwardsMs);
        },
        close: () => keeping.stop(),
      };
    },
  };
}
