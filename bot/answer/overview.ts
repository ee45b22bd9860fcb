import { durationInShort } from './duration.ts';
import { feeInShort } from './fee.ts';
import { onlineInShort } from './online.ts';
import { placeInShort } from './place.ts';
import { dashes, type Section, type Subject } from './section.ts';
import { oneLine, shorten, unique, unstopped } from './text.ts';

/** The whole procedure at a glance: one short line for each thing the record tells shortly, buttons for the rest. */
export function overviewSection({ procedure, title, language }: Subject): Section {
  const isVi = language === 'vi';
  const results = unique(procedure.results.map((result) => unstopped(oneLine(result)))).join('; ');
  const lines = [
    line(isVi ? 'Kết quả' : 'You receive', results === '' ? null : shorten(results, 200)),
    line(isVi ? 'Nơi nhận' : 'Office', placeInShort(procedure)),
    line(isVi ? 'Thời hạn' : 'Time limit', durationInShort(procedure, language)),
    line(isVi ? 'Lệ phí' : 'Fee', feeInShort(procedure, language)),
    line(isVi ? 'Nộp trực tuyến' : 'Online', onlineInShort(procedure, language)),
  ].filter((text) => text !== '');
  const field = procedure.field === '' ? '' : isVi ? `, lĩnh vực ${procedure.field}` : '';
  const lead = isVi ? `${title}${field}:` : `${title}, at a glance:`;
  return { lead, lines: dashes(lines), close: [isVi ? 'Bạn muốn xem phần nào?' : 'What would you like to see next?'] };
}

function line(name: string, text: string | null): string {
  return text === null ? '' : `**${name}:** ${text}`;
}
