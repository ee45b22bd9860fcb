import { describe, expect, it, test } from 'vitest';
import { createCalendar } from '../../bot/calendar/calendar.ts';
import type { Dossier } from '../../bot/dossier-types.ts';
import { changeNotice, isUrgent } from '../../bot/notices/change.ts';
import { wordsOf } from '../../bot/notices/impersonal.ts';
import { newsOf } from '../../bot/notices/news.ts';
import { overdueBy, overdueNotice } from '../../bot/notices/overdue.ts';
import { tellAt } from '../../bot/notices/quiet-hours.ts';
import type { Watched } from '../../bot/ports.ts';
import { noticeWishOf } from '../../bot/understand/notice-wish.ts';
import { demonstration } from '../fakes/demonstration.ts';

const calendar = createCalendar();
const personal = {
  applicant: { name: 'Trần Thị Bí Mật', phone: '0900000012', idNumber: '001099000012' },
  holder: { office: 'Phòng Kinh tế', person: 'Lê Văn Cán Bộ' },
  factor: { pin: '739201', phone: '0900000012', idNumber: '001099000012' },
};
const dossier: Dossier = {
  ...demonstration,
  ...personal,
  code: 'H40.23.08-250715-0012',
  agency: 'UBND phường Minh Họa',
  status: 4,
  demonstration: false,
};

describe('quiet hours', () => {
  test.each([
    ['2026-11-22T13:59:59Z', null],
    ['2026-11-22T14:00:00Z', '2026-11-23T07:00:00+07:00'],
    ['2026-11-22T16:59:00Z', '2026-11-23T07:00:00+07:00'],
    ['2026-11-22T17:00:00Z', '2026-11-23T07:00:00+07:00'],
    ['2026-11-22T23:59:59Z', '2026-11-23T07:00:00+07:00'],
    ['2026-11-23T00:00:00Z', null],
    ['2026-12-31T15:00:00Z', '2027-01-01T07:00:00+07:00'],
  ])('at %s: %s', (now, until) => {
    expect(tellAt(new Date(now))).toBe(until);
  });
});

describe('a notice of a change', () => {
  it('holds code, status and what to do next, for each status in both languages', () => {
    for (const status of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
      for (const language of ['vi', 'en'] as const) {
        const { text, choices, dossier: about } = changeNotice({ ...dossier, status }, language);
        expect(text.split('\n').length).toBeGreaterThanOrEqual(2);
        expect(text).toContain('**H40.23.08-250715-0012**');
        expect(about).toBe(dossier.code);
        expect(choices.map(({ say }) => say)).toContain(dossier.code);
        expect(noticeWishOf(choices.at(-1)?.say ?? '')).toEqual({ kind: 'unfollow', this: false });
      }
    }
    expect(changeNotice({ ...dossier, status: 9 }, 'vi').text).toContain('Đã xử lý xong, chờ trả kết quả');
  });

  it("shows a source's own words where the status has none of ours", () => {
    expect(changeNotice({ ...dossier, status: null, statusText: 'Chuyển liên thông' }, 'vi').text).toContain('**Chuyển liên thông**');
    expect(changeNotice({ ...dossier, statusText: 'Chờ ký' }, 'vi').text).toContain('Hệ thống ghi: Chờ ký');
    expect(changeNotice({ ...dossier, status: null, statusText: '' }, 'vi').text).toContain('có thay đổi');
  });

  it('names nobody and holds no number of anybody, whatever the source writes', () => {
    const statusText = 'Bà Trần Thị  BÍ MẬT (ĐT 0900 000 012, CCCD 001099000012, PIN 739201) chờ ông Lê Văn Cán Bộ ký';
    for (const each of [
      { ...dossier, statusText },
      { ...dossier, status: null, statusText },
    ]) {
      for (const language of ['vi', 'en'] as const) {
        const both = JSON.stringify([
          changeNotice(each, language),
          overdueNotice({ ...each, dueOn: '2026-11-02' }, { kind: 'overdue', days: 3 }, language),
        ]);
        expect(both).not.toMatch(/bí mật|cán bộ ký|0900|000 012|0000120?|001099|739201/iu);
      }
    }
    expect(wordsOf({ ...dossier, statusText })).toBe('Bà ••• (ĐT •••, CCCD •••, PIN •••) chờ ông ••• ký');
  });
});

describe('a name in the words of a source', () => {
  test.each(['TRAN THI BI MAT', 'tran  thi bi mat', 'Trần Thị Bí Mật'.normalize('NFD'), 'TRẦN THỊ BÍ MẬT'.normalize('NFD')])(
    'is hidden as %s',
    (name) => {
      expect(wordsOf({ ...dossier, statusText: `Chờ ${name} ký` })).toBe('Chờ ••• ký');
    },
  );

  it('is hidden where the dossier has it decomposed', () => {
    const applicant = { ...personal.applicant, name: personal.applicant.name.normalize('NFD') };
    expect(wordsOf({ ...dossier, applicant, statusText: 'Chờ Trần Thị Bí Mật ký' })).toBe('Chờ ••• ký');
  });
});

describe('what cannot wait until the morning', () => {
  const missing = (text: string) => [{ text, askedAt: null, papers: [] }];
  const step = { at: null, office: '', person: '', text: '', status: 5, statusText: '', dueAt: '2026-11-30T17:00:00+07:00' };
  test.each<[string, Partial<Dossier>, boolean]>([
    ['a dossier that is not accepted', { status: 3 }, true],
    ['one that is stopped', { status: 8 }, true],
    ['papers asked for by a day in the steps', { status: 5, timeline: [step] }, true],
    ['papers asked for by a day in words', { status: 5, missing: missing('Bổ sung bản vẽ trước ngày 30/11/2026') }, true],
    ['papers without a day', { status: 5, missing: missing('Bổ sung bản vẽ') }, false],
    ['a day that is no deadline', { status: 5, missing: missing('Bản vẽ ngày 01/02/2026 bị mờ') }, false],
    ['a result', { status: 9 }, false],
    ['work that goes on, with a day', { status: 4, timeline: [step] }, false],
  ])('%s', (_, set, urgent) => {
    expect(isUrgent({ ...dossier, ...set })).toBe(urgent);
  });

  it('says the day', () => {
    expect(changeNotice({ ...dossier, status: 5, timeline: [step] }, 'vi').text).toContain('Hạn bổ sung: 30/11/2026');
  });
});

describe('what is overdue', () => {
  const late: Partial<Dossier> = { status: 4, dueOn: '2026-11-16' };
  test.each<[string, Partial<Dossier>, string, number | null]>([
    ['three working days after the due date', late, '2026-11-19', 3],
    ['on the due date', late, '2026-11-16', null],
    ['before it', late, '2026-11-13', null],
    ['with a result', { ...late, status: 9 }, '2026-11-19', null],
    ['handed over', { ...late, status: 10 }, '2026-11-19', null],
    ['finished though the status says otherwise', { ...late, finishedOn: '2026-11-16' }, '2026-11-19', null],
    ['while papers are waited for', { ...late, status: 5 }, '2026-11-19', null],
    ['while the clock stands', { ...late, suspended: [{ from: '2026-11-10', to: null }] }, '2026-11-19', null],
    ['after the clock has stood', { ...late, suspended: [{ from: '2026-11-10', to: '2026-11-11' }] }, '2026-11-19', 3],
    ['without a due date', { ...late, dueOn: null }, '2026-11-19', null],
  ])('%s', (_, set, today, days) => {
    expect(overdueBy({ ...dossier, ...set }, today, calendar)?.days ?? null).toBe(days);
  });

  it('is told with who holds it, the right to an apology and a petition already worded', () => {
    const { text, choices } = overdueNotice({ ...dossier, ...late }, { kind: 'overdue', days: 3 }, 'vi');
    expect(text).toContain('quá hạn 3 ngày làm việc');
    expect(text).toContain('Phòng Kinh tế, UBND phường Minh Họa');
    expect(text).toContain('xin lỗi bằng văn bản');
    expect(choices[0]).toEqual({
      label: 'Gửi kiến nghị',
      say: 'Tôi phản ánh việc hồ sơ H40.23.08-250715-0012 quá hạn trả kết quả từ ngày 16/11/2026 (Phòng Kinh tế, UBND phường Minh Họa). Đề nghị cơ quan giải quyết, xin lỗi bằng văn bản và hẹn ngày trả mới.',
    });
  });
});

describe('what is news', () => {
  const watched: Watched = { code: dossier.code, version: 6, seen: { status: 4, statusText: 'Chờ' }, overdueFor: null };
  const night = { now: new Date('2026-11-19T15:00:00Z'), today: '2026-11-19', calendar };
  const told = (set: Partial<Dossier>, seen: Partial<Watched> = {}) =>
    newsOf({ ...watched, ...seen }, { ...dossier, statusText: 'Chờ', ...set }, night).map(({ once, tellAt: at }) => [
      once.split(' ').slice(2).join(' '),
      at,
    ]);
  const morning = '2026-11-20T07:00:00+07:00';

  it('is a change of the status or of its text, and nothing else', () => {
    expect(told({})).toEqual([]);
    expect(told({ statusText: ' Chờ  ' })).toEqual([]);
    expect(told({ status: 9 })).toEqual([['change 7', morning]]);
    expect(told({ statusText: 'Chờ ký' })).toEqual([['change 7', morning]]);
    expect(told({ holder: { office: 'Phòng khác', person: '' } })).toEqual([]);
  });

  it('is told at night where it is urgent', () => {
    expect(told({ status: 3 })).toEqual([['change 7', null]]);
  });

  it('is nothing at the first look but what is overdue', () => {
    expect(told({ status: 9 }, { seen: null })).toEqual([]);
    expect(told({ dueOn: '2026-11-16' }, { seen: null })).toEqual([['overdue 2026-11-16', morning]]);
  });

  it('is once what is overdue, and again when a new date has passed', () => {
    expect(told({ dueOn: '2026-11-16' }, { overdueFor: '2026-11-16' })).toEqual([]);
    expect(told({ dueOn: '2026-11-18' }, { overdueFor: '2026-11-16' })).toEqual([['overdue 2026-11-18', morning]]);
  });
});
