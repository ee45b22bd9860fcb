import type { Dialog } from './dialog.ts';
import { filingWording as filingWords } from './forms/wording.ts';
import type { KeptPaper, PaperCount, PaperOwner } from './paper-types.ts';
import { countOf, noPapers, type PaperPorts, type TakenPapers, takePapers } from './papers.ts';
import { papersSaid } from './papers-said.ts';
import { papersWording as words } from './papers-wording.ts';
import { petitionWording } from './petition-wording.ts';
import type { Visitor } from './ports.ts';
import { button, plainReply } from './reply.ts';
import { foldedWords } from './text.ts';
import type { Choice, Memory, Reply, TurnResult } from './types.ts';

type Known = NonNullable<Memory['papers']>;

const none: Known = { loose: noPapers, petition: noPapers };
const nothing: TakenPapers = { added: noPapers, refused: [], doubtful: [] };

/**
 * The dialogue with files: they are looked at before the words are read, belong to the petition that is open, or wait a day for what they are for.
 * What changes with them is part of the turn's result and recorded with it.
 */
export function withPapers(dialog: Dialog, ports: PaperPorts): Dialog {
  return async (message, remembered, signal) => {
    if (!ports.attachments.takes(message.channel)) return dialog(message, { ...remembered, papers: null }, signal);
    const { files = [], channel, person, network, id } = message;
    const visitor: Visitor = { channel, person, network: network ?? null, message: id };
    const owner = ownerIn(remembered);
    const taken = files.length === 0 ? nothing : await takePapers({ ...ports, files, owner, visitor, signal });
    const known = files.length > 0 || hasAny(remembered.papers) ? await ports.store.counts(visitor) : none;
    const memory = { ...remembered, papers: known };
    const ofCase = isCase(owner) && (files.length > 0 || drops(message.text)) ? total(await ports.store.list(visitor, owner)) : noPapers;
    // An open form goes on with the question that it is at.
    const goOn = (papers: Known) => {
      const text = isCase(owner) ? filingWords.resume[memory.language] : '';
      return dialog({ ...message, text, files: [] }, { ...memory, papers }, signal);
    };

    if (drops(message.text) && (hasAny(known) || countOf(ofCase) > 0))
      return dropped(owner === 'loose' ? null : await goOn({ ...none, dropped: true }), { ...memory, papers: none }, owner);
    if (files.length > 0 && message.text === '' && owner === 'loose' && memory.open === null) return onlyFiles(taken, memory);
    const result = settled(files.length > 0 && message.text === '' ? await goOn(known) : await dialog(message, memory, signal), memory);
    if (files.length === 0) return result;
    return isCase(owner) ? saidFirst(result, papersSaid(taken, ofCase, memory.language)) : told(result, taken, known);
  };
}

function ownerIn(memory: Memory): PaperOwner {
  if (memory.filing?.open) return `case ${memory.filing.case}`;
  return isTaking(memory) ? 'petition' : 'loose';
}

function isCase(owner: PaperOwner): boolean {
  return owner.startsWith('case ');
}

/** A petition is open and takes answers. */
function isTaking({ petition, open }: Memory): boolean {
  return open !== null && petition !== null && petition.asking !== null;
}

function hasAny(known: Known | null): boolean {
  return known !== null && countOf(known.loose) + countOf(known.petition) > 0;
}

/** "Bỏ ảnh đã gửi": what was sent is not wanted after all. */
function drops(text: string): boolean {
  return / (bo|xoa|huy|khong gui) (het |cac )?(anh|hinh|tep|file)( tep)?( (nay|do|da gui|di))? $| remove the (files|pictures|photos) $/.test(
    foldedWords(text),
  );
}

function dropped(question: TurnResult | null, memory: Memory, owner: PaperOwner): TurnResult {
  const { language, petition } = memory;
  const papers = (isCase(owner) ? [owner] : ['petition', 'loose']).map((from) => ({ from, to: null }));
  if (question !== null)
    return { ...saidFirst({ ...question, memory: { ...question.memory, papers: none } }, words.dropped[language]), papers };
  const choices = petition === null ? [] : [button(petitionWording.resume, language)];
  const reply = plainReply('recorded', words.dropped[language], choices);
  return { replies: [reply], memory: { ...memory, offered: choices }, notes: [], candidates: [], papers };
}

/** Files without a word, and nothing open that they could belong to. */
function onlyFiles(taken: TakenPapers, memory: Memory): TurnResult {
  const { language } = memory;
  const known = memory.papers ?? none;
  const isKept = countOf(known.loose) > 0;
  const choices = isKept ? offeredFor(memory) : [];
  const text = [papersSaid(taken, known.loose, language), ...(isKept ? [words.whatFor[language]] : [])].join('\n');
  const reply = plainReply('asked', text, choices);
  return { replies: [reply], memory: { ...memory, offered: choices }, notes: [], candidates: [] };
}

function offeredFor({ language, petition }: Memory): Choice[] {
  const use =
    petition === null
      ? { label: words.forPetition[language], say: words.startPetition[language] }
      : button(petitionWording.resume, language);
  return [use, button(words.drop, language)];
}

/** Whose the papers are after a turn: those that waited go to the petition that is now open; those of one that was sent or given up go with it. */
function settled(result: TurnResult, before: Memory): TurnResult {
  const { loose, petition } = before.papers ?? none;
  const moves: NonNullable<TurnResult['papers']> = [...(result.papers ?? [])];
  const draft = result.memory.petition;
  const isOther = before.petition !== null && draft !== null && before.petition.asking === null && draft.text !== before.petition.text;
  let after: Known = { loose, petition };
  if (result.petition !== undefined) {
    moves.push({ from: 'petition', to: result.petition.code });
    after = { ...after, petition: noPapers };
  } else if (countOf(petition) > 0 && (draft === null || isOther)) {
    moves.push({ from: 'petition', to: null });
    after = { ...after, petition: noPapers };
  }
  if (result.memory.filing?.open && countOf(loose) > 0) {
    moves.push({ from: 'loose', to: `case ${result.memory.filing.case}` });
    after = { ...after, loose: noPapers };
  } else if (draft !== null && draft.asking !== null && countOf(loose) > 0) {
    moves.push({ from: 'loose', to: 'petition' });
    after = { loose: noPapers, petition: sum(after.petition, loose) };
  }
  const { filing } = result;
  if (filing?.kind === 'delete') moves.push({ from: `case ${filing.id}`, to: null });
  // A filing that is gone on with in another conversation takes its papers there.
  if (filing?.kind === 'save' && filing.take) moves.push({ from: `case ${filing.case.id}`, to: `case ${filing.case.id}` });
  return { ...result, memory: { ...result.memory, papers: after }, ...(moves.length > 0 && { papers: moves }) };
}

/** What came of the files is said with the answer: before a petition's next question, behind everything else. */
function told(result: TurnResult, taken: TakenPapers, known: Known): TurnResult {
  const { memory } = result;
  const { language } = memory;
  if (isAsking(memory) || result.petition !== undefined)
    return saidFirst(result, papersSaid(taken, sum(known.petition, known.loose), language));
  if (memory.filing?.open) return saidFirst(result, papersSaid(taken, known.loose, language));
  const isKept = countOf(known.loose) > 0;
  const text = [papersSaid(taken, known.loose, language), ...(isKept ? [words.whatFor[language]] : [])].join('\n');
  const last = result.replies.at(-1);
  if (last === undefined) return result;
  const choices = isKept && last.kind !== 'emergency' ? [...last.choices, ...offeredFor(memory)] : last.choices;
  const reply: Reply = { ...last, text: `${last.text}\n\n${text}`, choices };
  return { ...result, replies: [...result.replies.slice(0, -1), reply], memory: { ...memory, offered: choices } };
}

function saidFirst(result: TurnResult, said: string): TurnResult {
  return { ...result, replies: result.replies.map((reply, place) => (place === 0 ? { ...reply, text: `${said}\n${reply.text}` } : reply)) };
}

function isAsking({ petition }: Memory): boolean {
  return petition !== null && petition.asking !== null;
}

/** Of a list, how many of each kind. */
export function total(papers: KeptPaper[]): PaperCount {
  const documents = papers.filter(({ type }) => type === 'application/pdf').length;
  return { images: papers.length - documents, documents };
}

function sum(one: Known['loose'], other: Known['loose']): Known['loose'] {
  return { images: one.images + other.images, documents: one.documents + other.documents };
}
