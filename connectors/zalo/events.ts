import { z } from 'zod';
import { fileName, type MessageFile, paperLimits } from '../../bot/paper-types.ts';

/** What an event comes to. `id` is the same when it comes again, `at` when it happened; people are known by their id at the account. */
export type ZaloEvent =
  | {
      kind: 'message';
      id: string;
      person: string;
      at: Date;
      text: string;
      files: MessageFile[];
      voice: string | null;
      byApp: string | null;
    }
  /** Following, or opening the chat: a reason to greet. */
  | { kind: 'arrived'; person: string; at: Date; follows: boolean; byApp: string | null }
  /** Something that keeps the time to write to them open and wants no answer. */
  | { kind: 'touched'; person: string; at: Date; byApp: string | null }
  | { kind: 'unfollowed'; person: string; at: Date }
  /** They want their data deleted. Either may be missing. */
  | { kind: 'withdrawn'; person: string | null; byApp: string | null }
  /** A message of the account itself; `isStaff`: a person wrote it in the chat tool. */
  | { kind: 'echo'; messageId: string; person: string; at: Date; isStaff: boolean }
  | { kind: 'ignored' };

export type ReadEvent = { event: ZaloEvent; account: string | null };

// Ids are strings; numbers are taken as a defence.
const id = z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1).max(200));
const party = z.object({ id });
const attachment = z.object({
  type: z.string().catch(''),
  payload: z
    .object({
      url: z.string().optional().catch(undefined),
      name: z.string().optional().catch(undefined),
      type: z.string().optional().catch(undefined),
      description: z.string().optional().catch(undefined),
      size: z.coerce.number().optional().catch(undefined),
    })
    .catch({}),
});
type Attachment = z.infer<typeof attachment>;

const eventSchema = z.object({
  event_name: z.string(),
  timestamp: id,
  oa_id: id.optional(),
  user_id: id.optional().catch(undefined),
  user_id_by_app: id.optional().catch(undefined),
  sender: z.object({ id, admin_id: id.optional().catch(undefined) }).optional(),
  recipient: party.optional(),
  follower: party.optional(),
  message: z
    .object({
      msg_id: id.optional(),
      text: z.string().optional().catch(undefined),
      attachments: z.array(attachment).optional().catch(undefined),
    })
    .optional(),
});
type Event = z.infer<typeof eventSchema>;

/** Reads an event whose signature was right. What is not known, or is not whole, is ignored: the platform adds events as it likes. */
export function readEvent(body: unknown): ReadEvent {
  const read = eventSchema.safeParse(body);
  return read.success ? told(read.data) : { event: { kind: 'ignored' }, account: null };
}

function told(event: Event): ReadEvent {
  const { event_name: name, sender, recipient, oa_id: account } = event;
  // Others read along in groups, and visitors of a web page have ids of another kind: neither is a conversation of ours.
  if (/^(user|oa)_send_(group|anonymous)_/.test(name)) return { event: ignored, account: null };
  if (name.startsWith('user_send_')) return { event: messageOf(event), account: recipient?.id ?? null };
  if (name.startsWith('oa_send_')) return { event: echoOf(event), account: sender?.id ?? null };
  switch (name) {
    case 'follow':
    case 'user_click_chatnow':
      return { event: arrivalOf(event, name === 'follow'), account: account ?? recipient?.id ?? null };
    case 'unfollow': {
      const person = personOf(event);
      return { event: person === null ? ignored : { kind: 'unfollowed', person, at: timeOf(event) }, account: account ?? null };
    }
    case 'user_submit_info':
    case 'user_reacted_message': {
      const person = personOf(event);
      const touched = person === null ? ignored : { kind: 'touched' as const, person, at: timeOf(event), byApp: byAppOf(event) };
      return { event: touched, account: recipient?.id ?? account ?? null };
    }
    case 'user_withdraw':
      return { event: { kind: 'withdrawn', person: personOf(event), byApp: byAppOf(event) }, account: account ?? recipient?.id ?? null };
    default:
      return { event: ignored, account: null };
  }
}

const ignored: ZaloEvent = { kind: 'ignored' };

function messageOf(event: Event): ZaloEvent {
  const { sender, message } = event;
  if (sender === undefined || message?.msg_id === undefined) return ignored;
  const attachments = message.attachments ?? [];
  return {
    kind: 'message',
    id: message.msg_id,
    person: sender.id,
    at: timeOf(event),
    text: textOf(event.event_name, message.text ?? '', attachments),
    files: attachments.flatMap(fileOf).slice(0, paperLimits.count),
    voice: attachments.map(voiceOf).find((url) => url !== null) ?? null,
    byApp: byAppOf(event),
  };
}

/** Of a link its words, where there are none besides. The contact of somebody else (a business card) is not read; a place, a sticker and a film are nothing to read. */
function textOf(name: string, text: string, attachments: Attachment[]): string {
  if (text !== '' || name !== 'user_send_link') return text;
  return attachments.map(({ payload }) => payload.description ?? '').find((said) => said !== '' && !said.trim().startsWith('{')) ?? '';
}

const sound = /^(aac|amr|m4a|mp3|oga|ogg|opus|wav|flac|webm)$/i;

function fileOf({ type, payload }: Attachment): MessageFile[] {
  if (payload.url === undefined || voiceOf({ type, payload }) !== null) return [];
  if (type === 'image') return [{ ref: payload.url, name: 'ảnh.jpg', size: 0 }];
  if (type !== 'file') return [];
  return [{ ref: payload.url, name: fileName(payload.name ?? ''), size: Math.max(0, Math.trunc(payload.size ?? 0)) || 0 }];
}

/** A voice message, or a recording that was attached as a file. */
function voiceOf({ type, payload }: Attachment): string | null {
  const isVoice = type === 'audio' || (type === 'file' && sound.test(payload.type ?? payload.name?.split('.').at(-1) ?? ''));
  return isVoice ? (payload.url ?? null) : null;
}

function echoOf(event: Event): ZaloEvent {
  const { sender, recipient, message } = event;
  if (recipient === undefined || message?.msg_id === undefined) return ignored;
  return { kind: 'echo', messageId: message.msg_id, person: recipient.id, at: timeOf(event), isStaff: sender?.admin_id !== undefined };
}

function arrivalOf(event: Event, follows: boolean): ZaloEvent {
  const person = personOf(event);
  if (person === null) return ignored;
  return { kind: 'arrived', person, at: timeOf(event), follows, byApp: byAppOf(event) };
}

function personOf({ follower, sender, user_id }: Event): string | null {
  return follower?.id ?? sender?.id ?? user_id ?? null;
}

function byAppOf(event: Event): string | null {
  return event.user_id_by_app ?? null;
}

/** Milliseconds since 1970; a time that is none is as old as can be, so that it opens and ends nothing. */
function timeOf({ timestamp }: Event): Date {
  const ms = Number(timestamp);
  return new Date(Number.isFinite(ms) && ms > 0 && ms < 8.64e15 ? ms : 0);
}
