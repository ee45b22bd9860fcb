import { exactWords, hasDiacritics, withoutMarks } from '../text.ts';

/** True for "quay lại cái khai sinh hồi nãy": a matter spoken of before the last one. */
export function returnsTo(text: string): boolean {
  return hasDiacritics(text) ? marked.test(exactWords(text)) : unmarked.test(withoutMarks(exactWords(text)));
}

// "Trở lại" opens the sentence or leads to what was spoken of; elsewhere it belongs to a matter ("hoạt động trở lại"), as it does without
// marks ("hỗ trợ lãi vay").
const opening = `^ (?:(?:thôi|à|ờ|ừ|vậy|thế|rồi|giờ|bây giờ|nhưng|mà|ok|cho|xin|tôi|em|mình|tui|muốn|hãy|ta|mình|bạn) )*`;
const going = '(?:quay lại|quay về|quay trở lại|trở lại|trở về)';
const thing = '(?:cái|chuyện|việc|vụ|phần|câu|thủ tục|vấn đề)';
const elsewhere =
  '(?:với|nghề|quốc tịch|trường|lớp|quê|nước|nhà|việt nam|vn|xin|làm|học|hoạt động|công tác|sinh sống|định cư|sống|cư trú|đơn vị)';
const closing = '(?:đi|nhé|nha|ạ|á|thì|sao|cần|là|mình|em|tôi|bạn|hỏi|đó|ấy|$)';
const patterns = [
  `${opening}${going} (?!${elsewhere} )`,
  ` ${going} (?:${thing} |hỏi )`,
  ' (?:hồi|lúc|ban|khi|vừa) nãy ',
  ` (?:${thing}|hỏi|nói) (?:[^ ]+ ){0,4}(?:hồi đầu|lúc đầu|ban đầu)(?= ${closing}| $)`,
  ' (?:lúc|hồi) đầu (?:tôi|em|mình|tui|có)? ?(?:hỏi|nói|nhắc) ',
  ' cái đầu tiên ',
  ` (?:cái|chuyện|vụ)(?: việc)? trước(?= ${closing}| $)`,
  '^ (?:còn |vậy còn |thế còn )?việc trước(?: đó)?(?= $| (?:thì|đi|nhé|ạ) )',
  ' (?:back to|go back|the first one|earlier one) ',
].join('|');
const marked = new RegExp(patterns);
const unmarked = new RegExp(withoutMarks(patterns));
