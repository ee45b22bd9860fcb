import { createTransport } from 'nodemailer';
import type { Logger } from 'pino';
import { reasonOf, Unavailable } from '../../bot/errors.ts';
import type { Channel } from '../../bot/ports.ts';
import { plainText } from './plain-text.ts';

export type EmailOptions = {
  /** `smtp://user:password@host:port`; `smtps://` for TLS from the first byte. */
  url: string;
  from: string;
  /** Where a notice goes, by its person; null when that was ended. */
  addressOf(person: string): Promise<string | null>;
  log: Logger;
};

const limitMs = 6_000;

/** E-mail over SMTP. What the server refuses for good is not tried again. */
export function createEmail({ url, from, addressOf, log }: EmailOptions): Channel {
  const transport = createTransport({
    url,
    connectionTimeout: limitMs,
    greetingTimeout: limitMs,
    socketTimeout: limitMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = from.slice(from.lastIndexOf('@') + 1).replace(/[^\w.-]/g, '');
  return {
    name: 'email',
    send: async ({ id, conversation, person, reply }, signal) => {
      const to = await addressOf(person);
      if (to === null) return;
      const text = plainText(reply);
      try {
        const sent = transport.sendMail({
          // An address stands for itself: no list, no group, no name.
          to: { name: '', address: to },
          from,
          subject: subjectOf(text),
          text: `${text}\n`,
          // The same notice sent again is the same message.
          messageId: `<${conversation}.${id}@${host}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        // Nodemailer knows no signal. Whether a mail that took too long has arrived nobody knows: it may come twice.
        await Promise.race([sent, aborted(signal)]);
      } catch (error) {
        if (!isRefusal(error)) throw new Unavailable('email', { cause: error });
        log.warn({ delivery: id, reason: reasonOf(error) }, 'e-mail refused for good');
      }
    },
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** The first line says it all: code and status. */
function subjectOf(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, 150);
}

/** 5xx is for good, but for the sign-in, which is the operator's to mend. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const status = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : 0;
  const code = 'code' in error ? error.code : '';
  return status >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
}
