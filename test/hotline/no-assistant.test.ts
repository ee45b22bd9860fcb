import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { hasAsterisk } from '../support/sip/asterisk.ts';
import { startTelephony } from '../support/sip/telephony.ts';

describe.skipIf(!hasAsterisk)('a real call without the assistant', () => {
  test.concurrent.each(['absent', 'frozen'] as const)(
    '%s: apology and a person',
    async (how) => {
      const frozen = createServer();
      await new Promise<void>((resolve) => frozen.listen(0, '127.0.0.1', resolve));
      const address = frozen.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      if (how === 'absent') await new Promise<void>((resolve) => frozen.close(() => resolve()));
      const telephony = await startTelephony({ web: `http://127.0.0.1:${port}`, password: 'x' });
      try {
        const officer = await telephony.officer(500);
        const { well, heard, said } = await telephony.call([{ quiet: 14_000 }]);
        expect(well).toBe(true);
        expect(telephony.prompt('tam-ngung', heard).share).toBeGreaterThan(0.99);
        // Who is answered is spoken to at once, whatever was waited for before.
        expect(heard.from - said.from).toBeLessThan(1_000);
        expect((await officer.heard()).frames.length).toBeGreaterThan(0);
      } finally {
        await telephony.stop();
        frozen.close();
      }
    },
    60_000,
  );
});
