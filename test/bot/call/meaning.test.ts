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
  ['hả cái gì cơ', 'repeat'],
  ['dạ gì cơ ạ', 'repeat'],
  ['nói chậm lại', 'slower'],
  ['nói nhanh quá', 'slower'],
  ['nói chậm hơn một chút được không', 'slower'],
  ['gặp cán bộ', 'person'],
  ['cho tôi gặp nhân viên', 'person'],
  ['tiếng Anh', 'language'],
  ['alo', 'hello'],
  ['alo có ai nghe không', 'hello'],
  ['cho tôi hỏi tí', 'hello'],
  ['dạ cho em hỏi một chút ạ', 'hello'],
  ['tạm biệt', 'goodbye'],
  ['thế thôi cảm ơn', 'goodbye'],
  ['thôi được rồi cảm ơn cô nhé', 'goodbye'],
  ['không cần gì nữa', 'goodbye'],
  ['thank you, goodbye', 'goodbye'],
  ['không nói chuyện với máy đâu', 'person'],
  ['gọi cán bộ ra nghe máy giùm tôi', 'person'],
  ['tôi cần gặp lãnh đạo', 'person'],
  ['máy móc gì mà chả hiểu gì cả', 'person'],
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
  'cho tôi hỏi thêm',
  'xin chào',
  'cảm ơn',
  'không',
  'còn gì nữa không',
  'cấp lại giấy phép cho máy móc thiết bị',
  'gặp lãnh đạo xã thì đăng ký tiếp công dân thế nào',
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
  ['what was that', 'repeat'],
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

test.each(['không', 'dạ không ạ', 'hết rồi cô', 'thôi được rồi'])('"%s" ends what was answered', (text) => {
  expect(meaningOf(text, true, menu)).toEqual({ kind: 'goodbye' });
});

test.each(['tạm biệt', 'thế thôi cảm ơn'])('"%s" is a word to a filing like any other', (text) => {
  const question = answerQuestion(spoken({ pages: ['Bé tên là gì?'], kind: 'filing' }), 0, 'vi');
  expect(meaningOf(text, true, { ...listening, question }).kind).toBe('say');
});

test('a goodbye that was not heard for sure is asked about', () => {
  expect(meaningOf('tạm biệt', false, menu)).toEqual({ kind: 'confirm', text: 'tạm biệt' });
});

test('where a text message is wanted, it is in whatever words', () => {
  expect(meaningOf('gửi vào điện thoại cho tôi nhé', true, menu)).toEqual({ kind: 'say', text: 'gửi tin nhắn', sure: true });
});
