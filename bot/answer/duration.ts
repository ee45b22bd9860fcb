import type { Duration, Language, Procedure } from '../types.ts';
import { type Difference, durationText, type Limit, limitsOf, readDifference } from './limits.ts';
import { mentions, timeMention } from './mentions.ts';
import { dashes, heading, type Line, listed, type Section, type Subject } from './section.ts';
import { capital, oneLine, shorten, textLines, unique } from './text.ts';
import { wayLabels, wayNames, words } from './words.ts';

/** How long it takes. Limits that differ are all shown, and where the record contradicts itself that is said. */
export function durationSection(subject: Subject): Section {
  const { procedure, title, language } = subject;
  const limits = limitsOf(procedure);
  const said = saidWords(procedure, limits);
  const isVi = language === 'vi';
  const [only] = limits;
  if (!only) return said.length > 0 ? inWords(said, subject) : notTold(subject);
  if (limits.length === 1) {
    const figure = `**${durationText(only.duration, language)}**`;
    const lead = isVi ? `Thời hạn ${figure} khi làm ${title}.` : `${figure}: the time limit for ${title}.`;
    const doubt = contradicts(said, only.duration);
    return { lead, lines: withIntro(said, doubt, language), close: doubt ? [words[language].askThem] : [] };
  }
  const clear = readDifference(limits);
  const lines = [...dashes(limitTexts(limits, clear, subject)), ...withIntro(said, false, language)];
  if (clear === 'by-way')
    return {
      lead: isVi ? `Thời hạn khi làm ${title} tùy cách nộp:` : `The time limit for ${title} depends on the way of filing:`,
      lines,
      close: [],
    };
  if (clear === 'by-case')
    return {
      lead: isVi ? `Thời hạn khi làm ${title} tùy trường hợp:` : `The time limit for ${title} depends on the case:`,
      lines,
      close: [],
    };
  const figures = limits.map(({ duration }) => `**${durationText(duration, language)}**`);
  const lead = isVi
    ? `Hồ sơ gốc ghi các thời hạn khác nhau khi làm ${title}: ${joined(figures, 'và')}.`
    : `The official record states different time limits for ${title}: ${joined(figures, 'and')}.`;
  return { lead, lines, close: [words[language].askThem] };
}

/** The time limits in a few words, or null where they need more. */
export function durationInShort(procedure: Procedure, language: Language): string | null {
  const limits = limitsOf(procedure);
  const said = saidWords(procedure, limits);
  const [only] = limits;
  if (!only) return said.length === 1 && said[0] && said[0].length <= 160 ? said[0] : null;
  const figures = limits.map(({ duration }) => durationText(duration, language));
  if (limits.length > 3) return null;
  if (limits.length === 1) return contradicts(said, only.duration) ? null : (figures[0] ?? null);
  const why = {
    'by-way': ['tùy cách nộp', 'by way of filing'],
    'by-case': ['tùy trường hợp', 'by case'],
    unclear: ['hồ sơ gốc ghi khác nhau', 'the record differs'],
  } as const;
  return `${joined(figures, language === 'vi' ? 'hoặc' : 'or')} (${why[readDifference(limits)][language === 'vi' ? 0 : 1]})`;
}

/** Nothing where the record says no more of any of them than the figure: the first line has the figures. */
function limitTexts(limits: Limit[], clear: Difference, subject: Subject): string[] {
  const texts = limits.map((limit) => limitText(limit, clear, subject));
  const told = new Set(texts.map((text) => text.slice(text.indexOf(':'))));
  return clear === 'unclear' && told.size === 1 ? [] : texts;
}

/** One limit with where the record states it. */
function limitText({ duration, hows, texts, cases }: Limit, clear: Difference, { procedure, language }: Subject): string {
  const figure = `**${durationText(duration, language)}**`;
  const ways = wayNames(hows, language);
  if (clear === 'by-way') return `${capital(ways)}: ${figure}`;
  const names = unique(cases.filter((name) => name !== oneLine(procedure.name))).map((name) => shorten(name, 240));
  if (clear === 'by-case') return `${figure}: ${names.length > 0 ? listOf(names, language) : unique(texts.flatMap(textLines)).join(' ')}`;
  const isVi = language === 'vi';
  const inWays = hows.length === 0 ? '' : `${isVi ? 'mục cách nộp' : 'the ways of filing'} (${wayLabels(hows, language)})`;
  const inCases =
    cases.length === 0
      ? ''
      : names.length > 0
        ? `${isVi ? 'trường hợp' : 'the case'} “${listOf(names, language)}”`
        : isVi
          ? 'mục trường hợp'
          : 'the list of cases';
  return `${figure}: ${isVi ? 'ghi ở' : 'stated in'} ${[inWays, inCases].filter((place) => place !== '').join(', ')}`;
}

function listOf(names: string[], language: Language): string {
  const rest = names.length - 3;
  const more = rest > 0 ? (language === 'vi' ? '; và trường hợp khác' : '; and others') : '';
  return `${names.slice(0, 3).join('; ')}${more}`;
}

/** What the record says in words beside the figures, without lines that only repeat a figure. */
function saidWords(procedure: Procedure, limits: Limit[]): string[] {
  const clearByText = limits.length > 1 && readDifference(limits) === 'by-case' && limits.every(({ cases }) => cases.length === 0);
  if (clearByText) return [];
  const lines = unique(procedure.ways.flatMap(({ duration }) => textLines(duration.text)).map(capital));
  const figures = limits.map(({ duration }) => durationText(duration, 'vi'));
  return lines.filter((line) => !figures.some((figure) => sameFigure(line, figure)));
}

function sameFigure(line: string, figure: string): boolean {
  const bare = (text: string) =>
    text
      .toLowerCase()
      .replace(/(?<!\d)0(?=\d)/g, '')
      .replace(/\([^()]*\)/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return [figure, `không quá ${figure}`, `thời hạn ${figure}`, `thời hạn giải quyết ${figure}`].map(bare).includes(bare(line));
}

/** Words that name times but not the limit beside them speak against it. */
function contradicts(said: string[], { amount }: Duration): boolean {
  const all = said.join(' ');
  const times = [
    ...all.matchAll(/(\d+(?:[.,]\d+)?)\s*(?:\([^()]{1,30}\)\s*)?(?:ngày(?!\s*\d)|giờ|tháng(?!\s*\d)|tuần|năm(?!\s*\d))/giu),
  ].map(([, figure]) => Number(figure?.replace(',', '.')));
  return (
    times.length > 0 &&
    amount !== null &&
    !times.includes(amount) &&
    !times.some((time) => time * 8 === amount || time * 24 === amount || time * 30 === amount)
  );
}

function withIntro(said: string[], doubt: boolean, language: Language): Line[] {
  const [only] = said;
  if (!only) return [];
  if (!doubt && said.length === 1 && only.length <= 160) return dashes([`${language === 'vi' ? 'Nguyên văn' : 'In its words'}: “${only}”`]);
  const intro = doubt
    ? { vi: 'Nhưng phần mô tả của hồ sơ gốc ghi:', en: 'But the description in the record says:' }
    : { vi: 'Hồ sơ gốc ghi thêm:', en: 'The record adds:' };
  return [heading(intro[language]), ...listed(said)];
}

function inWords(said: string[], { title, language }: Subject): Section {
  const lead =
    language === 'vi' ? `Thời hạn khi làm ${title}, theo lời hồ sơ gốc:` : `The time limit for ${title}, in the words of the record:`;
  return { lead, lines: listed(said), close: [] };
}

function notTold({ procedure, title, language }: Subject): Section {
  const found = mentions(procedure, timeMention, 4);
  const lead =
    language === 'vi'
      ? `Hồ sơ gốc không ghi thời hạn chung khi làm ${title}.`
      : `The official record states no overall time limit for ${title}.`;
  const intro = language === 'vi' ? 'Phần trình tự có nhắc:' : 'The steps mention:';
  const close =
    language === 'vi'
      ? 'Bạn xem ngày hẹn trả trên giấy tiếp nhận, hoặc hỏi nơi nộp.'
      : 'See the date on your receipt, or ask the receiving office.';
  return { lead, lines: found.length > 0 ? [heading(intro), ...dashes(found)] : [], close: [close] };
}

function joined(items: string[], and: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`;
}
