import { describe, expect, test } from 'vitest';
import { brokenRule, papersOf, refusalOf } from '../../bot/forms/rules.ts';
import { answers, birth, death, extract, marriage, status, today } from '../support/civil-cases.ts';
import { filing } from '../support/filings.ts';

describe('what is refused, and what is right instead', () => {
  test.each([
    ['khai-sinh', { ...birth, 'case.registered': 'mat-giay' }, '2.000635'],
    ['khai-sinh', { ...birth, 'case.registered': 'mat-so' }, '1.004884'],
    ['khai-sinh', { ...birth, 'case.registered': 'nguoi-lon' }, '1.004772'],
    ['khai-sinh', { ...birth, 'case.foreign': 'yes' }, '2.000528'],
    ['khai-sinh', { ...birth, 'case.parents': 'recognise' }, '1.000689'],
    ['khai-sinh', { ...birth, 'case.foreign': 'yes', 'case.parents': 'recognise' }, '1.001695'],
    ['khai-sinh', { ...birth, 'case.place': 'abroad' }, '2.000528'],
    ['khai-tu', { ...death, 'case.registered': 'mat-so' }, '1.005461'],
    ['khai-tu', { ...death, 'case.person': 'foreigner' }, '1.001766'],
    ['khai-tu', { ...death, 'case.person': 'abroad' }, '2.000527'],
    ['ket-hon', { ...marriage, 'case.foreign': 'yes' }, '2.000806'],
    ['ket-hon', { ...marriage, 'groom.status': 'divorced-abroad' }, '2.000554'],
    ['tinh-trang-hon-nhan', { ...status, 'case.purpose': 'embassy' }, '2.000806'],
    ['tinh-trang-hon-nhan', { ...status, 'case.abroad': 'yes' }, '2.000689'],
    ['trich-luc', { ...extract, 'case.state': 'lost', 'case.event': 'ket-hon' }, '1.004746'],
    ['trich-luc', { ...extract, 'case.state': 'never' }, '1.001193'],
    ['trich-luc', { ...extract, 'case.state': 'mission-here' }, '1.000578'],
  ])('%s with %o leads to %s', (name, said, code) => {
    expect(refusalOf(filing(name), answers(said), today)?.instead).toBe(code);
  });

  test.each(
    Object.entries({ 'khai-sinh': birth, 'khai-tu': death, 'ket-hon': marriage, 'tinh-trang-hon-nhan': status, 'trich-luc': extract }),
  )('the usual case of %s is not refused', (name, said) => {
    expect(refusalOf(filing(name), answers(said), today)).toBeNull();
  });

  test('a groom marries from 20 and a bride from 18, to the day', () => {
    const refused = (bride: string, groom: string) =>
      refusalOf(filing('ket-hon'), answers({ ...marriage, 'bride.birthDate': bride, 'groom.birthDate': groom }), today) !== null;
    expect(refused('2008-11-22', '2006-11-22')).toBe(false);
    expect(refused('2008-11-23', '2006-11-22')).toBe(true);
    expect(refused('2008-11-22', '2006-11-23')).toBe(true);
  });

  test('whoever is married cannot marry, but can have that confirmed for a sale', () => {
    expect(refusalOf(filing('ket-hon'), answers({ ...marriage, 'bride.status': 'married' }), today)?.instead).toBeUndefined();
    expect(refusalOf(filing('ket-hon'), answers({ ...marriage, 'bride.status': 'married' }), today)).not.toBeNull();
    expect(refusalOf(filing('tinh-trang-hon-nhan'), answers({ ...status, 'marital.status': 'married' }), today)).toBeNull();
    expect(
      refusalOf(filing('tinh-trang-hon-nhan'), answers({ ...status, 'case.purpose': 'marry', 'marital.status': 'married' }), today),
    ).not.toBeNull();
  });
});

describe('the papers of a case', () => {
  const of = (name: string, said: Record<string, string>, how = 'submit') =>
    papersOf(filing(name), answers(said), today).flatMap((paper) => (paper.how === how ? [paper.id] : []));

  test('a birth is proved by the notice, a witness or a commitment', () => {
    expect(of('khai-sinh', birth)).toEqual(['to-khai-khai-sinh', 'giay-chung-sinh']);
    expect(of('khai-sinh', { ...birth, 'case.proof': 'witness' })).toEqual(['to-khai-khai-sinh', 'van-ban-lam-chung-viec-sinh']);
    expect(of('khai-sinh', { ...birth, 'case.proof': 'none' })).toEqual(['to-khai-khai-sinh', 'giay-cam-doan-viec-sinh']);
    expect(of('khai-sinh', { ...birth, 'case.parents': 'surrogacy' })).toContain('xac-nhan-mang-thai-ho');
  });

  test('marriage certificate and residence are known to the state', () => {
    expect(of('khai-sinh', birth, 'known')).toEqual(['giay-chung-nhan-ket-hon', 'giay-to-cu-tru']);
    expect(of('ket-hon', marriage)).toEqual(['to-khai-ket-hon']);
  });

  test('an authorisation is certified unless it is within the family', () => {
    const paper = (closeKin: string) =>
      papersOf(filing('khai-tu'), answers({ ...death, 'applicant.relation': 'uy-quyen', 'case.closeKin': closeKin }), today).find(
        ({ id }) => id === 'van-ban-uy-quyen',
      );
    expect(paper('no')?.where?.vi).toMatch(/^Phải chứng thực/);
    expect(paper('yes')?.where?.vi).toContain('không phải chứng thực');
    expect(of('khai-sinh', { ...birth, 'applicant.relation': 'ba-ngoai' })).not.toContain('van-ban-uy-quyen');
  });

  test('without a notice of death one is told where to get it, and long ago other evidence serves', () => {
    const notice = papersOf(filing('khai-tu'), answers({ ...death, 'case.proof': 'not-yet' }), today).find(
      ({ id }) => id === 'giay-bao-tu',
    );
    expect(notice?.where?.vi).toContain('Ủy ban nhân dân cấp xã nơi mất');
    expect(of('khai-tu', { ...death, 'case.proof': 'long-ago' })).toEqual(['to-khai-khai-tu', 'chung-cu-su-kien-chet']);
  });
});

describe('answers that do not fit each other', () => {
  test.each([
    ['khai-sinh', { 'mother.birthDate': '2026-05-12', 'child.birthDate': '2026-05-12' }, 'mother.birthDate'],
    ['khai-sinh', { 'father.birthDate': '2020', 'child.birthDate': '2026-05-12' }, 'father.birthDate'],
    ['khai-sinh', { 'mother.idNumber': '040195003127', 'father.idNumber': '040195003127' }, 'father.idNumber'],
    ['khai-tu', { 'death.date': '1945', 'deceased.birthDate': '1946' }, 'death.date'],
    ['khai-tu', { 'notice.date': '2026-11-17', 'death.date': '2026-11-18' }, 'notice.date'],
    ['ket-hon', { 'bride.idNumber': '040300006128', 'groom.idNumber': '040300006128' }, 'groom.idNumber'],
    ['tinh-trang-hon-nhan', { 'period.from': '2019-09', 'period.to': '2012' }, 'period.to'],
    ['trich-luc', { 'register.date': '1988', 'case.who': 'child', 'person.birthDate': '1989-12-19' }, 'register.date'],
  ])('%s: %o', (name, said, question) => {
    expect(brokenRule(filing(name), answers(said), today)?.questions).toContain(question);
  });

  test('answers that fit are let through', () => {
    const said = { 'mother.birthDate': '1995-08-14', 'father.birthDate': '1992', 'child.birthDate': '2026-05-12' };
    expect(brokenRule(filing('khai-sinh'), answers(said), today)).toBeNull();
    expect(
      brokenRule(
        filing('khai-tu'),
        answers({ 'death.date': '2026-11-18', 'deceased.birthDate': '1946', 'notice.date': '2026-11-18' }),
        today,
      ),
    ).toBeNull();
  });
});
