import type { Procedure } from '../types.ts';
import { dashes, heading, type Line, listed, type Section, type Subject } from './section.ts';
import { capital, oneLine, shorten, textLines, unique, unstopped } from './text.ts';

/** The steps in order: a step's own name, or the "Bước 1" of its text, in bold. */
export function stepsSection({ procedure, title, language }: Subject): Section {
  const lines = procedure.steps.flatMap(stepLines);
  if (lines.length === 0)
    return told(language, [`Hồ sơ gốc không ghi các bước khi làm ${title}.`, `The official record lists no steps for ${title}.`]);
  return { ...told(language, [`Các bước khi làm ${title}:`, `Steps for ${title}, in the words of the record:`]), lines };
}

/** Blank forms: which paper has one and where they are. */
export function formsSection({ procedure, url, title, language }: Subject): Section {
  const isVi = language === 'vi';
  const papers = procedure.papers.flatMap((group) => group.papers);
  const withForm = papers.filter(
    ({ name, forms }) => forms.length > 0 || /^(?:đơn|tờ khai|phiếu|bản khai|giấy đề nghị|mẫu|tờ trình)\b/iu.test(oneLine(name)),
  );
  if (withForm.length === 0) {
    const empty = told(language, [
      `Hồ sơ gốc không kèm mẫu đơn khi làm ${title}.`,
      `The official record has no form attached for ${title}.`,
    ]);
    return {
      ...empty,
      close: [isVi ? `Bạn hỏi mẫu ở nơi nhận hồ sơ, hoặc xem ${url}` : `Ask the receiving office for one, or see ${url}`],
    };
  }
  const lines = unique(withForm.map((paper) => formText(unstopped(oneLine(paper.name)), paper.forms, isVi ? 'mẫu' : 'form')));
  const where = isVi ? `Tải mẫu tại trang của thủ tục: ${url}` : `Download the forms from the procedure's page: ${url}`;
  return { lead: isVi ? `Mẫu đơn khi làm ${title}:` : `Forms for ${title}:`, lines: dashes(lines), close: [where] };
}

export function conditionsSection({ procedure, title, language }: Subject): Section {
  const lines = textLines(procedure.conditions);
  if (lines.length === 0) {
    return told(language, [
      `Hồ sơ gốc không ghi yêu cầu, điều kiện riêng khi làm ${title}.`,
      `The official record states no special conditions for ${title}.`,
    ]);
  }
  return {
    ...told(language, [`Yêu cầu, điều kiện khi làm ${title}:`, `Conditions for ${title}, in the words of the record:`]),
    lines: listed(lines),
  };
}

export function resultSection({ procedure, title, language }: Subject): Section {
  const results = unique(procedure.results.map((result) => unstopped(oneLine(result))));
  if (results.length === 0)
    return told(language, [`Hồ sơ gốc không ghi kết quả khi làm ${title}.`, `The official record does not name the result of ${title}.`]);
  const [only] = results;
  if (results.length === 1 && only && only.length <= 160)
    return told(language, [`Bạn nhận được **${only}** khi làm ${title}.`, `You receive **${only}** (${title}).`]);
  return { ...told(language, [`Kết quả khi làm ${title}:`, `What you receive from ${title}:`]), lines: dashes(results) };
}

export function legalBasisSection({ procedure, title, language }: Subject): Section {
  const bases = unique(procedure.legalBases.map(basisText));
  if (bases.length === 0)
    return told(language, [`Hồ sơ gốc không ghi căn cứ pháp lý của ${title}.`, `The official record lists no legal basis for ${title}.`]);
  return { ...told(language, [`Căn cứ pháp lý của ${title}:`, `Legal basis of ${title}:`]), lines: dashes(bases) };
}

export function eligibleSection({ procedure, title, language }: Subject): Section {
  const subjects = unique(procedure.subjects);
  if (subjects.length === 0)
    return told(language, [`Hồ sơ gốc không ghi ai được làm ${title}.`, `The official record does not say who may apply for ${title}.`]);
  const conditions = textLines(procedure.conditions);
  const intro = language === 'vi' ? 'Yêu cầu, điều kiện:' : 'Conditions:';
  const more = conditions.length > 0 ? [heading(`**${intro}**`), ...listed(conditions)] : [];
  const lead = told(language, [`Ai làm được ${title}:`, `Who may apply for ${title}:`]);
  return { ...lead, lines: [...dashes(subjects), ...more] };
}

function told(language: Subject['language'], [vi, en]: [string, string]): Section {
  return { lead: language === 'vi' ? vi : en, lines: [], close: [] };
}

function stepLines({ name, text }: Procedure['steps'][number]): Line[] {
  const title = oneLine(name).replace(/[\s:.]+$/, '');
  const lines = listed(textLines(text)).map(stepLine);
  if (title === '') return lines;
  if (lines.length === 0) return [{ mark: 'dash', text: title }];
  return [title.length <= 200 ? heading(`**${capital(title)}:**`) : { mark: 'plain', text: title }, ...lines];
}

function stepLine(line: Line): Line {
  const step = /^(Bước \d{1,2}(?:\.\d{1,2})?)\s*[:.-]?\s*(.*)$/u.exec(line.text);
  if (!step) return line;
  return step[2] === '' ? heading(`**${step[1]}:**`) : { mark: 'plain', text: `**${step[1]}:** ${step[2]}` };
}

/** The paper with the forms that its own words, as shown, do not name. */
function formText(name: string, forms: string[], label: string): string {
  const shown = shorten(name, 240);
  const unsaid = forms.filter((form) => !shown.toLowerCase().includes(form.toLowerCase()));
  return unsaid.length > 0 ? `${shown} – ${label}: ${unsaid.join('; ')}` : shown;
}

function basisText({ code, name }: { code: string; name: string }): string {
  const title = oneLine(name);
  if (title === '' || code === '') return title === '' ? code : title;
  return title.toLowerCase().includes(code.toLowerCase()) ? title : `${code}: ${title}`;
}
