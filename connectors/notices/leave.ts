import { createHash } from 'node:crypto';
import type { Express, Response } from 'express';
import { addressWording } from '../../bot/address-wording.ts';
import type { Meter } from '../../bot/ports.ts';

export type LeaveOptions = {
  /** Ends the address that a message with this token went to. False: there is none. */
  leave(token: string): Promise<boolean>;
  meter: Meter;
};

/**
 * The page behind the link of a message. Opening it ends nothing, as mail scanners open every link; its button, and the one-click request of a mail
 * program (RFC 8058), is a POST. Whether there was such an address is answered to nobody.
 */
export function leaveRoutes({ leave, meter }: LeaveOptions): (app: Express) => void {
  return (app) => {
    app.get('/dung/:token', (_request, response) => {
      show(response, [paragraphs(words.ask), `<form method="post"><button>${words.button.vi} / ${words.button.en}</button></form>`]);
    });
    app.post('/dung/:token', async (request, response) => {
      if (await leave(request.params.token)) meter.count('left', { by: 'link' });
      show(response, [paragraphs(words.done)]);
    });
  };
}

const words = addressWording.page;

function paragraphs({ vi, en }: { vi: string; en: string }): string {
  return `<p>${vi}</p>\n<p lang="en">${en}</p>`;
}

const style = `
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
body { max-width: 32rem; margin: 0 auto; padding: 2rem 1.25rem; }
h1 { font-size: 1.25rem; }
[lang="en"] { opacity: .8; }
button { font: inherit; font-weight: 600; width: 100%; min-height: 3.5rem; border: 0; border-radius: .75rem; background: #0f3d3b; color: #fff; cursor: pointer; }
button:focus-visible { outline: 3px solid #e0a526; outline-offset: 3px; }
`;
const styleDigest = createHash('sha256').update(style).digest('base64');

function show(response: Response, parts: string[]): void {
  response
    .set({
      'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleDigest}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex',
      'Cache-Control': 'no-store',
    })
    .type('html')
    .send(
      `<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${words.title}</title>\n<style>${style}</style>\n</head>\n<body>\n<h1>Một Cửa</h1>\n${parts.join('\n')}\n</body>\n</html>\n`,
    );
}
