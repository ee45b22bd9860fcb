import type { Logger } from 'pino';
import { Later, Refused, Unavailable } from '../../bot/errors.ts';
import type { Alerts, Channel, Delivery, DraftFile, Drafts, Meter } from '../../bot/ports.ts';
import { zaloOa } from '../render/capabilities.ts';
import { sendParts } from '../render/send-parts.ts';
import { languageOfReply } from '../render/wording.ts';
import { type Part, renderReply } from '../render.ts';
import { type Answer, type Call, type Done, party, type Request } from './call.ts';
import { staffCodes } from './errors.ts';
import { isNews, type Template, templateData } from './templates.ts';
import { upload } from './upload.ts';
import { type Standing, standsOpen } from './window.ts';
import { zaloWording } from './wording.ts';

export type SendOptions = {
  call: Call;
  people: {
    standing(person: string): Promise<Standing | null>;
    closed(person: string, stopped: number | null): Promise<void>;
    sent(messageId: string): Promise<void>;
  };
  drafts: Pick<Drafts, 'file'>;
  /** For news of a dossier when the time to write is over; null: it is not told then. */
  template: Template | null;
  /** Whether messages that cost, between 48 hours and seven days after the person last wrote, are sent unprompted. */
  paid: boolean;
  alerts: Alerts;
  meter: Meter;
  log: Logger;
  now: () => Date;
};

const path = { message: '/v3.0/oa/message/cs', template: '/v3.0/oa/message/template' };
const hourMs = 3_600_000;
type Refusal = Extract<Answer, { kind: 'refused' }>;

/** Replies to people who write to the Official Account, within what the platform lets us say to whom and when. */
export function createZaloChannel(options: SendOptions): Channel {
  const { call, people, drafts, template, paid, alerts, meter, log, now } = options;
  // An alert may stand from before this process began.
  let isAlerted = true;

  async function send(delivery: Delivery, signal: AbortSignal, handedOver: () => Promise<void>): Promise<void> {
    const { person, reply, inReplyTo } = delivery;
    // Who is answered has just written, whether or not that is noted here yet.
    const standing = inReplyTo === null ? await people.standing(person) : null;
    if (standing?.follows === false) throw new Refused(party, 'unfollowed');
    if (standing !== null && standing.stopped !== null) throw new Refused(party, String(standing.stopped));
    if (!standsOpen(standing, !paid, now())) return byTemplate(delivery, signal);
    let closed = false;
    await sendParts(renderReply(reply, zaloOa), delivery, handedOver, async (part) => {
      if (closed) return;
      const refusal = await sendPart(part, delivery, signal);
      if (refusal === null) return;
      if (refusal.action !== 'window') throw await failure(refusal, delivery);
      await people.closed(person, null);
      closed = true;
    });
    // What was sent of it was read; the rest may go the other way.
    if (closed) await byTemplate(delivery, signal);
  }

  /** Null: sent. */
  async function sendPart(part: Part, delivery: Delivery, signal: AbortSignal): Promise<Refusal | null> {
    const { person } = delivery;
    if (part.kind === 'text') return say({ text: part.text.normalize('NFC'), ...buttonsOf(part) }, person, signal);
    // No voice can be sent to people there.
    if (part.kind === 'voice') return null;
    const visitor = { channel: party, person, network: null, message: delivery.inReplyTo ?? '' };
    const file = await drafts.file(visitor, part.file.case, part.file.kind, signal);
    const language = languageOfReply(delivery.reply);
    if (file === null) return say({ text: `${part.file.label}: ${zaloWording.fileGone[language]}` }, person, signal);
    return sendFile(file, `${part.file.label}: ${zaloWording.fileTooBig[language]}`, person, signal);
  }

  async function sendFile(file: DraftFile, instead: string, person: string, signal: AbortSignal): Promise<Refusal | null> {
    for (let tries = 1; ; tries += 1) {
      const uploaded = await upload(call, file, person, signal);
      if (uploaded.kind === 'unfit') return say({ text: instead }, person, signal);
      if (uploaded.kind === 'refused') return uploaded.answer;
      const refusal = await say({ attachment: uploaded.attachment }, person, signal);
      // The platform has forgotten the file: it is brought once more.
      if (refusal?.action !== 'upload' || tries === 2) return refusal;
    }
  }

  function say(message: Record<string, unknown>, person: string, signal: AbortSignal): Promise<Refusal | null> {
    return ask({ path: path.message, body: { recipient: { user_id: person }, message }, person }, signal);
  }

  async function byTemplate(delivery: Delivery, signal: AbortSignal): Promise<void> {
    const { person, reply } = delivery;
    if (template === null || !isNews(delivery)) throw new Refused(party, 'window');
    const body = { user_id: person, template_id: template.id, template_data: templateData(template, reply) };
    const refusal = await ask({ path: path.template, body, person, isTemplate: true }, signal);
    if (refusal?.action === 'window') throw new Refused(party, String(refusal.code));
    if (refusal !== null) throw await failure(refusal, delivery);
    meter.count('zalo-sent', { quota: 'template' });
  }

  async function ask(request: Request, signal: AbortSignal): Promise<Refusal | null> {
    const answer = await call(request, signal);
    if (answer.kind === 'refused') return answer;
    await sent(answer.data, request.isTemplate === true);
    return null;
  }

  async function sent({ message_id, msg_id, quota }: Done, isTemplate: boolean): Promise<void> {
    const id = message_id ?? msg_id;
    if (id !== undefined) await people.sent(id);
    if (!isTemplate) meter.count('zalo-sent', { quota: quota?.quota_type?.replaceAll('_', '-') ?? 'charged' });
    if (isAlerted) await alerts.clear(party, staffCodes);
    isAlerted = false;
  }

  /** What is thrown for a refusal: the outbox then tries again, later, or never. */
  async function failure({ code, action }: Refusal, { person, inReplyTo, at }: Delivery): Promise<Error> {
    const why = String(code);
    switch (action) {
      case 'night':
        return new Later(party, morningAfter(now()), why);
      case 'person':
        await people.closed(person, code);
        return new Refused(party, why);
      case 'staff':
      case 'token':
        isAlerted = true;
        log.error({ code }, 'Zalo refuses until somebody sees to it: npm run zalo -- status');
        await alerts.raise(party, action === 'token' ? 'token-refused' : why);
        return new Unavailable(party, { cause: new Error(why) });
      case 'upload':
      case 'again': {
        // A few tries: about ten in ten minutes. News may have waited for the morning before its first.
        const isOld = now().getTime() - Date.parse(at) > (inReplyTo === null ? 24 * hourMs : hourMs / 6);
        return isOld ? new Refused(party, why) : new Unavailable(party, { cause: new Error(why) });
      }
      default:
        log.error({ code }, 'Zalo does not take what we say: this is a fault of ours');
        return new Refused(party, why);
    }
  }

  return { name: party, send };
}

/** Shown in the conversation as the person's own words, as if typed; a token of ours is not. */
function buttonsOf({ buttons }: Extract<Part, { kind: 'text' }>): Record<string, unknown> {
  if (buttons.length === 0) return {};
  const made = buttons.map(({ label, payload }) => ({
    title: label,
    type: /^[~#]/.test(payload) ? 'oa.query.hide' : 'oa.query.show',
    payload,
  }));
  return { attachment: { type: 'template', payload: { buttons: made } } };
}

/** Six in the morning in Vietnam. */
function morningAfter(now: Date): Date {
  const local = new Date(now.getTime() + 7 * hourMs);
  const six = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate(), 6) - 7 * hourMs;
  return new Date(six > now.getTime() ? six : six + 24 * hourMs);
}
