import { createTransport } from 'nodemailer';
import type { Logger } from 'pino';
import { addressWording } from '../../bot/address-wording.ts';
import { noticeWording } from '../../bot/dossier-wording.ts';
import { Refused, Unavailable } from '../../bot/errors.ts';
import type { Channel } from '../../bot/ports.ts';
import type { Reply } from '../../bot/types.ts';
import { plainText } from './plain-text.ts';
import { leaveUrl, letterFor, type Receivers } from './receiver.ts';

export type EmailOptions = {
  /** `smtp://user:password@host:port`; `smtps://` for TLS from the first byte. */
  url: string;
  from: string;
  receivers: Receivers;
  /** Where this server is reached from outside; null: a receiver ends it in the conversation. */
  publicUrl: string | null;
  log: Logger;
};

const limitMs = 6_000;

/** E-mail over SMTP. A mailbox that there is not is ended; another message that is refused for good is not tried again. */
export function createEmail({ url, from, receivers, publicUrl, log }: EmailOptions): Channel {
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
      const receiver = await receivers.of(person);
      const text = receiver === null ? null : letterFor(receiver, reply);
      if (receiver === null || text === null) return;
      const link = publicUrl === null ? null : leaveUrl(publicUrl, receiver);
      try {
        const sent = transport.sendMail({
          // An address stands for itself: no list, no group, no name.
          to: { name: '', address: receiver.address },
          from,
          subject: subjectOf(plainText(reply)),
          text: [text, ...petitionIn(reply), endLine(link)].join('\n\n').concat('\n'),
          // The same notice sent again is the same message.
          messageId: `<${conversation}.${id}@${host}>`,
          headers: { 'Auto-Submitted': 'auto-generated', ...(link === null ? {} : oneClick(link)) },
        });
        // Nodemailer knows no signal. Whether a mail that took too long has arrived nobody knows: it may come twice.
        await Promise.race([sent, aborted(signal)]);
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal === null) throw new Unavailable('email', { cause: error });
        log.warn({ delivery: id, reason: refusal.reason }, 'e-mail refused for good');
        if (refusal.of === 'message') throw new Refused('email', refusal.reason);
        await receivers.unreachable(person, refusal.reason);
      }
    },
  };
}

/** RFC 8058: the mail program shows a button of its own, which asks with POST. The provider counts it when DKIM signs both lines. */
function oneClick(link: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/** The petition that waits behind a button elsewhere: here it is said in full. */
function petitionIn({ choices }: Reply): string[] {
  const { sendPetition, pastePetition } = noticeWording;
  return choices.flatMap(({ label, say }) => {
    if (label === sendPetition.vi) return [`${pastePetition.vi}\n${say}`];
    return label === sendPetition.en ? [`${pastePetition.en}\n${say}`] : [];
  });
}

function endLine(link: string | null): string {
  const { email } = addressWording.endLine;
  return link === null ? email.inChat : `${email.link} ${link}`;
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** The first line says it all: code and status. What confirms an address stands inside alone: a locked screen shows the subject. */
function subjectOf(text: string): string {
  const [line = ''] = text.split('\n');
  return line.replace(/\W*\{code\}$/, '').slice(0, 150);
}

type Refusal = { of: 'address' | 'message'; reason: string };

/**
 * 5xx is for good, but for the sign-in, which is the operator's to mend. It ends the address where the answer is about the mailbox: an enhanced
 * status (RFC 3463) of policy (5.7) or of a full mailbox (5.2.2) is not, nor is an answer to our own sender.
 */
function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof Error)) return null;
  const status = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : 0;
  const code = 'code' in error ? error.code : '';
  if (status < 500 || (code !== 'EENVELOPE' && code !== 'EMESSAGE')) return null;
  const answer = 'response' in error && typeof error.response === 'string' ? error.response : '';
  const enhanced = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(answer)?.[1] ?? '';
  // A mailbox that is full today may have room tomorrow.
  if (enhanced === '5.2.2' || (status === 552 && enhanced === '')) return null;
  const isOfRecipient = 'command' in error && error.command === 'RCPT TO';
  const reason = `SMTP ${[status, enhanced].join(' ').trim()}`;
  return { of: isOfRecipient && !enhanced.startsWith('5.7.') ? 'address' : 'message', reason };
}
