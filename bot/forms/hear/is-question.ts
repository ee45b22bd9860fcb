import { exactWords, foldedWords, hasDiacritics } from '../../text.ts';
import { aspectSaid } from '../../understand/aspect.ts';
import { findDossierCode, findOtherCode, findPetitionCode, findProcedureCode } from '../../understand/codes.ts';
import { wishOf } from '../../understand/kind.ts';
import type { Question } from '../form.ts';
import { isOption } from '../values/choice.ts';
import { readValue, type World } from '../values/read-value.ts';

/** True for a question or another matter, which is no answer to what was asked. A good value without asking words is an answer. */
export function asksSomething(text: string, question: Question, world: World): boolean {
  const asks = isAsking(text);
  if (open.has(question.type)) return asks || isOtherMatter(text, question);
  const reading = readValue(question, text, world);
  if (reading.kind === 'good' && question.type !== 'name') return asks && !isOption(text, question);
  return asks || isOtherMatter(text, question) || (reading.kind === 'bad' && aspectSaid(text) !== null && wordsOf(text) > 1);
}

/** Words of free answers may be anything: there only what clearly asks is a question. */
const open = new Set<Question['type']>(['text', 'address']);

function isAsking(text: string): boolean {
  if (/\?\s*$/.test(text)) return true;
  const words = hasDiacritics(text) ? exactWords(text) : foldedWords(text);
  return hasDiacritics(text) ? marked.test(words) : plainAsking.test(words) || english.test(words);
}

/** A person wanted, a dossier's code, a petition: for somebody else than the form. */
function isOtherMatter(text: string, question: Question): boolean {
  if (question.type === 'name' && /^\s*\p{Lu}/u.test(text) && readsAsName.test(text)) return false;
  const wish = wishOf(text);
  if (wish === 'hand-over' || wish === 'petition-status' || wish === 'about') return true;
  if (!open.has(question.type) && (wish === 'greeting' || wish === 'thanks' || wish === 'petition' || wish === 'status')) return true;
  if (question.type === 'id-number' || question.type === 'phone') return false;
  return (
    findDossierCode(text).kind === 'code' ||
    findPetitionCode(text).kind === 'code' ||
    findProcedureCode(text) !== null ||
    findOtherCode(text) !== null
  );
}

function wordsOf(text: string): number {
  return foldedWords(text).trim().split(' ').length;
}

const readsAsName = /^(?:\p{Lu}[\p{L}\p{M}'’-]* ?){2,6}$/u;
const marked =
  / (là gì|là sao|là ai|nghĩa là|bao nhiêu|bao lâu|bao giờ|khi nào|mấy ngày|mấy tiền|ở đâu|chỗ nào(?! cũng)|nơi nào(?! cũng)|đâu vậy|đâu ạ|thế nào|như nào|làm sao|ra sao|tại sao|vì sao|sao (?:phải|lại|cần)|để làm gì|làm gì|cần gì|cần những gì|những gì|giấy gì|giấy tờ gì|kiểu gì|loại nào|cái nào(?! cũng)|lấy đâu|hỏi chút|cho hỏi|xin hỏi|muốn hỏi|hỏi thêm|được không(?: ạ)?|phải không(?: ạ)?|đúng không(?: ạ)?|có sao không|không nhỉ|thì sao|gì vậy|gì thế|gì ạ) | (?:có|được) (?:[^ ]+ ){0,6}(?:không|hay không|chưa)(?: ạ| nhỉ| vậy| thế)? $| nào(?: ạ| vậy| thế)? $/;
const plainAsking =
  / (la gi|la sao|nghia la|bao nhieu|bao lau|bao gio|khi nao|may ngay|o dau|cho nao(?! cung)|noi nao(?! cung)|dau vay|the nao|nhu nao|lam sao|ra sao|tai sao|vi sao|sao (?:phai|lai|can)|de lam gi|lam gi|can gi|can nhung gi|nhung gi|giay gi|giay to gi|kieu gi|loai nao|cai nao(?! cung)|lay dau|cho hoi|xin hoi|muon hoi|hoi them|hoi chut|duoc (?:khong|ko|k)|phai khong|dung khong|co sao khong|thi sao|gi vay|gi the) | (?:co|duoc) (?:\S+ ){0,6}(?:khong|hay khong|ko)(?: a| vay| the)? $| nao(?: a| vay| the)? $/;
const english =
  /^ (?:what|where|when|why|how|which|who|can i|could i|do i|does|is it|is there|are there|should i|must i|may i|will it|tell me|i have a question) | (?:what is|how much|how long|where can|where do|why do) /;
