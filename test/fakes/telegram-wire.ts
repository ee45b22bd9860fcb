import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { bad } from './telegram-chats.ts';
import type { Files } from './telegram-methods.ts';

/** JSON, or a form whose files are named by the part that they came in. */
export async function bodyOf(request: IncomingMessage): Promise<{ given: Record<string, unknown>; uploaded: Files }> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer); // a request gives bytes
  const type = request.headers['content-type'] ?? '';
  const bytes = Buffer.concat(parts);
  if (bytes.length === 0) return { given: {}, uploaded: new Map() };
  if (type.startsWith('application/json'))
    return { given: z.record(z.string(), z.unknown()).parse(JSON.parse(bytes.toString('utf8'))), uploaded: new Map() };
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const uploaded: Files = new Map();
  const given: Record<string, unknown> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string') given[name] = /^[{[]/.test(value) ? JSON.parse(value) : value;
    else uploaded.set(name, { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  if (uploaded.size === 0) throw bad('there is no file in the request');
  return { given, uploaded };
}

export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
