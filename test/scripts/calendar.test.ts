import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCalendar, shippedCalendar } from '../../scripts/calendar.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'calendar-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, content: unknown): void {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
}

describe('the calendar of an agency', () => {
  it('is the shipped one where the agency has none', () => {
    const calendar = readCalendar([shippedCalendar, join(folder, 'absent')]);
    expect(['2026-08-31', '2026-08-22'].map(calendar.isWorking)).toEqual([false, true]);
    expect(calendar.office.receivedUntil).toBe('15:00');
  });

  it('goes before the shipped one, day by day', () => {
    write('2026.json', { off: ['2026-11-24'], working: ['2026-08-31'] });
    write('office.json', { receivedUntil: '16:30' });
    const calendar = readCalendar([shippedCalendar, folder]);
    expect(['2026-11-24', '2026-08-31', '2026-08-22'].map(calendar.isWorking)).toEqual([false, true, true]);
    expect(calendar.office).toMatchObject({ receivedUntil: '16:30', opening: [['07:30', '11:30'], expect.anything()] });
  });

  it('is refused with every fault of every file', () => {
    write('2025.json', { off: ['2025-02-30'] });
    write('2026.json', { off: ['2027-01-04'] });
    write('2027.json', { of: ['2027-01-04'] });
    write('2028.json', { off: ['2028-01-04'], working: ['2028-01-04'] });
    write('2029.json', '{ off: ');
    write('next-year.json', { off: [] });
    write('office.json', { opening: [['13:30', '11:30']] });
    const fault = (): string => {
      try {
        readCalendar([folder]);
        return '';
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
    };
    const faults = [
      '2025.json off.0',
      'every date must be in 2026',
      '"of"',
      'both off and working',
      'is not JSON',
      'named YYYY.json',
      'the hours must',
    ];
    expect(faults.filter((words) => !fault().includes(words))).toEqual([]);
  });
});
