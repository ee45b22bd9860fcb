import { feeInShort } from '../answer/fee.ts';
import { sourceOf } from '../answer/subject.ts';
import { oneLine, shorten, unique } from '../answer/text.ts';
import { button } from '../reply.ts';
import type { StoredProcedure, TurnResult } from '../types.ts';
import type { Case } from './case.ts';
import { liveAnswers, questionsOf } from './plan.ts';
import { nextProcedures } from './rules.ts';
import { submitQuestion, targetOf } from './submit.ts';
import { submitWording } from './submit-wording.ts';
import { type FilingTurn, filingResult } from './turn.ts';
import { filingWording as words } from './wording.ts';

/** The form is made: files to print and edit, where to file, what it costs, and what usually comes next. */
export async function finish(turn: FilingTurn): Promise<TurnResult> {
  const { form, library, signal, today } = turn;
  const target = targetOf(turn);
  const draft: Case = { ...turn.draft, asking: target === null ? null : 'submit', state: 'ready' };
  const { language } = draft;
  const [stored] = await library.byCode(form.code, signal);
  const live = liveAnswers(questionsOf(form, draft.answers, today), draft.answers);
  const next = nextProcedures(form, live, today);
  const lines = [
    words.ready[language].replace('CODE', draft.code),
    ...(stored === undefined ? [] : recordLines(stored, language)),
    ...(next.length === 0 ? [] : [words.next[language], ...next.map(({ say }) => `- ${say[language]}`)]),
  ];
  const question = target === null ? null : submitQuestion(turn, target);
  const counter = await hasCounters(turn);
  return filingResult(turn, draft, {
    lines: question === null ? lines : [...lines, ...question.lines],
    choices: [
      ...(question?.choices ?? []),
      ...(counter ? [button(submitWording.appointment, language)] : []),
      ...(question === null ? next.slice(0, 3).map(({ code, say }) => ({ label: say[language], say: code })) : []),
    ],
    sources: stored === undefined ? [] : [sourceOf(stored, 'online')],
    files: [
      { kind: 'pdf', label: words.readyPdf[language], name: `${draft.code}.pdf`, case: draft.id },
      { kind: 'docx', label: words.readyDocx[language], name: `${draft.code}.docx`, case: draft.id },
    ],
    ...(question === null ? { closes: true } : {}),
  });
}

async function hasCounters({ appointments, signal }: FilingTurn): Promise<boolean> {
  return appointments !== undefined && (await appointments.offices(signal)).length > 0;
}

function recordLines({ procedure, provenance }: StoredProcedure, language: 'vi' | 'en'): string[] {
  const fee = feeInShort(procedure, language);
  const start = procedure.online === 'none' ? words.record : words.online;
  return [
    start[language].replace('URL', provenance.url),
    fee === null ? '' : words.fee[language].replace('FEE', () => fee),
    fee === null && procedure.ways.some(({ fees }) => fees.length > 0) ? words.feeApart[language] : '',
    fee === null || /^miễn|^free/i.test(fee) ? '' : words.pay[language],
    ...postLines(procedure, language),
  ];
}

/** What the record says of the post: not every procedure that sends its result by post is filed by it. */
function postLines({ ways }: StoredProcedure['procedure'], language: 'vi' | 'en'): string[] {
  const said = unique(ways.filter(({ how }) => how === 'postal').map(({ text }) => oneLine(text))).filter((text) => text !== '');
  return said.map((text) => words.post[language].replace('TEXT', () => shorten(text, 200)));
}
