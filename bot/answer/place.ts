import type { Language, Procedure } from '../types.ts';
import { mentions, placeMention } from './mentions.ts';
import { dashes, listed, type Section, type Subject } from './section.ts';
import { capital, textLines, unique, unstopped } from './text.ts';
import { wayLabels, words } from './words.ts';

/** Where to hand it in: the address of the record, else the office, else what the steps say of it. */
export function placeSection({ procedure, title, language }: Subject): Section {
  const isVi = language === 'vi';
  const received = textLines(procedure.receivedAt);
  const said = received.length > 0 ? received : mentions(procedure, placeMention, 2);
  const about = offices(procedure, language);
  if (said.length === 0 && about.length === 0) return notTold(title, language);
  const [only] = procedure.agencies;
  if (received.length === 1 && received[0] && received[0].length <= 160 && !/^(?:nộp|gửi|trực tiếp)|nộp hồ sơ/iu.test(received[0])) {
    const lead = isVi ? `Nộp tại **${unstopped(received[0])}** khi làm ${title}.` : `File at **${unstopped(received[0])}** for ${title}.`;
    return { lead, lines: dashes(about), close: [] };
  }
  if (said.length === 0 && only && procedure.agencies.length === 1) {
    const lead = isVi ? `**${only}** là cơ quan thực hiện ${title}.` : `**${only}** is the office in charge of ${title}.`;
    return { lead, lines: dashes(about.slice(1)), close: [isVi ? 'Bạn nộp theo một trong các cách trên.' : 'File in one of these ways.'] };
  }
  const lead = isVi ? `Nơi nộp hồ sơ khi làm ${title}:` : `Where to file for ${title}:`;
  return { lead, lines: [...listed(said.map(capital)), ...dashes(about)], close: [] };
}

/** Who receives it, in a few words; null where the record does not say shortly. */
export function placeInShort(procedure: Procedure): string | null {
  const received = textLines(procedure.receivedAt);
  const told = unstopped(received.length > 0 ? received.join('; ') : unique(procedure.agencies).join('; '));
  return told !== '' && told.length <= 200 ? told : null;
}

function offices(procedure: Procedure, language: Language): string[] {
  const isVi = language === 'vi';
  const received = procedure.receivedAt.toLowerCase();
  const agencies = unique(procedure.agencies.map(unstopped)).filter((name) => name.toLowerCase() !== received);
  const authorities = unique(procedure.authorities.map(unstopped)).filter((name) => !agencies.includes(name));
  const levels = procedure.levels.map((level) => words[language].levels[level]);
  const ways = wayLabels(
    procedure.ways.map(({ how }) => how),
    language,
  );
  return [
    agencies.length > 0 ? `${isVi ? 'Cơ quan thực hiện' : 'Office in charge'}: ${agencies.join('; ')}.` : '',
    authorities.length > 0 ? `${isVi ? 'Người hoặc cơ quan quyết định' : 'Deciding authority'}: ${authorities.join('; ')}.` : '',
    levels.length > 0 ? `${isVi ? 'Cấp giải quyết' : 'Level'}: ${levels.join(', ')}.` : '',
    ways !== '' ? `${isVi ? 'Cách nộp' : 'Ways to file'}: ${ways}.` : '',
  ].filter((line) => line !== '');
}

function notTold(title: string, language: Language): Section {
  return language === 'vi'
    ? { lead: `Hồ sơ gốc không ghi nơi nộp khi làm ${title}.`, lines: [], close: ['Bạn hỏi Trung tâm Phục vụ hành chính công nơi ở.'] }
    : {
        lead: `The official record does not say where to file for ${title}.`,
        lines: [],
        close: ['Please ask the public service centre where you live.'],
      };
}
