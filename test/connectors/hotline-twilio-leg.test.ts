import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { decodeLaw, encodeLaw } from '../../connectors/hotline/audio/mu-law.ts';
import { callLegContract } from '../contracts/call-leg.ts';
import { brokenLegs } from '../contracts/call-leg-broken.ts';
import { type LegWorld, opened, seconds, start, until } from '../contracts/call-leg-world.ts';
import { speed } from '../fakes/twilio.ts';
import { useTwilio } from '../support/twilio.ts';

describe('a stream of Twilio as a leg', () => {
  const stage = useTwilio();
  const world = (): LegWorld => ({
    call: stage.call,
    pass: (ms) => wait(ms / speed),
    carried: (pcm) => Buffer.from(decodeLaw('mu-law', encodeLaw('mu-law', pcm))),
    slackMs: 2_000,
    // No more than is on its way, and the part that is being heard.
    repeatMs: 1_200,
    kept: (call) => stage.kept.get(call) ?? null,
  });

  for (const { title, check } of callLegContract) it(title, () => check(world()), 30_000);

  for (const { title, fails, broken } of brokenLegs)
    it(`a leg that ${title} is found out`, async () => {
      const promise = callLegContract.find((other) => other.title.includes(fails));
      const call: LegWorld['call'] = async (about) => {
        const { leg, caller } = await stage.call(about);
        return { leg: broken(leg), caller };
      };
      const patienceMs = fails === 'loses nothing' ? 8_000 : 1_000;
      await expect(promise?.check({ ...world(), call, patienceMs })).rejects.toThrow();
    }, 30_000);

  it('never has more than a second waiting at the far end', async () => {
    const { leg, played } = await opened(world());
    leg.play(seconds(5, 30), 'five');
    await until(world(), () => expect(played()).toEqual(['five']));
    expect(stage.streams.at(-1)?.mostAheadMs()).toBeLessThanOrEqual(1_000);
  });

  it('lets the call go also where nothing can be kept: then the webhook knows of nothing', async () => {
    stage.failing = true;
    const { leg, caller } = await stage.call({ ...start, call: 'unkept' });
    leg.end({ kind: 'hangup' });
    expect(await caller.letGo()).toBe(true);
    expect(stage.counted).toContain('call-leg not-kept');
    expect(stage.kept.has('unkept')).toBe(false);
  });

  it.each(['no JSON', '{"event":"media"', '[]', '{"event":"mark"}'])('ends with what is none of Twilio’s messages: %s', async (text) => {
    const { closed } = await opened(world(), { call: `bad ${text}` });
    const stream = stage.streams.at(-1);
    stream?.send(text);
    expect(await stream?.closedWith).toBe(1007);
    await until(world(), () => expect(closed()).toBe(1));
  });

  it('ends with a message that is bigger than any of Twilio’s', async () => {
    const { closed } = await opened(world(), { call: 'big' });
    const stream = stage.streams.at(-1);
    stream?.send(JSON.stringify({ event: 'media', media: { track: 'inbound', payload: 'A'.repeat(70_000) } }));
    expect(await stream?.closedWith).toBe(1009);
    await until(world(), () => expect(closed()).toBe(1));
  });

  it('takes what it does not know, and sound that is not the caller’s, for nothing', async () => {
    const { told, caller } = await opened(world(), { call: 'unknown' });
    const stream = stage.streams.at(-1);
    stream?.send(JSON.stringify({ event: 'something-new', streamSid: 'MZdemo' }));
    stream?.send(JSON.stringify({ event: 'media', media: { track: 'outbound', payload: 'AAAA' } }));
    stream?.send(JSON.stringify({ event: 'dtmf', dtmf: { track: 'inbound_track', digit: 'A' } }));
    stream?.send(JSON.stringify({ event: 'mark', mark: { name: 'not ours' } }));
    caller.press(['5']);
    await until(world(), () => expect(told).toEqual([{ kind: 'key', key: '5' }]));
  });
});
