import { describe, expect, it } from 'vitest';
import { composeChecklist } from '../../bot/answer/checklist.ts';
import { emptyMemory } from '../../bot/memory.ts';
import { understand } from '../../bot/understand/understand.ts';
import { paper, stored } from '../fakes/record.ts';

const record = stored({
  papers: [
    { title: 'Hồ sơ gồm', papers: [paper('Đơn đề nghị', 1, 0)] },
    { title: 'Trường hợp 1: Giấy phép bị mất, hồ sơ gồm', papers: [paper('Đơn báo mất', 1, 0)] },
    { title: 'Đối với người nước ngoài', papers: [paper('Hộ chiếu', 0, 1)] },
    { title: 'Trường hợp nộp thay', papers: [paper('Văn bản ủy quyền', 1, 0)] },
  ],
});
const guide = (question = '') => composeChecklist({ stored: record, explanation: null, language: 'vi', question });

describe('the guide to a procedure without a form of its own', () => {
  it('asks for the case first where the record has several, and lists no paper yet', () => {
    const reply = guide();
    expect(reply.kind).toBe('filing');
    expect(reply.text).toBe(
      'Hồ sơ **Cấp giấy thử** khác nhau theo trường hợp. Bạn thuộc trường hợp nào?\n1. Giấy phép bị mất\n2. Người nước ngoài',
    );
    expect(reply.choices).toHaveLength(2);
  });

  it('understands its own buttons, and lists the papers of that case and of everybody', () => {
    const [, second] = guide().choices;
    const { intent } = understand(second?.say ?? '', emptyMemory);
    expect(intent).toMatchObject({ kind: 'filing', code: '1.000001' });
    const { text } = guide(second?.say);
    expect(text).toContain('Hộ chiếu');
    expect(text).toContain('Đơn đề nghị');
    expect(text).toContain('Văn bản ủy quyền');
    expect(text).not.toContain('Đơn báo mất');
    expect(text).toContain('Nơi nhận: Ủy ban nhân dân cấp xã');
  });

  it('asks nothing where there is one case, or a title that is none', () => {
    const one = stored({ papers: [{ title: 'Trường hợp mất', papers: [paper('Đơn', 1, 0)] }] });
    expect(composeChecklist({ stored: one, explanation: null, language: 'vi' }).text).toContain('Đơn');
    const parts = stored({
      papers: [
        { title: 'Giấy tờ phải nộp', papers: [paper('Đơn', 1, 0)] },
        { title: 'Giấy tờ xuất trình', papers: [paper('Căn cước', 0, 0)] },
      ],
    });
    expect(composeChecklist({ stored: parts, explanation: null, language: 'vi' }).text).toContain('Đơn');
  });
});
