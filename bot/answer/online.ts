import type { Language, Procedure } from '../types.ts';
import { dashes, type Section, type Subject } from './section.ts';
import { capital, textLines, unique } from './text.ts';
import { wayLabels, wayNames, words } from './words.ts';

/** Whether and how it is filed online, the other ways, and where to start. */
export function onlineSection({ procedure, url, title, language }: Subject): Section {
  const isVi = language === 'vi';
  const others = procedure.ways.map(({ how }) => how).filter((how) => how !== 'online');
  const ways = wayNames(others, language);
  if (procedure.online === 'none') {
    const lead = isVi
      ? `Hồ sơ gốc không ghi cách nộp trực tuyến khi làm ${title}.`
      : `The official record lists no online filing for ${title}.`;
    const instead = ways === '' ? [] : [isVi ? `${capital(ways)} được.` : `You can file ${ways}.`];
    return { lead, lines: dashes([...instead, `${isVi ? 'Xem thủ tục tại' : 'See the record at'}: ${url}`]), close: [] };
  }
  const listed = procedure.ways.some(({ how }) => how === 'online');
  const lines = [
    `${words[language].start}: ${url}`,
    words[language].signIn,
    ways === '' ? '' : isVi ? `Cách nộp khác: ${wayLabels(others, language)}.` : `Other ways: ${ways}.`,
    ...onlineWords(procedure),
  ].filter((line) => line !== '');
  const doubt = isVi
    ? 'Danh sách cách nộp của hồ sơ gốc không có nộp trực tuyến. Bạn nên hỏi lại nơi nộp.'
    : `Yet the record's list of ways has no online one. ${words.en.askThem}`;
  return { lead: onlineLead(procedure, title, language), lines: dashes(lines), close: listed ? [] : [doubt] };
}

export function onlineInShort(procedure: Procedure, language: Language): string {
  const names = {
    full: ['nộp được, toàn trình', 'yes, from start to end'],
    partial: ['nộp được, một phần', 'yes, in part'],
    none: ['hồ sơ gốc không ghi', 'not in the record'],
  } as const;
  return names[procedure.online][language === 'vi' ? 0 : 1];
}

function onlineLead(procedure: Procedure, title: string, language: Language): string {
  if (language === 'en')
    return `Yes, you can file ${title} online (${procedure.online === 'full' ? 'from start to end' : 'in part: some steps are done outside the portal'}).`;
  const how =
    procedure.online === 'full' ? '**trực tuyến toàn trình** (làm hết trên mạng)' : '**trực tuyến một phần** (có bước làm ngoài mạng)';
  return `${title}: nộp được ${how}.`;
}

/** The record's own words on filing online, when they are more than a web address. */
function onlineWords(procedure: Procedure): string[] {
  const texts = procedure.ways.filter(({ how }) => how === 'online').flatMap(({ text }) => textLines(text));
  return unique(texts)
    .filter((line) => /trực tuyến|cổng|điện tử|VNeID/iu.test(line) && line.replace(/https?:\S+/g, '').length > 60)
    .slice(0, 3);
}
