import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OldDistrict, Places } from '../bot/places/places.ts';

/** The folder with the shipped directory. */
export const placesFolder = join(import.meta.dirname, 'communes');

/**
 * The directory of provinces and communes from `today.txt` and `before.txt` of a folder: an outline of two blanks a level, one unit a line.
 * Throws an Error that names file and line where a line does not fit or leads to a commune that is not there.
 */
export function readPlaces(folder: string = placesFolder): Places {
  const { provinces, communes } = readToday(linesOf(folder, 'today.txt'));
  return { provinces, communes, before: readBefore(linesOf(folder, 'before.txt'), provinces, communes) };
}

type Line = { text: string; level: number; broken: () => Error };

function linesOf(folder: string, name: string): Line[] {
  const lines = readFileSync(join(folder, name), 'utf8').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, at) => {
    const level = line.startsWith('    ') ? 2 : line.startsWith('  ') ? 1 : 0;
    return { text: line.slice(level * 2), level, broken: () => new Error(`${name}:${at + 1} does not fit`) };
  });
}

function readToday(lines: Line[]): Pick<Places, 'provinces' | 'communes'> {
  const provinces: Places['provinces'] = [];
  const communes: Places['communes'] = [];
  for (const { text, level, broken } of lines) {
    const province = provinces.at(-1);
    if (level === 0 && /^\d{2} \S/.test(text)) provinces.push({ code: text.slice(0, 2), name: text.slice(3) });
    else if (level === 1 && /^\d{5} \S/.test(text) && province !== undefined) {
      communes.push({ code: text.slice(0, 5), name: text.slice(6), province: province.code });
    } else throw broken();
  }
  return { provinces, communes };
}

function readBefore(lines: Line[], provinces: Places['provinces'], communes: Places['communes']): Places['before'] {
  const before: Places['before'] = [];
  const provinceCodes = new Set(provinces.map(({ code }) => code));
  const communeCodes = new Set(communes.map(({ code }) => code));
  for (const { text, level, broken } of lines) {
    const districts = before.at(-1)?.districts;
    if (level === 0) {
      const [, code, name, province, also] = /^(\d{3}) ([^>=]+) > (\d{2})(?: = (.+))?$/.exec(text) ?? [];
      if (code === undefined || name === undefined || province === undefined || !provinceCodes.has(province)) throw broken();
      before.push({ code, name, also: also?.split(' = ') ?? [], province, districts: [] });
    } else if (level === 1 && districts !== undefined) {
      const [name = '', ...also] = text.split(' = ');
      districts.push({ name, also, communes: [] });
    } else if (level === 2 && districts?.at(-1) !== undefined) {
      districts.at(-1)?.communes.push(oldCommune(text, communeCodes, broken));
    } else throw broken();
  }
  return before;
}

function oldCommune(text: string, codes: Set<string>, broken: Line['broken']): OldDistrict['communes'][number] {
  const end = text.indexOf(' ');
  const now = (end < 0 ? text : text.slice(0, end)).split('+');
  if (now.some((code) => !codes.has(code))) throw broken();
  return { name: end < 0 ? '' : text.slice(end + 1), now };
}
