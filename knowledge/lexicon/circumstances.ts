/**
 * Circumstances that are told in endless forms and mean one of a few things: which state somebody is from, how old, in which class. Rows as
 * in `words.ts`; for ages the first meaning only keeps the place, so that the record's words help and never rule.
 */
export const circumstanceWords: readonly (readonly [phrase: string, official: string, ...more: string[]])[] = [
  ...states().flatMap((state) => [
    [`người ${state}`, 'người nước ngoài'] as const,
    [`quốc tịch ${state}`, 'quốc tịch nước ngoài'] as const,
    [`vợ ${state}`, 'vợ người nước ngoài'] as const,
    [`do ${state} cấp`, 'do nước ngoài cấp'] as const,
    [`chồng ${state}`, 'chồng người nước ngoài'] as const,
  ]),
  ...ages().flatMap(([said, meaning]) => [[`${said} tuổi`, 'tuổi', meaning] as const]),
  ...deaths().map((said) => [said, 'người chết', 'qua đời từ trần'] as const),
  ...classes().map((said) => [`lớp ${said}`, 'học sinh'] as const),
];

function states(): string[] {
  return `hàn quốc|hàn|nhật bản|nhật|đài loan|trung quốc|trung|tàu|mỹ|hoa kỳ|anh quốc|pháp|đức|úc|australia|nga|thái lan|thái|lào|campuchia|cam pu chia|miên|khơ me|singapore|malaysia|mã lai|indonesia|philippines|phi luật tân|ấn độ|canada|ý|tây ban nha|hà lan|thụy điển|thụy sĩ|na uy|đan mạch|ba lan|séc
    |ukraina|nigeria|brazil|hồng kông|hong kong|new zealand|bỉ|áo|phần lan|thổ nhĩ kỳ|iran|pakistan`
    .split('|')
    .map((state) => state.trim());
}

// Who is dead, not which paper is lost.
function deaths(): string[] {
  const kin = 'ba|bố|cha|tía|thầy|bọ|mẹ|má|mạ|u|ông|bà|cụ|vợ|chồng|con|anh|chị|em|bác|chú|cô|dì|cậu|mợ|thím|cháu'.split('|');
  const whose = ['', ' tôi', ' tui', ' em', ' mình', ' cháu', ' nội', ' ngoại', ' nhà tôi', ' ruột', ' vợ', ' chồng'];
  return kin.flatMap((one) =>
    whose.flatMap((of) =>
      ['mất rồi', 'mới mất', 'vừa mất', 'đã mất', 'mất hôm', 'mất tuần', 'mất tháng', 'mất năm', 'mất từ'].map(
        (gone) => `${one}${of} ${gone}`,
      ),
    ),
  );
}

function ages(): [string, string][] {
  const years = Array.from({ length: 99 }, (_, at) => at + 1);
  return years.flatMap((age) => [String(age), numberWords(age)].map((said): [string, string] => [said, meaningOf(age)]));
}

function meaningOf(age: number): string {
  if (age < 14) return 'dưới 14 tuổi trẻ em';
  return age < 60 ? 'từ đủ 14 tuổi trở lên' : 'người cao tuổi';
}

function classes(): string[] {
  return Array.from({ length: 12 }, (_, at) => at + 1).flatMap((year) => [String(year), numberWords(year)]);
}

function numberWords(number: number): string {
  const units = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
  const tens = Math.floor(number / 10);
  const unit = number % 10;
  if (tens === 0) return units[unit] ?? '';
  const lead = tens === 1 ? 'mười' : `${units[tens]} mươi`;
  if (unit === 0) return lead;
  const last = unit === 5 ? 'lăm' : unit === 1 && tens > 1 ? 'mốt' : units[unit];
  return `${lead} ${last}`;
}
