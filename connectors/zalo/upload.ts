import { extname } from 'node:path';
import type { DraftFile } from '../../bot/ports.ts';
import type { Answer, Call } from './call.ts';

type Kind = { path: string; endings: string[]; types: string[]; mostBytes: number };

const megabyte = 1024 * 1024;
const image: Kind = {
  path: '/v2.0/oa/upload/image',
  endings: ['.jpg', '.jpeg', '.png'],
  types: ['image/jpeg', 'image/png'],
  mostBytes: megabyte,
};
const document: Kind = {
  path: '/v2.0/oa/upload/file',
  endings: ['.pdf', '.doc', '.docx'],
  types: ['application/pdf', 'application/msword', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  mostBytes: 5 * megabyte,
};

/** A file on the platform, as a message takes it, or why there is none. What is uploaded is good for seven days. */
export type Uploaded =
  | { kind: 'uploaded'; attachment: Record<string, unknown> }
  | { kind: 'unfit' }
  | { kind: 'refused'; answer: Extract<Answer, { kind: 'refused' }> };

/** Brings a file there: pictures up to 1 MB, PDF and Word files up to 5 MB. Others are `unfit`, and nothing is asked. */
export async function upload(call: Call, { name, type, bytes }: DraftFile, person: string, signal: AbortSignal): Promise<Uploaded> {
  const kind = [image, document].find(({ types, endings }) => types.includes(type) && endings.includes(extname(name).toLowerCase()));
  if (kind === undefined || bytes.length > kind.mostBytes) return { kind: 'unfit' };
  const form = new FormData();
  form.append('file', new Blob([Buffer.from(bytes)], { type }), name);
  const answer = await call({ path: kind.path, body: form, person }, signal);
  if (answer.kind === 'refused') return { kind: 'refused', answer };
  const { attachment_id: id, token } = answer.data;
  if (kind === image && id !== undefined) return { kind: 'uploaded', attachment: picture(id) };
  if (kind === document && token !== undefined) return { kind: 'uploaded', attachment: { type: 'file', payload: { token } } };
  return { kind: 'refused', answer: { kind: 'refused', code: 0, action: 'again' } };
}

function picture(id: string): Record<string, unknown> {
  return { type: 'template', payload: { template_type: 'media', elements: [{ media_type: 'image', attachment_id: id }] } };
}
