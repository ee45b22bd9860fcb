import { describe, expect, test } from 'vitest';
import { screen } from '../../bot/guard.ts';
import { withoutMarks } from '../../bot/text.ts';
import { shippedNames } from '../../knowledge/names.ts';

describe('our own everyday names of procedures', () => {
  // Who writes one of these may need help at once; a procedure can wait.
  const maybeDanger = new Set([
    'báo trẻ bị cha mẹ đánh đập dã man',
    'báo xã trẻ bị xâm hại cần giúp',
    'bé bị cha dượng đánh hằng ngày',
    'bị chồng đánh',
    'bị công an phường đánh',
    'bị người nhà bạo hành mấy năm nay',
    'cháu bé hàng xóm bị đánh đập',
    'chồng cũ đến quấy phá đánh đập',
    'chồng dọa giết phải bỏ chạy',
    'chồng nhậu về đánh đập vợ con',
    'con bị sốc sau tiêm vắc xin',
    'con bị xâm hại',
    'con bị đánh phải nằm viện',
    'con gái bị hàng xóm xâm hại',
    'cần chỗ ở khẩn cấp vì bị bạo hành',
    'cứu khẩn cấp trẻ bị đánh',
    'ghe bị đâm chìm',
    'ngã từ giàn giáo gãy chân',
    'nhà bên cạnh đánh con nít thâm tím',
    'nhà bị cháy con đang tại ngũ',
    'nhà bị cháy không còn gì',
    'trẻ bị bạo hành xâm hại',
    'trẻ đang bị xâm hại trong nhà',
    'té giàn giáo ở công trường',
    'vợ con bị bạo hành',
    'đi làm ca về bị xe tông',
    'đưa trẻ bị xâm hại vào nơi an toàn',
    'chích ngừa bị sốc phản vệ đòi đền',
    'can thiệp giúp trẻ bị bạo hành',
  ]);
  const names = [...new Set([...shippedNames().values()].flat())];
  const screened = names.map((name) => ({ name, kinds: [screen(name).kind, screen(withoutMarks(name)).kind] }));

  test('are never refused, with marks or without', () => {
    expect(names.length).toBeGreaterThan(1000);
    expect(screened.filter(({ kinds }) => kinds.includes('refused'))).toEqual([]);
  });

  test('are danger only where a person may be in danger', () => {
    const alarms = screened.filter(({ kinds }) => kinds.includes('emergency')).map(({ name }) => name);
    expect(new Set(alarms)).toEqual(maybeDanger);
  });
});
