import { describe, it } from 'vitest';
import { channelContract } from '../contracts/channel.ts';
import { openStage } from '../contracts/channel-stage.ts';
import { kinds } from '../support/databases.ts';
import { zaloPlatform } from '../support/platforms/zalo.ts';
import { useDatabase } from '../support/use-database.ts';

describe.each(kinds)('a Zalo Official Account as a channel, on $name', (kind) => {
  const database = useDatabase(kind);

  it.for(channelContract)('$title', async ({ needs, check }, { skip }) => {
    const platform = await zaloPlatform(database.pool);
    if (needs !== undefined && !needs(platform)) return skip();
    const stage = openStage({ pool: database.pool, platform });
    try {
      await check(stage);
    } finally {
      await stage.close();
    }
  });
});
