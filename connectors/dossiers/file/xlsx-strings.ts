import type { Readable } from 'node:stream';
import { OperatorError } from '../../../bot/errors.ts';
import { readXml } from './xml.ts';

/** The shared text of a number; empty where there is none. */
export type Strings = (place: number) => string;

const mostBytes = 512 * 1024 ** 2;

/** The texts that the cells of a workbook share. Kept as bytes, which takes a third of what as many texts of their own would. */
export async function readStrings(stream: Readable): Promise<Strings> {
  const ends: number[] = [];
  let bytes = Buffer.alloc(1024 ** 2);
  let size = 0;
  let text = '';
  let isText = false;
  let phonetic = 0;

  function keep(): void {
    const needed = size + text.length * 3;
    if (needed > mostBytes) throw new OperatorError('The workbook holds too much text: save it as CSV.');
    if (needed > bytes.length) bytes = Buffer.concat([bytes.subarray(0, size)], Math.max(needed, bytes.length * 2));
    size += bytes.write(text, size, 'utf8');
    ends.push(size);
    text = '';
  }

  for await (const marks of readXml(stream)) {
    for (const mark of marks) {
      if (mark.kind === 'text') text += isText && phonetic === 0 ? mark.text : '';
      else if (mark.name === 't') isText = mark.kind === 'open';
      // How it is read aloud in East Asian scripts stands beside the text.
      else if (mark.name === 'rPh') phonetic += mark.kind === 'open' ? 1 : -1;
      else if (mark.name === 'si' && mark.kind === 'close') keep();
    }
  }
  return (place) => (ends[place] === undefined ? '' : bytes.toString('utf8', place === 0 ? 0 : ends[place - 1], ends[place]));
}
