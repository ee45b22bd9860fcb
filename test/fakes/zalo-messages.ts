import { z } from 'zod';

/** What the platform takes as a consultation message, and nothing else. Lengths are those of its documents; text is composed (NFC). */
const longest = (most: number) =>
  z
    .string()
    .min(1)
    .refine((text) => text === text.normalize('NFC') && text.length <= most);
const query = z.strictObject({ title: longest(100), type: z.enum(['oa.query.show', 'oa.query.hide']), payload: longest(1_000) });
const url = z.strictObject({ title: longest(100), type: z.literal('oa.open.url'), payload: z.strictObject({ url: z.url() }) });
const buttons = z.strictObject({
  type: z.literal('template'),
  payload: z.strictObject({
    buttons: z
      .array(z.union([query, url]))
      .min(1)
      .max(5),
  }),
});
const picture = z.strictObject({
  type: z.literal('template'),
  payload: z.strictObject({
    template_type: z.literal('media'),
    elements: z.tuple([z.strictObject({ media_type: z.literal('image'), attachment_id: z.string() })]),
  }),
});
const file = z.strictObject({ type: z.literal('file'), payload: z.strictObject({ token: z.string() }) });

export const csSchema = z.strictObject({
  recipient: z.strictObject({ user_id: z.string().min(1) }),
  message: z.union([
    z.strictObject({ text: longest(2_000), attachment: buttons.optional(), quote_message_id: z.string().optional() }),
    z.strictObject({ text: longest(2_000).optional(), attachment: picture }),
    z.strictObject({ attachment: file }),
  ]),
});
export type Cs = z.infer<typeof csSchema>;
export type Button = z.infer<typeof query> | z.infer<typeof url>;

export const templateSchema = z.strictObject({
  user_id: z.string().min(1),
  template_id: z.string().regex(/^\d+$/),
  template_data: z.record(z.string(), z.string()),
});

export function buttonsOf({ message }: Cs): Button[] {
  const attachment = 'attachment' in message ? message.attachment : undefined;
  return attachment?.type === 'template' && 'buttons' in attachment.payload ? attachment.payload.buttons : [];
}

/** What was uploaded, by the id or token in a message. */
export function fileIdOf({ message }: Cs): string | null {
  const attachment = 'attachment' in message ? message.attachment : undefined;
  if (attachment === undefined) return null;
  if (attachment.type === 'file') return attachment.payload.token;
  return 'elements' in attachment.payload ? attachment.payload.elements[0].attachment_id : null;
}
