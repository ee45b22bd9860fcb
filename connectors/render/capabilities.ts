import { Buffer } from 'node:buffer';

/** What a channel can show. Lengths of text are UTF-16 units of what is sent, markup included; payloads are bytes of UTF-8. */
export type Capabilities = {
  /** Longest text of one message. */
  text: number;
  /** How bold is written: in HTML (then `<`, `>` and `&` are escaped), in our own `**`, or not at all. */
  bold: 'html' | 'stars' | 'none';
  /** Null: no buttons. `payloadBytes`: of what a tap sends back. */
  buttons: { most: number; label: number; payloadBytes: number } | null;
  /** `links`: sources as links in the text; `addresses`: as bare addresses. */
  links: 'html' | 'addresses';
  /** Files of these kinds can be sent. */
  files: readonly ('pdf' | 'docx' | 'ics')[];
  /** Voice notes can be sent. */
  voice?: true;
};

/** Bot API: 4,096 after parsing, which we keep to before it; callback data 64 bytes. Ten buttons, below one another, still fit a screen. */
export const telegram: Capabilities = {
  text: 4_096,
  bold: 'html',
  buttons: { most: 10, label: 64, payloadBytes: 64 },
  links: 'html',
  files: ['pdf', 'docx', 'ics'],
  voice: true,
};

/** Consultation messages; PDF and DOCX can be uploaded, calendar files cannot. A payload has 1,000 characters: bytes are the safer count. */
export const zaloOa: Capabilities = {
  text: 2_000,
  bold: 'none',
  buttons: { most: 5, label: 100, payloadBytes: 1_000 },
  links: 'addresses',
  files: ['pdf', 'docx'],
};

export const zaloBot: Capabilities = { text: 2_000, bold: 'none', buttons: null, links: 'addresses', files: [] };

/** Lines for a terminal: it scrolls, and nothing can be tapped. */
export const terminal: Capabilities = { text: 100_000, bold: 'none', buttons: null, links: 'addresses', files: [] };

/** UTF-8 bytes. */
export function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
