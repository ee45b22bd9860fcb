import { describe, expect, it } from 'vitest';
import { channelContract } from '../contracts/channel.ts';
import { openStage } from '../contracts/channel-stage.ts';
import type { PlatformFactory } from '../contracts/channel-world.ts';
import { type Fault, messenger } from '../fakes/messenger.ts';
import { kinds } from '../support/databases.ts';
import { messagingPlatform } from '../support/platforms/messaging.ts';
import { telegramPlatform } from '../support/platforms/telegram.ts';
import { terminalPlatform } from '../support/platforms/terminal.ts';
import { webPlatform } from '../support/platforms/web.ts';
import { zaloBotPlatform } from '../support/platforms/zalo-bot.ts';
import { useDatabase } from '../support/use-database.ts';

/** Where one message a second is all that a chat takes, twenty of them need their time. */
const slow = { patienceMs: 45_000 };

const channels: { name: string; open: PlatformFactory; patienceMs?: number }[] = [
  { name: 'web', open: webPlatform },
  { name: 'terminal', open: terminalPlatform },
  { name: 'Telegram, by webhook', open: telegramPlatform('webhook'), ...slow },
  { name: 'Telegram, asked', open: telegramPlatform('polling'), ...slow },
  { name: 'Zalo Bot, by webhook', open: zaloBotPlatform('webhook') },
  { name: 'Zalo Bot, asked', open: zaloBotPlatform('asked') },
  { name: 'an app at the generic webhook', open: messagingPlatform },
  { name: 'a small messenger', open: async () => messenger() },
];

describe.each(kinds)('a channel on $name', (kind) => {
  const database = useDatabase(kind);

  describe.each(channels)('$name', ({ open, patienceMs = 15_000 }) => {
    it.for(channelContract)('$title', { timeout: 2 * patienceMs }, async ({ needs, check }, { skip }) => {
      const platform = await open();
      if (needs !== undefined && !needs(platform)) return skip();
      const stage = openStage({ pool: database.pool, platform, patienceMs });
      try {
        await check(stage);
      } finally {
        await stage.close();
      }
    });
  });
});

/** Each fault, and the promise that it breaks. */
const broken: [Fault, string][] = [
  ['mishears', 'hands over what is said as it is, and brings the answer'],
  ['mixes people', 'keeps people apart'],
  ['sends the first part only', 'brings a long answer whole and in order, no message longer than the platform takes'],
  ['leaves stars', 'shows bold as the platform can, never as stars, and signs as they are'],
  ['sends empty taps', 'offers few choices as buttons, and a tap says what the choice says'],
  ['mishears', 'takes the words of a button typed instead'],
  ['cuts choices off', 'shows every one of many choices, and takes its number'],
  ['forgets files', 'sends a file, or says where it is'],
  ['loses what comes attached', 'takes a file in'],
  ['names messages anew', 'takes what the platform tells twice once'],
  ['drops what comes late', 'answers each once that come in the wrong order'],
  ['does not wait its turn', 'answers 20 messages of one person in order'],
  ['acknowledges before it is durable', 'answers once what another process accepted and did not live to answer'],
  ['takes too many for a failure', 'waits when the platform has had too many, and counts no failure'],
  ['takes a failure for success', 'tries again when the platform fails, in order'],
  ['never gives up', 'gives up on who has blocked it, at once and for staff to see, and answers the others'],
];

describe('the promises of a channel', () => {
  const [first] = kinds;
  if (first === undefined) throw new Error('there is a database in every environment');
  const database = useDatabase(first);

  it('are each broken by a channel that is wrong in one thing', () => {
    expect(broken.map(([, title]) => title)).toEqual(channelContract.map(({ title }) => title));
  });

  it.for(broken)('a channel that %s does not pass "%s"', async ([fault, title]) => {
    const clause = channelContract.find((one) => one.title === title);
    const stage = openStage({ pool: database.pool, platform: messenger([fault]), patienceMs: 2_500 });
    try {
      await expect(clause?.check(stage)).rejects.toThrow();
    } finally {
      await stage.close();
    }
  });
});
