import { expect, test } from 'vitest';
import { type Moment, meaningOf } from '../../../bot/call/meaning.ts';
import { answerQuestion, callBackQuestion, startQuestion } from '../../../bot/call/question.ts';
import { spoken } from '../../fakes/call.ts';

const listening: Moment = { question: startQuestion([], 'vi'), language: 'vi', speaking: false, answerable: true };
const menu: Moment = {
  ...listening,
  question: answerQuestion(
    spoken({
      pages: ['Lệ phí bảy mươi nghìn đồng.'],
      menu: [
        { key: '1', label: 'nghe nơi nộp', say: 'nộp ở đâu' },
        { key: '2', label: 'nghe giấy tờ', say: 'cần giấy tờ gì' },
        { key: '3', label: 'nghe thời hạn', say: 'bao lâu xong' },
      ],
    }),
    0,
    'vi',
  ),
};
const code: Moment = { ...listening, question: answerQuestion(spoken({ pages: ['Mã?'], expects: 'dossier-code' }), 0, 'vi') };
const english: Moment = { ...listening, question: startQuestion([], 'en'), language: 'en' };

test.each([
  ['nhắc lại', 'repeat'],
  ['Dạ nói lại giúp tôi với', 'repeat'],
  ['cho tôi nghe lại một lần nữa', 'repeat'],
  ['tôi chưa nghe rõ', 'repeat'],
  ['nói chậm lại', 'slower'],
  ['nói nhanh quá', 'slower'],
  ['nói chậm hơn một chút được không', 'slower'],
  ['gặp cán bộ', 'person'],
  ['cho tôi gặp nhân viên', 'person'],
  ['tiếng Anh', 'language'],
  ['alo', 'hello'],
  ['alo có ai nghe không', 'hello'],
])('"%s": %s', (text, kind) => {
  expect(meaningOf(text, true, listening).kind).toBe(kind);
});

test.each([
  'làm lại căn cước',
  'nhắc lại lịch hẹn cho tôi',
  'hồ sơ xử lý chậm quá',
  'chứng chỉ tiếng anh có được cộng điểm không',
  'đăng ký tạm trú cho một người',
  'gặp cán bộ nào để làm giấy khai sinh',
  'vâng cho tôi hỏi lệ phí hộ chiếu',
  'tin nhắn lừa đảo thì báo ở đâu',
])('"%s" is a question like any other', (text) => {
  expect(meaningOf(text, true, listening)).toEqual({ kind: 'say', text, sure: true });
});

test.each([
  ['một', 'nộp ở đâu'],
  ['bấm phím số hai ạ', 'cần giấy tờ gì'],
  ['số 3', 'bao lâu xong'],
  ['ba', 'bao lâu xong'],
])('"%s" chooses from a menu', (text, say) => {
  expect(meaningOf(text, true, menu)).toEqual({ kind: 'ask', text: say });
});

test.each(['bốn', 'hai bố con', 'một người thì sao', 'mười hai'])('"%s" chooses nothing', (text) => {
  expect(meaningOf(text, true, menu)).toEqual({ kind: 'say', text, sure: true });
});

test('a digit where a code is asked for is a part of it', () => {
  expect(meaningOf('một', true, code)).toEqual({ kind: 'say', text: 'một', sure: true });
});

test('a key that was heard badly is asked about', () => {
  expect(meaningOf('một', false, menu)).toEqual({ kind: 'confirm', text: 'một' });
});

test.each([
  ['repeat that please', 'repeat'],
  ['could you slow down please', 'slower'],
  ['let me speak to a person', 'person'],
  ['Vietnamese', 'language'],
  ['hello', 'hello'],
])('"%s": %s, in English', (text, kind) => {
  expect(meaningOf(text, true, english).kind).toBe(kind);
});

test.each(['dạ', 'vâng ạ', 'ừ', 'ờ', 'ok', 'dạ rồi', 'yes'])('"%s" of somebody who listens is nothing', (text) => {
  expect(meaningOf(text, true, { ...menu, speaking: true }).kind).toBe('listens');
});

test.each(['dạ cho hỏi thêm', 'vâng nhưng nộp ở đâu', 'ừ thôi nói lệ phí đi'])('"%s" of somebody who interrupts is something', (text) => {
  expect(meaningOf(text, true, { ...menu, speaking: true }).kind).toBe('say');
});

test('a yes or a no to a question of the session does what its keys do', () => {
  const question = callBackQuestion([], 'vi');
  expect(meaningOf('dạ có', true, { ...listening, question })).toEqual(question.keys['1']);
  expect(meaningOf('thôi không cần', true, { ...listening, question })).toEqual(question.keys['2']);
  expect(meaningOf('lệ phí bao nhiêu', true, { ...listening, question }).kind).toBe('say');
});
