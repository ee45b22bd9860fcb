import { afterEach, describe, expect, test } from 'vitest';
import { callLegContract } from '../contracts/call-leg.ts';
import { brokenLegs } from '../contracts/call-leg-broken.ts';
import type { LegWorld } from '../contracts/call-leg-world.ts';
import { asteriskStage } from './hotline-stage.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function asteriskWorld(): Promise<LegWorld> {
  const { world, close } = await asteriskStage();
  closing.push(close);
  return world;
}

describe('a leg of Asterisk', () => {
  for (const { title, check } of callLegContract) test(title, async () => check(await asteriskWorld()));
});

describe('the contract finds a leg that', () => {
  for (const { title, fails, broken } of brokenLegs) {
    test(title, async () => {
      const world = await asteriskWorld();
      const checks = callLegContract.filter((promise) => promise.title.includes(fails));
      expect(checks).toHaveLength(1);
      const call: LegWorld['call'] = async (from) => {
        const { leg, caller } = await world.call(from);
        return { leg: broken(leg), caller };
      };
      await expect(checks[0]?.check({ ...world, call, patienceMs: 1_500 })).rejects.toThrow();
    });
  }
});
