import { describe, expect, test } from 'vitest';
import { holds } from '../../bot/forms/condition.ts';
import { fillSheet } from '../../bot/forms/fill.ts';
import { brokenRule, papersOf, refusalOf } from '../../bot/forms/rules.ts';
import { readValue } from '../../bot/forms/values/read-value.ts';
import { answers, today } from '../support/civil-cases.ts';
import { askedFor, filing, questionsIn } from '../support/filings.ts';

const shop = { 'case.trade': 'thuong', 'case.owner': 'mot-nguoi', 'case.other': 'khong', 'case.files': 'tu-nop' };
const house = {
  'case.work': 'xay-moi',
  'case.house': 'gia-dinh',
  'case.area': 'do-thi',
  'case.land': 'giay-chung-nhan',
  'case.adjoining': 'no',
  'case.extra': 'khong',
};
const elder = { 'case.want': 'moi', 'case.who': 'nguoi-khac', 'elder.birthDate': '1948-03-05', 'case.pension': 'khong' };
const record = { 'case.who': 'toi', 'case.abode': 'cu-tru', 'case.kind': 'so-1', 'case.ban': 'no' };
const usual = { 'ho-kinh-doanh': shop, 'giay-phep-xay-dung': house, 'huu-tri-xa-hoi': elder, 'ly-lich-tu-phap': record };

describe('what is refused, and what is right instead', () => {
  test.each<[string, Record<string, string>, string | undefined]>([
    ['ho-kinh-doanh', { ...shop, 'case.trade': 'nho-le' }, undefined],
    ['ho-kinh-doanh', { ...shop, 'case.other': 'ho-khac' }, '2.000720'],
    ['ho-kinh-doanh', { ...shop, 'case.other': 'doanh-nghiep' }, undefined],
    ['ho-kinh-doanh', { ...shop, 'case.owner': 'ho-gia-dinh', 'member.1.more': 'no' }, undefined],
    ['giay-phep-xay-dung', { ...house, 'case.work': 'sua-chua' }, '1.013229'],
    ['giay-phep-xay-dung', { ...house, 'case.work': 'dieu-chinh' }, '1.013226'],
    ['giay-phep-xay-dung', { ...house, 'case.work': 'gia-han' }, '1.013227'],
    ['giay-phep-xay-dung', { ...house, 'case.work': 'cap-lai' }, '1.013228'],
    ['giay-phep-xay-dung', { ...house, 'case.house': 'lon' }, '1.013236'],
    ['giay-phep-xay-dung', { ...house, 'case.land': 'khac-muc-dich' }, '1.013949'],
    ['giay-phep-xay-dung', { ...house, 'case.land': 'chua-co' }, '1.013978'],
    ['giay-phep-xay-dung', { ...house, 'case.area': 'mien-nui' }, undefined],
    ['huu-tri-xa-hoi', { 'case.want': 'thoi' }, '1.014028'],
    ['huu-tri-xa-hoi', { ...elder, 'elder.birthDate': '1960-03-05' }, '1.014183'],
    ['huu-tri-xa-hoi', { ...elder, 'elder.birthDate': '1953', 'case.poor': 'khong' }, '1.011607'],
    ['huu-tri-xa-hoi', { ...elder, 'case.pension': 'cao-hon' }, undefined],
    ['ly-lich-tu-phap', { 'case.who': 'co-quan' }, '3.000334'],
    ['ly-lich-tu-phap', { 'case.who': 'to-tung' }, '3.000335'],
    ['ly-lich-tu-phap', { ...record, 'case.abode': 'khong-ro' }, '3.000330'],
    ['ly-lich-tu-phap', { ...record, 'case.abode': 'da-tung' }, '3.000330'],
    ['ly-lich-tu-phap', { ...record, 'case.who': 'uy-quyen', 'case.kind': 'so-2' }, undefined],
    ['ly-lich-tu-phap', { ...record, 'case.who': 'con', 'subject.birthDate': '2008-11-22' }, undefined],
  ])('%s with %o leads to %s', (name, said, code) => {
    const refusal = refusalOf(filing(name), answers(said), today);
    expect(refusal).not.toBeNull();
    expect(refusal?.instead).toBe(code);
  });

  test.each(Object.entries(usual))('the usual case of %s is not refused', (name, said) => {
    expect(refusalOf(filing(name), answers(said), today)).toBeNull();
  });

  test('a house below seven storeys needs no permit in a planned project or where there is no plan, a higher one does', () => {
    const refused = (area: string, tall: string) =>
      refusalOf(filing('giay-phep-xay-dung'), answers({ ...house, 'case.area': area, 'case.tall': tall }), today) !== null;
    expect(['nong-thon', 'du-an'].map((area) => [refused(area, 'no'), refused(area, 'yes')])).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  test('certificate no. 2 is asked for by the person or, for a child, by a parent', () => {
    const refused = (who: string) =>
      refusalOf(filing('ly-lich-tu-phap'), answers({ ...record, 'case.who': who, 'case.kind': 'so-2' }), today) !== null;
    expect([refused('toi'), refused('con'), refused('uy-quyen')]).toEqual([false, false, true]);
  });
});

describe('the age of a pensioner', () => {
  const poorIsAsked = (birth: string) =>
    askedFor(filing('huu-tri-xa-hoi'), { ...elder, 'elder.birthDate': birth }, today).includes('case.poor');

  test('between 70 and 75, to the day, the household is asked about', () => {
    expect(['1951-11-22', '1951-11-23', '1956-11-22', '1956-11-23'].map(poorIsAsked)).toEqual([false, true, true, false]);
  });

  test('a year alone decides only where every day of it says the same', () => {
    expect(['1950', '1951', '1953', '1956', '1957'].map(poorIsAsked)).toEqual([false, true, true, true, false]);
    const born = (value: string) => (id: string) => (id === 'a.born' ? value : undefined);
    expect(holds({ years: 'a.born', atLeast: 75 }, born('1951-11'), today)).toBe(false);
    expect(holds({ years: 'a.born', atLeast: 75 }, born('1951-10'), today)).toBe(true);
    expect(holds({ years: 'a.born', under: 70 }, born('1956'), today)).toBe(false);
    expect(holds({ years: 'a.born', under: 70 }, born('1957'), today)).toBe(true);
    expect(holds({ years: 'a.born', under: 70 }, () => undefined, today)).toBe(false);
  });
});

describe('the papers of a case', () => {
  const of = (name: string, said: Record<string, string>, how = 'submit') =>
    papersOf(filing(name), answers(said), today).flatMap((paper) => (paper.how === how ? [paper.id] : []));

  test('an owner who files hands in the application alone', () => {
    expect(of('ho-kinh-doanh', shop)).toEqual(['giay-de-nghi-ho-kinh-doanh']);
  });

  test('each way of filing a business through others has its paper', () => {
    const others = (files: string, account = 'yes') =>
      of('ho-kinh-doanh', { ...shop, 'case.files': files, 'case.account': account }).slice(1);
    expect(others('ca-nhan')).toEqual(['van-ban-uy-quyen']);
    expect(others('to-chuc')).toEqual(['hop-dong-dich-vu', 'giay-gioi-thieu']);
    expect(others('buu-chinh')).toEqual(['phieu-gui-ho-so']);
    expect(others('ca-nhan', 'no')).toEqual(['van-ban-uy-quyen', 'ban-sao-the-can-cuoc']);
    expect(of('ho-kinh-doanh', { ...shop, 'case.owner': 'ho-gia-dinh' })).toContain('van-ban-uy-quyen-lam-chu-ho');
  });

  test('a house needs two sets of drawings and papers of its land', () => {
    expect(of('giay-phep-xay-dung', house)).toEqual(['don-de-nghi-cap-phep-xay-dung', 'giay-chung-nhan-dat', 'ban-ve-thiet-ke']);
    const drawings = papersOf(filing('giay-phep-xay-dung'), answers(house), today).find(({ id }) => id === 'ban-ve-thiet-ke');
    expect(drawings?.originals).toBe(2);
    expect(of('giay-phep-xay-dung', { ...house, 'case.land': 'thue' })).toContain('hop-dong-thue-dat');
    expect(of('giay-phep-xay-dung', { ...house, 'case.adjoining': 'yes' })).toContain('cam-ket-an-toan-lien-ke');
    expect(of('giay-phep-xay-dung', { ...house, 'case.extra': 'ca-hai' }).slice(3)).toEqual([
      'bao-cao-tham-tra-thiet-ke',
      'ket-qua-phong-chay',
    ]);
  });

  test('a pension needs one paper: age and household are looked up', () => {
    expect(of('huu-tri-xa-hoi', elder)).toEqual(['van-ban-de-nghi-huu-tri-xa-hoi']);
    expect(of('huu-tri-xa-hoi', elder, 'known')).toEqual(['giay-to-tuy-than', 'giay-to-cu-tru']);
  });

  test('a proxy outside the family brings a certified authorisation', () => {
    const proxy = { ...record, 'case.who': 'uy-quyen' };
    expect(of('ly-lich-tu-phap', { ...proxy, 'case.kin': 'no' })).toContain('van-ban-uy-quyen');
    expect(of('ly-lich-tu-phap', { ...proxy, 'case.kin': 'yes' })).not.toContain('van-ban-uy-quyen');
    expect(of('ly-lich-tu-phap', record, 'show')).toEqual([]);
  });
});

test('whoever asks for another person fills in the other form', () => {
  const head = (said: Record<string, string>) =>
    fillSheet({ form: filing('ly-lich-tu-phap'), live: answers(said), code: 'BN-1', today, foot: '' });
  expect(head(record)).toMatchObject({ formNumber: 'Mẫu số 01/2025/LLTP', subtitle: expect.stringContaining('cá nhân có yêu cầu') });
  expect(head({ ...record, 'case.who': 'con' })).toMatchObject({
    formNumber: 'Mẫu số 02/2025/LLTP',
    subtitle: expect.stringContaining('cha, mẹ'),
  });
});

test('the name of a business is its own alone, and no company', () => {
  const question = questionsIn(filing('ho-kinh-doanh')).find(({ id }) => id === 'business.name');
  const kind = (text: string) =>
    question && readValue(question, text, { today, places: { provinces: [], communes: [], before: [] }, language: 'vi' }).kind;
  expect(['Quán Minh Hoa', 'Hộ kinh doanh Minh Hoa', 'CÔNG TY Minh Hoa', 'Doanh nghiệp Minh Hoa'].map(kind)).toEqual([
    'good',
    'bad',
    'bad',
    'bad',
  ]);
});

test('a parent is older than the child, and a number is nobody else’s', () => {
  const form = filing('ly-lich-tu-phap');
  const child = { ...record, 'case.who': 'con', 'applicant.birthDate': '1990-08-15', 'subject.birthDate': '2012-10-20' };
  expect(brokenRule(form, answers(child), today)).toBeNull();
  expect(brokenRule(form, answers({ ...child, 'applicant.birthDate': '2012-08-15' }), today)?.questions).toContain('subject.birthDate');
  const same = { 'applicant.idNumber': '040090001234', 'subject.idNumber': '040090001234' };
  expect(brokenRule(form, answers({ ...record, ...same }), today)?.questions).toEqual(['applicant.idNumber', 'subject.idNumber']);
});
