/** Answers in TwiML. Every text and every address is escaped; nothing else goes in. */

export type Voice = { language: string; name: string };

/** The call becomes a stream of sound to `stream` until one side ends it; `next` is asked then. */
export function connectTo({ stream, ticket, next }: { stream: string; ticket: string; next: string }): string {
  const parameter = `<Parameter name="token" value="${escaped(ticket)}"/>`;
  return response(`<Connect action="${escaped(next)}" method="POST"><Stream url="${escaped(stream)}">${parameter}</Stream></Connect>`);
}

export type Dialling = {
  /** `+84…` or `sip:…`. */
  number: string;
  seconds: number;
  /** Asked once nobody answered, or once they have talked. */
  afterwards: string;
  /** Asked when somebody answers, before they are heard: what they are told. */
  whisper: string | null;
  /** The number that is shown to them; null: the caller's own. */
  shown: string | null;
};

export function dial({ number, seconds, afterwards, whisper, shown }: Dialling, said = ''): string {
  const place = number.startsWith('sip:') ? 'Sip' : 'Number';
  const told = whisper === null ? '' : ` url="${escaped(whisper)}" method="POST"`;
  const as = shown === null ? '' : ` callerId="${escaped(shown)}"`;
  const to = `<${place}${told}>${escaped(number)}</${place}>`;
  return response(`${said}<Dial timeout="${seconds}" action="${escaped(afterwards)}" method="POST"${as}>${to}</Dial>`);
}

export function hangUp(said = ''): string {
  return response(`${said}<Hangup/>`);
}

/** Nothing (more) to do. */
export function nothing(said = ''): string {
  return response(said);
}

export function say(text: string, { language, name }: Voice): string {
  return `<Say language="${escaped(language)}" voice="${escaped(name)}">${escaped(text)}</Say>`;
}

function response(verbs: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Response>${verbs}</Response>\n`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

function escaped(text: string): string {
  // What XML cannot hold at all is left out.
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}
