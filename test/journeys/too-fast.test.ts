import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, noBrowser, openBrowser, overhang, screenshot, visit } from '../support/browser.ts';
import { embeddedPlace, type Place } from '../support/databases.ts';
import { type Server, startServer } from '../support/server.ts';

const citizens = '.entry[data-from="citizen"]';
const replies = '.entry[data-from="assistant"]';

describe(noBrowser === null ? 'who writes too fast' : `who writes too fast (${noBrowser})`, () => {
  let place: Place;
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    if (noBrowser !== null) return;
    place = embeddedPlace();
    [server, browser] = await Promise.all([startServer(place, { MESSAGES_PER_PERSON: '2' }), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await place?.drop();
  });

  test.skipIf(noBrowser !== null)('is told so, keeps the message in the page, and has it sent once', { timeout: 90_000 }, async () => {
    const here = await visit(browser, server.url, { width: 360, height: 740 });
    const { page } = here;
    await ask(here, 'đăng ký tạm trú cần giấy tờ gì');
    await ask(here, 'còn lệ phí?');
    await page.fill('#text', 'mấy ngày xong?');
    await page.press('#text', 'Enter');
    const kept = page.locator(`${citizens}[data-state="retrying"]`);
    await kept.waitFor();
    expect(await kept.textContent()).toMatch(/mấy ngày xong.*chưa nhận kịp tin này\. Tin vẫn còn ở đây, \d+ giây nữa sẽ tự gửi lại/);
    await screenshot(here, 'phone-too-fast');
    expect(await overhang(here)).toBe(0);
    await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/chat/messages') && response.status() === 429),
      kept.locator('button >> text=Gửi lại ngay').click(),
    ]);
    expect(await kept.textContent()).toContain('mấy ngày xong?');

    await page.reload();
    await kept.locator('button >> text=Gửi lại ngay').waitFor();
    // What is counted is in the process: a new one begins anew.
    await server.stop('SIGTERM');
    await server.again();
    await page.waitForSelector(`${replies} >> nth=2`);
    expect(await page.locator(citizens).count()).toBe(3);
    expect(await kept.count()).toBe(0);
  });
});
