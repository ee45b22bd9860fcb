import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { vi } from 'vitest';
import type { CallLeg, CallStart, LegEvent, Next } from '../../bot/call/line.ts';
import type { Meter } from '../../bot/ports.ts';
import { type AsteriskOptions, createAsterisk } from '../../connectors/hotline/asterisk.ts';
import { type AsteriskRoutesOptions, asteriskRoutes } from '../../connectors/hotline/asterisk-routes.ts';
import { createCallRoom } from '../../connectors/hotline/room.ts';
import { startHttp } from '../../connectors/http.ts';
import { type LegWorld, start } from '../contracts/call-leg-world.ts';
import { type AsteriskDial, type AsteriskMedia, dialMedia } from '../fakes/asterisk-media.ts';
import { createFastClock } from '../fakes/fast-clock.ts';

export const secret = { user: 'asterisk', password: 'bi-mat' };
export const silentLog = pino({ level: 'silent' });

/** What is behind the legs: who takes the calls, and what is kept of them. */
export function callsTaken() {
  const legs = new Map<string, CallLeg>();
  const kept = new Map<string, Next>();
  const counted: string[] = [];
  const meter: Meter = { count: (event, labels) => void (event === 'call-leg' && counted.push(labels?.result ?? '')) };
  return {
    legs,
    kept,
    counted,
    meter,
    answer: (leg: CallLeg) => void legs.set(leg.start.call, leg),
    // Slow enough that a line let go before it is kept is found out.
    keepNext: async (call: string, next: Next) => {
      await pause(20);
      kept.set(call, next);
    },
    leg: (call: string) => vi.waitFor(() => legs.get(call) ?? Promise.reject(new Error('no leg')), { timeout: 5_000, interval: 5 }),
  };
}

type Change = Partial<AsteriskOptions> & Partial<AsteriskRoutesOptions> & { most?: number };

/** A server to which Asterisk can call. */
export async function asteriskStage(change: Change = {}) {
  const clock = createFastClock();
  const taken = callsTaken();
  const room = createCallRoom(change.most ?? 20);
  const { answer, keepNext, meter } = taken;
  const common = { ...secret, room, log: silentLog, meter };
  const asterisk = createAsterisk({ ...common, answer, keepNext, ...change });
  const next = async (call: string) => taken.kept.get(call) ?? null;
  const routes = asteriskRoutes({ ...common, ready: async () => true, next, ...change });
  const server = await startHttp({
    host: '127.0.0.1',
    port: 0,
    trustProxy: false,
    log: silentLog,
    ready: async () => true,
    routes: [routes],
    upgrades: [asterisk.upgrade],
  });
  const peers: AsteriskMedia[] = [];
  const dial = async (how: Partial<AsteriskDial> = {}) => {
    const peer = await dialMedia({ url: `ws://127.0.0.1:${server.port}/thoai/media`, start, clock, ...how });
    peers.push(peer);
    return peer;
  };
  const synced = () => Promise.all(peers.map((peer) => peer.synced()));
  const world: LegWorld = {
    call: async (from: CallStart) => {
      const caller = await dial({ start: from });
      return { leg: await taken.leg(from.call), caller };
    },
    pass: async (ms) => {
      await synced();
      await clock.pass(ms);
      await synced();
    },
    carried: (pcm) => pcm,
    slackMs: 0,
    repeatMs: 0,
    kept: (call) => taken.kept.get(call) ?? null,
  };
  const ask = async (path: string, login: string | null = 'asterisk:bi-mat') => {
    const headers: Record<string, string> = login === null ? {} : { authorization: `Basic ${Buffer.from(login).toString('base64')}` };
    const response = await fetch(`http://127.0.0.1:${server.port}/thoai/${path}`, { headers });
    return `${response.status} ${await response.text()}`;
  };
  /** One call that is there, with all that its leg tells. */
  const called = async (how: Partial<AsteriskDial> = {}) => {
    const peer = await dial(how);
    const leg = await taken.leg((how.start ?? start).call);
    const told: LegEvent[] = [];
    leg.listen((event) => void told.push(event));
    return { peer, leg, told, kinds: () => told.map(({ kind }) => kind) };
  };
  const close = async () => {
    asterisk.close();
    await server.close();
    clock.stop();
  };
  return { ...taken, world, dial, called, ask, room, clock, server, close };
}
