import { describe, expect, test } from 'vitest';
import { hasDiacritics } from '../../bot/text.ts';
import { isEnglish } from '../../bot/typed.ts';
import { languageOf } from '../../bot/understand/language.ts';
import { createIndex } from '../../knowledge/index/create-index.ts';
import { everyday } from '../../knowledge/index/everyday.ts';
import { createPatterns } from '../../knowledge/index/patterns.ts';
import { spellAll } from '../../knowledge/index/phrases.ts';
import { englishWords } from '../../knowledge/lexicon/english.ts';
import { document, town } from './index-corpus.ts';

describe('patterns of English phrases', () => {
  const find = (text: string) =>
    createPatterns([
      ['close|shut_down ~ small? shop|stall', 'shut'],
      ['shop', 'shop'],
      ['driver_s|driving licence|license', 'licence'],
    ])
      .find(spellAll(text))
      .map(({ start, length, value }) => [start, length, value]);

  test('every way of saying one is found, with or without what may be left out', () => {
    for (const said of ['close shop', 'close my shop', 'close our small stall', 'shut down the shop', "shut down my son's small shop"])
      expect(find(said)).toEqual([[0, spellAll(said).length, 'shut']]);
  });

  test('the longest goes before the shorter ones in it, and part of one is none', () => {
    expect(find('my shop: how to close my shop')).toEqual([
      [1, 1, 'shop'],
      [4, 3, 'shut'],
    ]);
    expect(find('shut my eyes')).toEqual([]);
  });

  test('British and American spelling and an apostrophe are no hindrance', () => {
    expect(find("driver's license")).toEqual([[0, 3, 'licence']]);
    expect(find('driving licence')).toEqual([[0, 2, 'licence']]);
  });
});

describe('the English lexicon', () => {
  test('a pattern is English and says something, its meanings are Vietnamese as records write it', () => {
    for (const [pattern, ...meanings] of englishWords) {
      expect(
        pattern.split(' ').some((place) => place !== '~' && !place.endsWith('?')),
        pattern,
      ).toBe(true);
      expect(
        pattern.split(' ').filter((place) => /\|\||^\||\|$|\?.|^$/.test(place)),
        pattern,
      ).toEqual([]);
      for (const meaning of meanings) expect(meaning.normalize('NFC'), pattern).toBe(meaning.trim());
      expect(
        meanings.some((meaning) => hasDiacritics(meaning) || /^[a-z ]+$/.test(meaning)),
        pattern,
      ).toBe(true);
    }
  });

  test('no pattern is listed twice', () => {
    const patterns = englishWords.map(([pattern]) => pattern);
    expect(patterns.filter((pattern, at) => patterns.indexOf(pattern) !== at)).toEqual([]);
  });

  test('English questions find the Vietnamese procedure, however they are put', () => {
    const named = {
      '3.000001': 'Đăng ký kết hôn',
      '3.000002': 'Đăng ký kết hôn có yếu tố nước ngoài',
      '3.000003': 'Gia hạn tạm trú cho người nước ngoài tại Việt Nam',
      '3.000004': 'Đổi giấy phép lái xe hoặc bằng lái xe của người nước ngoài',
      '3.000005': 'Cấp lại giấy phép lái xe',
      '3.000006': 'Giải thể doanh nghiệp',
      '3.000007': 'Chấm dứt hoạt động hộ kinh doanh',
      '3.000008': 'Chứng thực di chúc',
    };
    const index = createIndex([...town, ...Object.entries(named).map(([code, name]) => document({ code, name }))]);
    const first = (question: string) => index.search(question, 1)[0]?.code;
    expect(first('My fiancée is Korean, where do we get married?')).toBe('3.000002');
    expect(first('Can I stay longer in Vietnam? My visa is about to expire')).toBe('3.000003');
    expect(first('How can I swap my German driving licence?')).toBe('3.000004');
    expect(first("I lost my driver's license, how do I get another one?")).toBe('3.000005');
    expect(first('How do we wind up our company?')).toBe('3.000006');
    expect(first('What must I do to close down my small shop?')).toBe('3.000007');
    expect(first('How do I make a will?')).toBe('3.000008');
  });
});

describe('English words in Vietnamese typed without marks', () => {
  const found = (text: string) => everyday.find(spellAll(text)).map(({ start, length }) => [start, length]);

  test('a word that could be a Vietnamese syllable is English in an English question alone', () => {
    expect(found('my thai wife')).toContainEqual([1, 2]);
    expect(found('what does a thai need for a visa')).toContainEqual([3, 1]);
    expect(found('che do thai gom nhung gi')).not.toContainEqual([2, 1]);
    expect(found('xin homestay o dau')).toContainEqual([1, 1]);
  });
});

describe('English with Vietnamese letters in it', () => {
  test('a place with its marks or a borrowed accent leaves a question English', () => {
    for (const text of [
      'Where do I register my stay in Đà Nẵng?',
      'My fiancée is French, how do we get married?',
      'Can I extend my visa?',
    ]) {
      expect(isEnglish(text), text).toBe(true);
      expect(languageOf(text, 'vi'), text).toBe('en');
    }
  });

  test('Vietnamese with English words in it stays Vietnamese', () => {
    for (const text of ['Tôi muốn apply visa online thì cần giấy tờ gì', 'cho hỏi form register ở đâu', 'toi can gia han visa o dau'])
      expect(isEnglish(text), text).toBe(false);
  });
});
