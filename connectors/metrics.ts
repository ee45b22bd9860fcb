import { createHash, timingSafeEqual } from 'node:crypto';
import type { Express, Request } from 'express';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Measures, Meter } from '../bot/ports.ts';

export type Metrics = {
  meter: Meter & Measures;
  /** `/metrics`, for callers on this machine and for whoever has the token. Everybody else finds no such page. */
  routes(token: string | null): (app: Express) => void;
};

/** What is counted, and by which labels. An event that is not listed is a fault of ours and throws. */
const events: Record<string, { name: string; help: string; labels: string[] }> = {
  turn: { name: 'motcua_turns_total', help: 'Turns recorded.', labels: ['kind', 'channel'] },
  delivery: {
    name: 'motcua_deliveries_total',
    help: 'Tries to deliver a reply: delivered, failed, later, refused.',
    labels: ['channel', 'outcome'],
  },
  'look-up': { name: 'motcua_dossier_look_ups_total', help: 'Look-ups of dossiers: found, none, away.', labels: ['result'] },
  factor: { name: 'motcua_factor_tries_total', help: 'Tries of a second factor: right, wrong, locked.', labels: ['result'] },
  lock: { name: 'motcua_factor_locks_total', help: 'Locks that a wrong try has closed, by whose tries.', labels: ['by'] },
  webhook: { name: 'motcua_webhooks_total', help: 'Requests of sources: taken, or refused for what.', labels: ['result'] },
  paper: { name: 'motcua_papers_total', help: 'Files of citizens: kept, or refused for what.', labels: ['result'] },
  'call-text': {
    name: 'motcua_call_texts_total',
    help: 'Text messages that callers asked for: sent, or not for what.',
    labels: ['result'],
  },
  voice: {
    name: 'motcua_voice_notes_total',
    help: 'Voice notes: heard, unsure, none, unfit, unheard (no service); answers: spoken, unspoken.',
    labels: ['result'],
  },
  look: {
    name: 'motcua_paper_looks_failed_total',
    help: 'Files that could not be looked at for a fault of the server.',
    labels: ['result'],
  },
  scan: { name: 'motcua_scans_total', help: 'Files at the malware scanner: clean, infected, away.', labels: ['result'] },
  submission: {
    name: 'motcua_submissions_total',
    help: 'Filings sent to agencies: accepted, refused, away, unclear, given-up.',
    labels: ['result'],
  },
  appointment: { name: 'motcua_appointments_total', help: 'Appointments: booked, moved, cancelled, full.', labels: ['result'] },
  'telegram-update': { name: 'motcua_telegram_updates_total', help: 'Updates of Telegram: taken, or not for what.', labels: ['result'] },
  'zalo-event': { name: 'motcua_zalo_events_total', help: 'Events of Zalo: taken, or not for what.', labels: ['result'] },
  'zalo-sent': {
    name: 'motcua_zalo_sent_total',
    help: 'Messages that Zalo has taken, by the quota that they count against.',
    labels: ['quota'],
  },
  'zalo-refresh': {
    name: 'motcua_zalo_refreshes_total',
    help: 'Refreshes of the Zalo token: granted, refused, unclear; consent-needed: a person must see to it.',
    labels: ['result'],
  },
  'zalo-bot-update': {
    name: 'motcua_zalo_bot_updates_total',
    help: 'Updates of the Zalo bot: accepted, or not for what.',
    labels: ['result'],
  },
  messaging: {
    name: 'motcua_messaging_total',
    help: 'Requests of messaging clients: accepted, repeated, ignored, or refused for what.',
    labels: ['result'],
  },
  left: { name: 'motcua_addresses_left_total', help: 'Addresses whose receiver wanted no more, by link or sms.', labels: ['by'] },
  call: {
    name: 'motcua_calls_total',
    help: 'Calls that the assistant let go or lost: why, whether a person was wanted and came, whether the caller was served without one. One that came back counts again.',
    labels: ['reason', 'transferred', 'contained'],
  },
  'call-event': {
    name: 'motcua_call_events_total',
    help: 'What happened in calls: turn, barge-in, no-input, no-match; unheard: an answer after the call, lost: a sentence that could not be spoken.',
    labels: ['what'],
  },
  'call-leg': {
    name: 'motcua_call_legs_total',
    help: 'Connections of the telephone system: begun, ended, or what was wrong with them.',
    labels: ['system', 'result'],
  },
  'call-transfer': { name: 'motcua_call_transfers_total', help: 'Calls let go to a person: answered, unanswered.', labels: ['result'] },
  'call-back': { name: 'motcua_call_backs_total', help: 'Call-backs: asked, done, missed, lapsed.', labels: ['result'] },
  recording: {
    name: 'motcua_recordings_total',
    help: 'Recordings: begun, refused by the caller, failed, heard by staff.',
    labels: ['result'],
  },
  'call-webhook': {
    name: 'motcua_call_webhooks_total',
    help: 'Requests of telephony in the cloud: call, stream, hangup, transfer, apology, or refused for what.',
    labels: ['party', 'result'],
  },
  slowed: { name: 'motcua_look_ups_slowed_total', help: 'Look-ups refused for too many different codes, by whose.', labels: ['by'] },
};

/** What is measured, in seconds, and by which bounds it is told apart. */
const spans: Record<string, { name: string; help: string; buckets: number[] }> = {
  'call-first-audio': {
    name: 'motcua_call_first_audio_seconds',
    help: 'From the begin of a call to its first sound.',
    buckets: [0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5],
  },
  'call-length': {
    name: 'motcua_call_seconds',
    help: 'How long the assistant had a call.',
    buckets: [5, 15, 30, 60, 120, 180, 300, 600],
  },
};

/** Counters for the operator, with those of the process, in the text format of Prometheus. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counters = new Map(
    Object.entries(events).map(([event, { name, help, labels }]) => [
      event,
      new Counter({ name, help, labelNames: labels, registers: [registry] }),
    ]),
  );
  const histograms = new Map(
    Object.entries(spans).map(([what, { name, help, buckets }]) => [what, new Histogram({ name, help, buckets, registers: [registry] })]),
  );
  return {
    meter: {
      count: (event, labels = {}, times = 1) => {
        const counter = counters.get(event);
        if (counter === undefined) throw new Error(`no counter for ${event}`);
        counter.inc(Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, wordOfOurs(value)])), times);
      },
      measure: (what, seconds) => {
        const histogram = histograms.get(what);
        if (histogram === undefined) throw new Error(`no histogram for ${what}`);
        histogram.observe(seconds);
      },
    },
    routes: (token) => (app) => {
      app.get('/metrics', async (request, response, next) => {
        if (!isLocal(request) && !hasToken(request, token)) return next();
        response
          .set('Cache-Control', 'no-store')
          .type(registry.contentType)
          .send(await registry.metrics());
      });
    },
  };
}

/** A label is one of our own words. Anything else, whatever it is, is not passed on. */
function wordOfOurs(value: string): string {
  return /^[a-z][a-z-]{0,30}$/.test(value) ? value : 'other';
}

/** From this machine itself, not through a proxy on it. */
function isLocal(request: Request): boolean {
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => request.headers[name] !== undefined);
  const address = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  return !forwarded && (address === '::1' || /^127\./.test(address));
}

function hasToken(request: Request, token: string | null): boolean {
  const [, given] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  return token !== null && given !== undefined && timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
