import { createHash, timingSafeEqual } from 'node:crypto';
import type { Express, Request } from 'express';
import { Counter, collectDefaultMetrics, Registry } from 'prom-client';
import type { Meter } from '../bot/ports.ts';

export type Metrics = {
  meter: Meter;
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
  slowed: { name: 'motcua_look_ups_slowed_total', help: 'Look-ups refused for too many different codes, by whose.', labels: ['by'] },
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
  return {
    meter: {
      count: (event, labels = {}) => {
        const counter = counters.get(event);
        if (counter === undefined) throw new Error(`no counter for ${event}`);
        counter.inc(Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, wordOfOurs(value)])));
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
