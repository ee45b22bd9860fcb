import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const program = process.env.CHROMIUM_PATH || '/usr/bin/chromium';

/** Why there is no browser to test with; null where there is one. */
export const noBrowser = existsSync(program) ? null : `no browser at ${program}: install chromium or set CHROMIUM_PATH`;

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: program,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export type Visit = {
  page: Page;
  /** What the browser complained of: console errors and warnings, broken promises, refusals of the content security policy. */
  complaints: string[];
  close(): Promise<void>;
};

/** A person with a browser of their own, on the chat page. */
export async function visit(browser: Browser, url: string, size: { width: number; height: number }): Promise<Visit> {
  const context = await browser.newContext({ viewport: size, locale: 'vi-VN' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(url);
  await page.waitForSelector('#status[data-state="on"]');
  return { page, complaints, close: () => context.close() };
}

/** Sends one message by the keyboard and waits for the next reply. */
export async function ask({ page }: Visit, text: string): Promise<void> {
  const replies = page.locator('.entry[data-from="assistant"]');
  const before = await replies.count();
  await page.fill('#text', text);
  await page.press('#text', 'Enter');
  await replies.nth(before).waitFor();
}

/** How many pixels anything sticks out on the right; 0 when the page needs no sideways scroll. */
export function overhang({ page }: Visit): Promise<number> {
  return page.evaluate(() => {
    const scroll = document.querySelector('#scroll');
    return Math.max(document.documentElement.scrollWidth - window.innerWidth, (scroll?.scrollWidth ?? 0) - (scroll?.clientWidth ?? 0));
  });
}

const folder = process.env.MOTCUA_SCREENSHOTS || mkdtempSync(join(tmpdir(), 'motcua-screenshots-'));

/** For people to look at: in MOTCUA_SCREENSHOTS, else in a temporary folder. */
export async function screenshot({ page }: Visit, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
