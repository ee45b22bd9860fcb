import type { Words } from '../wording.ts';

/** Why a value is not taken as it was said, and what to do. Words in capitals are put in. The question's own example is added behind each. */
export const valueWording = {
  example: { vi: 'Ví dụ: EXAMPLE', en: 'For example: EXAMPLE' },
  required: {
    vi: 'Câu này cần có trong tờ khai nên chưa bỏ qua được. Chưa có thông tin thì bạn nhắn "để sau".',
    en: 'The form needs this one, so it cannot be skipped. If you do not have it yet, write "later".',
  },
  empty: { vi: 'Tôi chưa thấy câu trả lời. Bạn nhắn bằng chữ giúp tôi.', en: 'I see no answer. Please write it in words.' },
  name: {
    vi: 'Tôi chưa đọc được họ tên. Bạn gửi đủ họ, chữ đệm và tên, chỉ gồm chữ.',
    en: 'I could not read a name. Please send the full name, letters only.',
  },
  nameLatin: {
    vi: 'Tờ khai ghi tên bằng chữ cái Latinh. Bạn gửi tên như in trên hộ chiếu.',
    en: 'The form takes Latin letters. Please send the name as printed in the passport.',
  },
  nameShort: {
    vi: 'Tôi mới nghe một chữ "NAME". Bạn gửi đủ họ và tên; nếu tên chỉ có một chữ, bạn chọn "Tên chỉ có một chữ".',
    en: 'I heard only one word, "NAME". Please send the whole name; if it really is one word, choose "One word only".',
  },
  nameShortKeep: { vi: 'Tên chỉ có một chữ', en: 'One word only' },
  nameNoMarks: {
    vi: 'Tờ khai sẽ in tên là "NAME", chưa có dấu. Bạn gửi lại tên có dấu; nếu đúng là không dấu, bạn chọn "Giữ nguyên".',
    en: 'The form will show "NAME", without Vietnamese marks. Please send it with its marks, or choose "Keep as it is".',
  },
  nameKeep: { vi: 'Giữ nguyên', en: 'Keep as it is' },
  date: {
    vi: 'Tôi chưa đọc được ngày. Bạn gửi đủ ngày, tháng, năm dương lịch.',
    en: 'I could not read the date. Please send day, month and year.',
  },
  dateUnreal: {
    vi: 'Không có ngày DATE trên lịch. Bạn xem lại rồi gửi ngày, tháng, năm.',
    en: 'There is no such day as DATE. Please check it and send day, month and year.',
  },
  dateSeveral: {
    vi: 'Tôi thấy hơn một ngày trong câu. Bạn gửi lại một ngày thôi.',
    en: 'I see more than one date. Please send just one.',
  },
  dateVague: {
    vi: 'Tờ khai cần đúng một ngày. Bạn gửi ngày, tháng, năm chính xác, như trên giấy tờ.',
    en: 'The form needs one exact day. Please send day, month and year as in your papers.',
  },
  dateLunar: {
    vi: 'Tờ khai ghi ngày dương lịch, còn đây là ngày âm lịch. Bạn xem lịch hoặc giấy tờ rồi gửi ngày dương lịch.',
    en: 'The form takes solar dates and this one is lunar. Please look it up and send the solar date.',
  },
  dateNoYear: { vi: 'Ngày DATE năm nào? Bạn gửi năm, đủ bốn chữ số.', en: 'DATE of which year? Please send all four digits.' },
  dateWhichYear: {
    vi: 'Năm YEARS? Bạn chọn một, hoặc gửi lại ngày với đủ bốn chữ số của năm.',
    en: 'Which year, YEARS? Choose one, or send the date with four digits for the year.',
  },
  or: { vi: ' hay ', en: ' or ' },
  partialDate: {
    vi: 'Tôi chưa đọc được. Bạn gửi đủ ngày, tháng, năm; không nhớ ngày thì gửi tháng và năm, hoặc chỉ năm.',
    en: 'I could not read that. Please send the whole date; if the day is not known, month and year, or the year alone.',
  },
  future: {
    vi: 'Ngày này chưa tới. Bạn xem lại rồi gửi ngày đúng.',
    en: 'This day is yet to come. Please check it and send the right one.',
  },
  past: { vi: 'Ngày này đã qua. Bạn gửi một ngày từ hôm nay trở đi.', en: 'This day is over. Please send a day from today on.' },
  time: {
    vi: 'Tôi chưa đọc được giờ. Bạn gửi giờ và phút.',
    en: 'I could not read the time. Please send hours and minutes.',
  },
  timeWhich: {
    vi: 'TIME buổi nào? Bạn chọn một.',
    en: 'TIME at which part of the day? Choose one.',
  },
  idNumber: {
    vi: 'Số định danh (số căn cước) gồm đúng 12 chữ số, in trên thẻ căn cước. Bạn gửi lại đủ 12 số.',
    en: 'The personal identification number has exactly 12 digits and is printed on the identity card. Please send all 12.',
  },
  idLength: {
    vi: 'Tôi đếm được COUNT chữ số, còn số định danh (số căn cước) có 12. Bạn xem lại trên thẻ rồi gửi đủ 12 số.',
    en: 'I count COUNT digits, but the personal identification number has 12. Please check the card and send all 12.',
  },
  idOldCard: {
    vi: 'Số 9 chữ số là chứng minh nhân dân cũ, nay không dùng nữa. Bạn gửi số định danh 12 số trên thẻ căn cước, trong VNeID hoặc giấy khai sinh mới.',
    en: 'Nine digits are those of the old identity card, which is no longer valid. Please send the 12-digit number of the identity card or VNeID.',
  },
  idPlace: {
    vi: 'Ba số đầu của số định danh là mã tỉnh, và không có mã "PLACE". Bạn xem lại số trên thẻ rồi gửi lại.',
    en: 'The first three digits name a province, and there is no "PLACE". Please check the number on the card and send it again.',
  },
  idYear: {
    vi: 'Số này chỉ năm sinh YEAR, là năm chưa tới. Bạn xem lại số thứ 4 đến thứ 6 rồi gửi lại.',
    en: 'This number stands for the birth year YEAR, which is yet to come. Please check digits 4 to 6 and send it again.',
  },
  phone: {
    vi: 'Tôi chưa đọc được số điện thoại. Bạn gửi số di động 10 chữ số, hoặc số bàn 11 chữ số có mã vùng.',
    en: 'I could not read the phone number. Please send a 10-digit mobile number, or an 11-digit landline with its area code.',
  },
  phoneOld: {
    vi: 'Đầu số này là của số 11 chữ số cũ, đã đổi sang 10 chữ số. Bạn gửi số hiện nay.',
    en: 'This is an old 11-digit mobile number; they were changed to 10 digits. Please send the number of today.',
  },
  phoneForeign: {
    vi: 'Đây không phải số ở Việt Nam. Cơ quan cần một số gọi được trong nước. Bạn gửi số bắt đầu bằng 0 hoặc +84.',
    en: 'This is no Vietnamese number. The office needs one it can call. Please send a number that begins with 0 or +84.',
  },
  email: {
    vi: 'Địa chỉ e-mail này chưa đúng. Bạn gửi lại, có @ và tên miền.',
    en: 'This is no e-mail address. Please send it again, with @ and a domain.',
  },
  emailTypo: {
    vi: 'Có lẽ địa chỉ gõ nhầm ở đuôi "DOMAIN" (thường là "MEANT"). Bạn gửi lại địa chỉ đúng.',
    en: 'The ending "DOMAIN" looks mistyped (usually "MEANT"). Please send the address again.',
  },
  address: {
    vi: 'Tôi chưa tìm ra địa chỉ này. Bạn gửi số nhà, đường hoặc thôn, rồi tên xã (phường) và tỉnh.',
    en: 'I could not find this address. Please send the house and street or village, then the commune and the province.',
  },
  addressProvince: { vi: 'Địa chỉ này ở tỉnh, thành phố nào?', en: 'Which province or city is it in?' },
  addressCommune: {
    vi: 'Nay thuộc xã, phường nào? Bạn chọn hoặc gửi tên xã, phường.',
    en: 'Which commune is it in today? Choose one or send its name.',
  },
  addressMeant: {
    vi: 'Tôi chưa chắc tên xã, phường. Có phải bạn muốn nói địa chỉ dưới đây? Không phải thì bạn gửi lại cả địa chỉ.',
    en: 'I am not sure of the commune. Do you mean the address below? If not, please send the whole address again.',
  },
  addressDetail: { vi: 'Bạn gửi thêm số nhà, đường hoặc thôn, xóm, tổ dân phố.', en: 'Please add the house and street, or the hamlet.' },
  choice: {
    vi: 'Tôi chưa rõ bạn chọn mục nào. Bạn chọn một trong các mục dưới đây.',
    en: 'I am not sure which one you mean. Please choose one of those below.',
  },
  yesNo: { vi: 'Bạn trả lời "có" hoặc "không" giúp tôi.', en: 'Please answer "yes" or "no".' },
  nationality: {
    vi: 'Tôi chưa nhận ra quốc tịch này. Bạn gửi tên nước.',
    en: 'I do not know this nationality. Please send the name of the country.',
  },
  ethnicity: {
    vi: 'Tôi chưa nhận ra dân tộc này. Bạn gửi tên dân tộc như ghi trên giấy khai sinh.',
    en: 'I do not know this ethnic group. Please send its name as on the birth certificate.',
  },
  tooLong: {
    vi: 'Câu trả lời dài quá. Bạn viết gọn lại giúp tôi, dưới MOST ký tự.',
    en: 'This is too long. Please keep it under MOST characters.',
  },
  number: { vi: 'Tôi cần một con số. Bạn gửi lại bằng chữ số.', en: 'I need one number. Please send it in figures.' },
  amount: {
    vi: 'Tôi cần một số tiền bằng đồng. Bạn gửi lại, kèm nghìn, triệu hay tỷ.',
    en: 'I need an amount in dong. Please send it with its thousands, millions or billions.',
  },
  amountForeign: {
    vi: 'Tờ khai ghi tiền Việt Nam. Bạn gửi số tiền tính bằng đồng.',
    en: 'The form takes Vietnamese dong. Please send the amount in dong.',
  },
  atLeast: {
    vi: 'Giá trị này nhỏ quá: ít nhất là VALUE. Bạn xem lại rồi gửi lại.',
    en: 'This is too small: it is VALUE at least. Please check and send it again.',
  },
  atMost: {
    vi: 'Giá trị này lớn quá: nhiều nhất là VALUE. Bạn xem lại rồi gửi lại.',
    en: 'This is too large: it is VALUE at most. Please check and send it again.',
  },
} satisfies Record<string, Words>;
