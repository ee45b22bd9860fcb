import type { Aspect, Language, Memory, Reply } from '../types.ts';
import { handOverWording as words } from './hand-over-wording.ts';

/** What a call is about, without anything that is the caller's own: names of procedures and sections, the end of a dossier's code. */
export type Matter = {
  language: Language;
  /** Its official name. */
  procedure: string | null;
  heard: Aspect[];
  wanted: Aspect | null;
  filing: boolean;
  danger: boolean;
  /** The last four digits of the code. */
  dossier: string | null;
};

/** What the replies of a call were about, the oldest first: of the procedure spoken of last, what was told of it, and what was asked last and not told. */
export function matterOfReplies(replies: Reply[], language: Language): Matter {
  const about = replies.filter(({ sources }) => sources.length > 0).at(-1);
  const { code, title } = about?.sources[0] ?? { code: null, title: null };
  const told = replies.filter(({ kind, sources }) => kind === 'answered' && sources.some((source) => source.code === code));
  const last = replies.filter(({ kind }) => kind !== 'handed-over').at(-1);
  return {
    language,
    procedure: title,
    heard: [...new Set(told.flatMap(({ aspect }) => aspect ?? []))],
    wanted: last !== undefined && last.kind !== 'answered' ? last.aspect : null,
    filing: last?.kind === 'filing',
    danger: replies.some(({ kind }) => kind === 'emergency'),
    dossier: tailOfCode(replies.findLast(({ dossier }) => dossier !== null)?.dossier ?? null),
  };
}

/** The same of what is remembered of a conversation. */
export function matterOfMemory({ language, focus, aspect, filing, dossier }: Memory): Matter {
  return {
    language,
    procedure: focus?.name ?? null,
    heard: [],
    wanted: focus === null ? null : aspect,
    filing: filing?.open === true,
    danger: false,
    dossier: tailOfCode(dossier?.code ?? null),
  };
}

/**
 * What is whispered to the person who takes a call, and kept with a call-back. It has no word of the caller's:
 * "Người gọi hỏi về cấp lại căn cước, đã nghe lệ phí, muốn hỏi nơi nộp. Hồ sơ đang nói tới có đuôi 0012."
 */
export function whisperOf(matter: Matter): string {
  const { language, danger, dossier } = matter;
  return [
    ...(danger ? [words.danger] : []),
    subject(matter),
    ...(dossier === null ? [] : [`${words.dossier} ${dossier}`]),
    ...(language === 'en' ? [words.english] : []),
  ]
    .map((sentence) => `${sentence}.`)
    .join(' ');
}

function subject({ procedure, heard, wanted, filing, dossier }: Matter): string {
  if (procedure === null) return dossier === null ? words.asksNothing : words.asksDossier;
  const told = heard.filter((aspect) => aspect !== 'overview').map((aspect) => words.aspects[aspect]);
  return [
    `${words.asks} ${lowered(procedure)}`,
    ...(told.length === 0 ? [] : [`${words.heard} ${listed(told)}`]),
    ...(filing ? [words.files] : []),
    ...(wanted === null || wanted === 'overview' || heard.includes(wanted) ? [] : [`${words.wants} ${words.aspects[wanted]}`]),
  ].join(', ');
}

/** The name within a sentence, as much of it as one listens to; an acronym at its head stays as it is. */
function lowered(name: string): string {
  const plain = name
    .trim()
    .replace(/^Thủ tục /u, '')
    .replace(/[.;,]+$/, '')
    .replace(/^(.{60,90})[ ,;(].*$/u, '$1');
  return /^\p{Lu}(?!\p{Lu})/u.test(plain) ? plain.charAt(0).toLowerCase() + plain.slice(1) : plain;
}

function listed(items: string[]): string {
  const [last, ...before] = items.toReversed();
  return before.length === 0 ? (last ?? '') : `${before.toReversed().join(', ')} ${words.and} ${last}`;
}

function tailOfCode(code: string | null): string | null {
  return /\d{4}(?=\D*$)/.exec(code ?? '')?.[0] ?? null;
}
