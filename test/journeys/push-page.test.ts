import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ask, noBrowser, openBrowser, type Visit, visit } from '../support/browser.ts';
import { embeddedPlace, type Place } from '../support/databases.ts';
import { type Server, startServer } from '../support/server.ts';

const phone = { width: 360, height: 740 };

describe(noBrowser === null ? 'notifications of the page in Chromium' : `notifications of the page (${noBrowser})`, () => {
  let place: Place;
  let server: Server;
  let browser: Browser;
  let here: Visit;
  beforeAll(async () => {
    if (noBrowser !== null) return;
    place = embeddedPlace();
    [server, browser] = await Promise.all([startServer(place), openBrowser()]);
    here = await visit(browser, server.url, phone);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await place?.drop();
  });
  const tap = async () => {
    await here.page.click('#more');
    await here.page.click('#push');
    await here.page.waitForSelector('#toast:not(:empty)');
    const said = await here.page.textContent('#toast');
    await here.page.evaluate(() => document.querySelector('#toast')?.replaceChildren());
    return said;
  };

  test.skipIf(noBrowser !== null)('are asked for by a tap, and may be refused', { timeout: 30_000 }, async () => {
    expect(await here.page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length))).toBe(0);
    await here.page.context().clearPermissions();
    await here.page.evaluate(() => {
      Notification.requestPermission = async () => 'denied';
    });
    expect(await tap()).toContain('đang chặn thông báo');
    expect(await here.page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length))).toBe(0);
  });

  test.skipIf(noBrowser !== null)('are turned on once there is a conversation, and off again', { timeout: 30_000 }, async () => {
    const { page } = here;
    await page.context().grantPermissions(['notifications']);
    // The browser's own push service is on the internet: its part is played here.
    await page.addInitScript(() => {
      const p256dh = `B${'A'.repeat(86)}`;
      const found = {
        toJSON: () => ({ endpoint: 'https://fcm.googleapis.com/fcm/send/test', keys: { p256dh, auth: 'A'.repeat(22) } }),
        unsubscribe: async () => sessionStorage.removeItem('subscribed') === undefined,
      };
      const current = () => (sessionStorage.getItem('subscribed') === null ? null : found);
      Object.assign(PushManager.prototype, {
        getSubscription: async () => current(),
        subscribe: async ({ applicationServerKey }: { applicationServerKey: Uint8Array }) => {
          if (applicationServerKey.length !== 65) throw new Error('not a key');
          sessionStorage.setItem('subscribed', 'yes');
          return current();
        },
      });
    });
    await page.reload();
    await page.waitForSelector('#status[data-state="on"]');
    expect(await tap()).toContain('tra cứu hồ sơ trước');
    await ask(here, 'xin chào');
    expect(await tap()).toContain('sẽ hiện thông báo');
    await page.reload();
    await page.waitForSelector('#push[aria-pressed="true"]', { state: 'attached' });
    expect(await tap()).toContain('Đã tắt');
    expect(await page.getAttribute('#push', 'aria-pressed')).toBe('false');
  });

  test.skipIf(noBrowser !== null)('are offered in a tab of an iPhone by way of its home screen', { timeout: 30_000 }, async () => {
    const context = await browser.newContext({ viewport: phone, locale: 'vi-VN' });
    const page = await context.newPage();
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, 'PushManager');
      Object.defineProperty(navigator, 'standalone', { value: false });
    });
    await page.goto(server.url);
    await page.waitForSelector('#status[data-state="on"]');
    await page.click('#more');
    await page.click('#push');
    await page.waitForSelector('#toast:not(:empty)');
    expect(await page.textContent('#toast')).toContain('Thêm vào Màn hình chính');
    await context.close();
  });

  test.skipIf(noBrowser !== null)('are shown by the service worker, the newest alone', { timeout: 30_000 }, async () => {
    const { page } = here;
    const devtools = await page.context().newCDPSession(page);
    const registered = new Promise<string>((resolve) => {
      devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        for (const { registrationId, scopeURL } of registrations) if (scopeURL.startsWith(server.url)) resolve(registrationId);
      });
    });
    await devtools.send('ServiceWorker.enable');
    const registrationId = await registered;
    for (const data of ['tin cũ', 'Hồ sơ bạn theo dõi có thay đổi']) {
      await devtools.send('ServiceWorker.deliverPushMessage', { origin: server.url, registrationId, data });
    }
    const shown = () =>
      page.evaluate(async () => {
        const worker = await navigator.serviceWorker.ready;
        return (await worker.getNotifications()).map(({ title, body }) => `${title}: ${body}`);
      });
    await vi.waitFor(async () => expect(await shown()).toEqual(['Một Cửa: Hồ sơ bạn theo dõi có thay đổi']), { timeout: 10_000 });
    expect(here.complaints.filter((text) => !text.includes('409'))).toEqual([]);
  });
});
