import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, noBrowser, openBrowser, overhang, screenshot, type Visit, visit } from '../support/browser.ts';
import { createCitizen } from '../support/citizen.ts';
import { embeddedPlace, type Place } from '../support/databases.ts';
import { type Server, startServer } from '../support/server.ts';

const phone = { width: 360, height: 740 };
const replies = '.entry[data-from="assistant"]';
const questions = '.entry[data-from="citizen"]';

describe(noBrowser === null ? 'the page in Chromium' : `the page (${noBrowser})`, () => {
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

  test.skipIf(noBrowser !== null)(
    'a citizen asks, follows up, comes back, and loses nothing when the server dies',
    { timeout: 90_000 },
    async () => {
      const here = await visit(browser, server.url, phone);
      const { page } = here;
      expect(await overhang(here)).toBe(0);

      await page.click('.example >> text=tạm trú');
      await page.waitForSelector(`${replies} .sources a`);
      expect(await page.getAttribute(`${replies} .sources a`, 'href')).toMatch(/^https:\/\/dichvucong\.gov\.vn\//);
      expect(await page.textContent(`${replies} .sources`)).toContain('1.004194');
      expect(await page.textContent(`${replies} .sources`)).toMatch(/\d\d\/\d\d\/20\d\d/);
      expect(await overhang(here)).toBe(0);
      await screenshot(here, 'phone-answer');

      // Backwards from the box, over the send button's neighbours, to the last of the offered buttons.
      await page.focus('#text');
      await page.keyboard.press('Shift+Tab');
      const choice = await page.evaluate(() => document.activeElement?.className);
      expect(choice).toBe('choice');
      const label = () => page.evaluate(() => document.activeElement?.textContent);
      expect(await label()).toBe('Bắt đầu điền tờ khai');
      await page.keyboard.press('Shift+Tab');
      expect(await label()).toBe('Nộp trực tuyến');
      await page.keyboard.press('Enter');
      await page.waitForSelector(`${replies} >> nth=1`);
      expect(await page.textContent(`${replies} >> nth=1`)).toContain('trực tuyến');
      await ask(here, 'còn lệ phí?');
      expect(await page.textContent(`${replies} >> nth=2`)).toContain('Đăng ký tạm trú');

      const said = await page.locator('.entry .bubble').allTextContents();
      expect(said).toHaveLength(6);
      await page.reload();
      await page.waitForSelector('#status[data-state="on"]');
      expect(await page.locator('.entry .bubble').allTextContents()).toEqual(said);
      expect(await overhang(here)).toBe(0);
      expect(here.complaints).toEqual([]);

      await server.stop('SIGKILL');
      await page.waitForSelector('#status[data-state="off"]');
      await page.fill('#text', 'H40.23.08-250715-0012');
      await page.press('#text', 'Enter');
      await page.waitForSelector(`${questions}[data-state="retrying"]`);
      await screenshot(here, 'phone-server-away');
      await server.again();
      await page.waitForSelector(`${replies} >> nth=3`);
      expect(await page.textContent(`${replies} >> nth=3`)).toContain('Đang xử lý');
      await page.waitForSelector('#status[data-state="on"]');
      await page.reload();
      await page.waitForSelector('#status[data-state="on"]');
      expect(await page.locator(questions).count()).toBe(4);
      expect(await page.locator(replies).count()).toBe(4);
      // That the server was away is the one thing a browser may complain of.
      expect(
        here.complaints.filter(
          (text) => !/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET/.test(text),
        ),
      ).toEqual([]);
      await here.close();
    },
  );

  test.skipIf(noBrowser !== null)('each example leads to an answer, in both languages', { timeout: 60_000 }, async () => {
    const here = await visit(browser, server.url, phone);
    const vietnamese = await here.page.locator('.example').allTextContents();
    await here.page.click('#language');
    const english = await here.page.locator('.example').allTextContents();
    await here.close();
    const kinds: Record<string, string> = {};
    for (const example of [...vietnamese, ...english]) kinds[example] = (await createCitizen(server.url).ask(example)).kind;
    const missed = Object.entries(kinds).filter(([example, kind]) => kind !== (/ mã$| code$/.test(example) ? 'asked' : 'answered'));
    expect(missed).toEqual([]);
    expect(Object.keys(kinds)).toHaveLength(10);
  });

  test.skipIf(noBrowser !== null)('two tabs of one person show the same, another person sees none of it', async () => {
    const here = await visit(browser, server.url, { width: 1280, height: 900 });
    const tab: Visit = { ...here, page: await here.page.context().newPage() };
    await tab.page.goto(server.url);
    await tab.page.waitForSelector('#status[data-state="on"]');
    await ask(here, 'Đăng ký tạm trú nộp ở đâu?');
    await tab.page.waitForSelector(`${replies} .sources`);
    expect(await tab.page.locator(questions).count()).toBe(1);
    const stranger = await visit(browser, server.url, phone);
    expect(await stranger.page.locator('.entry').count()).toBe(0);
    expect([...here.complaints, ...stranger.complaints]).toEqual([]);
    await screenshot(here, 'desktop-answer');
    await stranger.close();
    await here.close();
  });
});
