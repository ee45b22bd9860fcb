import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, noBrowser, openBrowser, overhang, screenshot, type Visit, visit } from '../support/browser.ts';
import { embeddedPlace, type Place } from '../support/databases.ts';
import { pdf, photo } from '../support/paper-files.ts';
import { type Server, startServer } from '../support/server.ts';

const sizes = [
  { name: 'phone', width: 360, height: 740 },
  { name: 'desktop', width: 1280, height: 800 },
];
const replies = '.entry[data-from="assistant"]';
const questions = '.entry[data-from="citizen"]';
const rows = '#files li';

describe(noBrowser === null ? 'files in the page in Chromium' : `files in the page (${noBrowser})`, () => {
  let place: Place;
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    if (noBrowser !== null) return;
    place = embeddedPlace();
    [server, browser] = await Promise.all([startServer(place), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await place?.drop();
  });

  test.skipIf(noBrowser !== null).each(sizes)(
    'are chosen, shown, taken back, sent with a petition and read back: $name',
    { timeout: 60_000 },
    async ({ name, ...size }) => {
      const here = await visit(browser, server.url, size);
      const { page } = here;
      await ask(here, 'tôi muốn phản ánh ổ gà trước chợ, tôi có chụp hình');
      expect(await page.textContent(`${replies} >> nth=0`)).toContain('📎');
      await choose(here, [
        {
          name: 'ổ gà trước cổng chợ Minh Họa chụp sáng nay rất rõ.jpg',
          mimeType: 'image/jpeg',
          buffer: await photo({ seed: size.width }),
        },
        { name: 'đơn.pdf', mimeType: 'application/pdf', buffer: await pdf(2) },
        { name: 'phim.png', mimeType: 'image/png', buffer: Buffer.alloc(10 * 1024 * 1024 + 1) },
        { name: 'rỗng.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
      ]);
      await page.waitForSelector(`${rows}[data-state="ready"] >> nth=1`);
      expect(await page.locator(`${rows}[data-state="refused"] .filestate`).allTextContents()).toEqual([
        '10,0 MB · Nặng quá 10 MB. Bạn chọn tệp nhẹ hơn.',
        '0 KB · Tệp rỗng. Bạn chọn lại tệp khác.',
      ]);
      expect(await overhang(here)).toBe(0);
      await screenshot(here, `papers-${name}-chosen`);
      expect(await page.getAttribute('#send', 'aria-disabled')).toBe('true');
      for (const gone of ['phim.png', 'rỗng.jpg']) await page.click(`${rows} button[aria-label="Bỏ ${gone}"]`);
      expect(await page.getAttribute('#send', 'aria-disabled')).toBe('false');

      await page.reload();
      await page.waitForSelector('#status[data-state="on"]');
      expect(await page.locator(rows).count()).toBe(2);
      await page.click('#send');
      await page.waitForSelector(`${replies} >> nth=1`);
      expect(await page.textContent(`${replies} >> nth=1`)).toContain('Tôi đã nhận 1 ảnh, 1 tệp PDF.');
      expect(await page.textContent(`${questions} >> nth=1`)).toContain('📎 đơn.pdf');
      expect(await page.locator(rows).count()).toBe(0);
      await ask(here, 'xem lại và gửi');
      expect(await page.textContent(`${replies} >> nth=2`)).toContain('Gửi kèm: 1 ảnh, 1 tệp PDF');
      expect(await overhang(here)).toBe(0);
      await screenshot(here, `papers-${name}-read-back`);
      expect(here.complaints).toEqual([]);
      await here.close();
    },
  );

  test.skipIf(noBrowser !== null)('wait for a server that is away, and are sent once it is back', { timeout: 60_000 }, async () => {
    const here = await visit(browser, server.url, { width: 360, height: 740 });
    const { page } = here;
    await server.stop('SIGKILL');
    await choose(here, [{ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photo({ seed: 99 }) }]);
    await page.fill('#text', 'tôi muốn phản ánh rác trước cổng trường');
    await page.press('#text', 'Enter');
    expect(await page.textContent('#limit')).toContain('Đang tải tệp lên');
    await server.again();
    await page.waitForSelector(`${replies} >> nth=0`);
    expect(await page.textContent(`${replies} >> nth=0`)).toMatch(/^Một Cửa: Tôi đã nhận 1 ảnh\.Tôi ghi lại ý kiến này/);
    await here.close();
  });

  test.skipIf(noBrowser !== null)('that the server refuses say why, and can be tried again', { timeout: 60_000 }, async () => {
    const here = await visit(browser, server.url, { width: 360, height: 740 });
    const { page } = here;
    let answer = { status: 429, headers: { 'retry-after': '900' }, body: JSON.stringify({ error: 'Bạn gửi nhiều tệp quá.' }) };
    await page.route('**/chat/files', (route) => (answer.status === 0 ? route.fallback() : route.fulfill(answer)));
    await choose(here, [{ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photo({ seed: 98 }) }]);
    await page.waitForSelector(`${rows}[data-state="failed"]`);
    expect(await page.textContent(`${rows} .filestate`)).toContain('Bạn gửi nhiều tệp quá.');
    answer = { status: 413, headers: { 'retry-after': '' }, body: JSON.stringify({ error: 'Tệp nặng quá 10 MB.' }) };
    await page.click(`${rows} .again`);
    await page.waitForSelector(`${rows} .filestate:has-text("nặng quá")`);
    await screenshot(here, 'papers-phone-refused');
    answer = { ...answer, status: 0 };
    await page.click(`${rows} .again`);
    await page.waitForSelector(`${rows}[data-state="ready"]`);
    await here.close();
  });
});

type Chosen = { name: string; mimeType: string; buffer: Buffer };

function choose({ page }: Visit, files: Chosen[]): Promise<void> {
  return page.setInputFiles('#file', files);
}
