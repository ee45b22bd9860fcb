import type { Readable } from 'node:stream';
import sax from 'sax';

/** What a part of a workbook is made of, in order; names without their prefix. */
export type Mark =
  | { kind: 'open'; name: string; attributes: Record<string, string> }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

/** The marks of an XML stream, a handful at a time, so that no more of it is in memory. Throws on XML that is not well-formed. */
export async function* readXml(stream: Readable): AsyncGenerator<Mark[]> {
  const parser = sax.parser(true);
  let marks: Mark[] = [];
  let broken: Error | null = null;
  parser.onopentag = ({ name, attributes }) => {
    const own = Object.entries(attributes).map(([key, value]) => [bare(key), typeof value === 'string' ? value : value.value]);
    marks.push({ kind: 'open', name: bare(name), attributes: Object.fromEntries(own) });
  };
  parser.onclosetag = (name) => marks.push({ kind: 'close', name: bare(name) });
  parser.ontext = (text) => marks.push({ kind: 'text', text });
  parser.oncdata = (text) => marks.push({ kind: 'text', text });
  parser.onerror = (error) => {
    broken = error;
  };
  for await (const chunk of stream.setEncoding('utf8')) {
    parser.write(String(chunk));
    if (broken !== null) throw broken;
    yield marks;
    marks = [];
  }
  parser.close();
  if (broken !== null) throw broken;
  yield marks;
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
