import { describe, expect, test } from 'vitest';
import { emptyMemory } from '../../bot/memory.ts';
import type { Memory } from '../../bot/types.ts';
import { understand } from '../../bot/understand/understand.ts';

const code = 'H40.23.08-250715-0012';
const told: Memory = { ...emptyMemory, dossier: { code, provenUntil: null }, lastTold: 'dossier', awaiting: 'factor' };
const intent = (text: string, memory: Memory) => understand(text, memory).intent;

describe('once a dossier was told', () => {
  test.each([
    'khi nào có kết quả',
    'bao giờ thì lấy được',
    'có trễ hẹn không',
    'sao trễ lâu thế',
    'thế mấy ngày nữa xong hả cô',
    'bây giờ tôi phải làm gì',
    'khi nao xong',
    'when will it be ready',
    'is it late',
  ])('"%s" asks how it stands', (text) => expect(intent(text, told)).toEqual({ kind: 'dossier', code }));

  test.each(['bổ sung cái gì', 'ai đang giữ', 'hồ sơ thiếu giấy tờ gì', 'nhận kết quả ở đâu', 'what is missing'])(
    '"%s" asks for its details, which need the PIN',
    (text) => {
      expect(intent(text, told).kind).toBe('factor-wanted');
      expect(intent(text, { ...told, awaiting: null }).kind).toBe('dossier-details');
    },
  );

  test.each(['làm hộ chiếu bao lâu xong', 'đăng ký kết hôn ở đâu', 'xin giấy phép xây dựng mất mấy ngày', 'lệ phí làm căn cước', 'cảm ơn'])(
    '"%s" is of something else',
    (text) => expect(['dossier', 'factor-wanted', 'dossier-details']).not.toContain(intent(text, told).kind),
  );

  test('and a procedure after it, the procedure is meant', () =>
    expect(intent('bao lâu xong', { ...told, awaiting: null, lastTold: 'procedure' }).kind).toBe('procedure'));
});
