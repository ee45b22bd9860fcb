import type { Language } from '../types.ts';

/** A sentence that was written for a screen, in words of the telephone; empty where it makes sense on a screen alone. */
export function onThePhone(sentence: string, language: Language): string {
  if (onScreensAlone[language].test(sentence)) return '';
  return phrases[language].reduce((said, [pattern, words]) => said.replace(pattern, words), sentence).trim();
}

/** Files and pictures, buttons, where the words of a record come from, and questions that the keys ask. */
const onScreensAlone: Record<Language, RegExp> = {
  vi: /📎|HEIC|iPhone|[Ảả]nh hay tệp|gửi ảnh|^Ảnh, tệp|^Bạn muốn xem phần nào|^Mỗi câu trả lời đều ghi nguồn|^Theo hồ sơ thủ tục ngày|^Nguyên văn:|^(?:\*\*)?Người hoặc cơ quan quyết định|^Cấp giải quyết:|^Bạn nộp theo một trong các cách trên|^Tôi che số này trong lịch sử|^Tải mẫu tại|gửi vào đây/u,
  en: /📎|HEIC|iPhone|photos? or (?:PDF|files?)|^What would you like to see next|^Every answer (?:names|gives|tells)|^As of the record|^Word for word|^Decided by|^Level:|chat history|^Download/,
};

const phrases: Record<Language, [RegExp, string][]> = {
  vi: [
    // The number of a law is enough to find it.
    [/(?<=\d{1,4}\/\d{4}\/[\p{L}\d-]{2,16}),? ?ngày \d{1,2}(?:\/| tháng )\d{1,2}(?:\/| năm )\d{4}(?!\d)/gu, ''],
    [/\p{Extended_Pictographic}\uFE0F?/gu, ''],
    // Where a name was shortened for a screen.
    [/ ?\(…\)/gu, ''],
    [/(?<![\p{L}])(?:nhắn|bấm|chọn|ghi|gõ) (["“])/gu, 'nói $1'],
    [/(?<![\p{L}])Nhắn (["“])/gu, 'Nói $1'],
    [/bạn cứ nhắn(?= |[.,])/gu, 'quý vị cứ gọi'],
    [/(?<![\p{L}])nhắn mã là/gu, 'gọi lại và đọc mã là'],
    [/(?<![\p{L}])nhắn bằng chữ/gu, 'nói lại'],
    [/(?<![\p{L}])nhắn (?=ví dụ|tên |lại|mã )/gu, 'nói '],
    [/(?<![\p{L}])gõ nhầm/gu, 'nhầm'],
    [/(?<![\p{L}])gõ(?![\p{L}])/gu, 'nói'],
    [/(?<=(?:rồi|[Bb]ạn|hoặc|chọn hoặc) )gửi (?=lại(?! mã| sau)|đủ|ngày|tên|đúng|năm|cả)/gu, 'nói '],
    [/gửi lại sau ít phút/gu, 'gọi lại sau ít phút'],
    [/gửi lại thật ngắn/gu, 'nói lại thật ngắn'],
    [/Tin nhắn dài quá/gu, 'Câu này dài quá'],
    [/chưa đọc được tin này/gu, 'chưa nghe ra câu này'],
    [/(?:một )?trong các mục dưới đây/gu, 'một mục'],
    [/dưới đây/gu, 'sau đây'],
    [/trên đây|ở trên(?= *[).,]|$)/gu, 'vừa nêu'],
    [/(?<![\p{L}])nhập (?=(?:mã|PIN|\d|số))/gu, 'bấm '],
    [/(?<![\p{L}])Nhập (?=(?:mã|PIN|\d|số))/gu, 'Bấm '],
    [/(?<![\p{L}])(?:mã )?PIN(?![\p{L}])/gu, 'mã PIN'],
    [/([Mm]uốn|[Đđ]ể) xem (chi tiết|phần|kỹ)/gu, '$1 nghe $2'],
    [/(?<=(?:[Bb]ạn|để) )xem (?=lại và đồng ý|kỹ)/gu, 'nghe '],
    [/(?<=muốn )xem hồ sơ/gu, 'tra cứu hồ sơ'],
    [/^Xem hồ sơ/gu, 'Tra cứu hồ sơ'],
    [/xem ví dụ/gu, 'nghe ví dụ'],
    [/^Xem (?=chi tiết|lại và gửi|tiếp|kế hoạch|lại kế hoạch)/gu, 'Nghe '],
    [/trong cuộc trò chuyện này/gu, 'trong cuộc gọi này'],
    [/trang chat/gu, 'trang web'],
    // A couple.
    [/(?<![\p{L}])([Hh]ai) bạn(?! bè|[\p{L}])/gu, '$1 người'],
    [/gọi \*{0,2}1800[ .]?1096\*{0,2} để gặp người hỗ trợ/gu, 'bấm số 0 để gặp cán bộ'],
    [/(?<![\p{L}])bạn(?! bè| đời| hàng|…|[\p{L}])/gu, 'quý vị'],
    [/(?<![\p{L}])Bạn(?! bè| đời| hàng|[\p{L}])/gu, 'Quý vị'],
  ],
  en: [
    [/\p{Extended_Pictographic}\uFE0F?/gu, ''],
    [/\b(?:send|type|tap|press|choose|write) (["“])/g, 'say $1'],
    [/\b(?:Send|Type|Tap|Press|Choose|Write) (["“])/g, 'Say $1'],
    [/\bWhere is my dossier\b/g, 'Hear where your dossier stands'],
    [/\bcall 1800 1096 to talk to a person\b/g, 'press 0 for a person'],
    [/\bWrite again whenever\b/g, 'Call again whenever'],
    [/\b[Pp]lease type it\b/g, 'please say it'],
    [/\btype it again\b/g, 'say it again'],
    [/\bsend (this|the) (dossier )?code\b/g, 'say $1 $2code'],
    [/\bSend (this|the) (dossier )?code\b/g, 'Say $1 $2code'],
    [/\bin this chat\b/g, 'in this call'],
    [/\bone of the (?:items|choices|options) below\b/g, 'one of these'],
    [/\bbelow\b/g, 'that follow'],
    [/\bTo see the details, enter\b/g, 'To hear the details, press'],
    [/\bEnter (?=the (?:PIN|last))/g, 'Press '],
    [/\bsee the details\b/g, 'hear the details'],
  ],
};
