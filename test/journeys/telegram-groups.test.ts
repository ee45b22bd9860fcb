import { describe, expect, test } from 'vitest';
import { pause } from '../support/citizen.ts';
import { pdf, photo } from '../support/paper-files.ts';
import { useTelegram } from '../support/telegram.ts';

const code = 'H40.23.08-250715-0012';
const pin = '482613';
const telegram = useTelegram();

describe('a group', () => {
  const mention = (text: string) => ({ entities: [{ type: 'mention', offset: text.indexOf('@'), length: '@MotCuaThuBot'.length }] });

  test('is answered where it names us or answers us, in reply, and each person on their own', async () => {
    await telegram.start();
    const [one, two, group] = [telegram.fake.person(), telegram.fake.person(), telegram.fake.group()];
    await telegram.fake.say(one, 'làm giấy khai sinh cần gì', {}, group);
    const named = '@motcuathubot làm giấy khai sinh cần gì';
    const question = await telegram.fake.say(one, named, mention(named), group);
    const first = await telegram.texts(group, 1);
    expect(first).toHaveLength(1);
    expect(first[0]).toContain('khai sinh');
    expect(group.sent[0]?.answers).toBe(question);
    await telegram.fake.say(two, 'cảm ơn', { reply_to_message: { message_id: 11, from: { id: 5 } } }, group);
    await telegram.fake.say(two, 'cảm ơn', { reply_to_message: { message_id: 12, from: telegram.fake.me } }, group);
    expect((await telegram.texts(group, 2)).at(-1)).toContain('Rất vui được giúp bạn');
    expect(telegram.fake.chatOf(one).sent).toEqual([]);
  });

  test.each([
    code,
    'hồ sơ của tôi tới đâu rồi',
    'nộp giúp tôi hồ sơ khai sinh online',
    'tôi muốn phản ánh vỉa hè bị lấn chiếm',
    'số căn cước của tôi 040168004512',
    '/tracuu@MotCuaThuBot',
  ])('is told nothing personal and asked for none: %s', async (text) => {
    await telegram.start();
    const [person, group] = [telegram.fake.person(), telegram.fake.group()];
    const said = text.startsWith('/') ? text : `${text} @MotCuaThuBot`;
    await telegram.fake.say(person, said, text.startsWith('/') ? {} : mention(said), group);
    const [answer] = await telegram.texts(group, 1);
    expect(answer).toContain('không trả lời trong nhóm');
    expect(answer).toContain('https://t.me/MotCuaThuBot');
    await telegram.fake.say(person, `${pin} @MotCuaThuBot`, mention(`${pin} @MotCuaThuBot`), group);
    expect((await telegram.texts(group, 2)).join('\n')).not.toMatch(/Đang xử lý|Bước 1|BN-/);
  });

  test('hears each of two people who press the same button, and each of them once', async () => {
    await telegram.start();
    const [one, two, group] = [telegram.fake.person(), telegram.fake.person(), telegram.fake.group()];
    const named = '@MotCuaThuBot xin chào';
    await telegram.fake.say(one, named, mention(named), group);
    await telegram.texts(group, 1);
    const [first] = group.sent;
    if (first === undefined) throw new Error('there is no answer');
    for (const person of [one, two, two]) await telegram.fake.tap(person, first, 'Làm giấy khai sinh', group);
    await telegram.fake.say(two, named, mention(named), group);
    expect(await telegram.texts(group, 4)).toHaveLength(4);
  });

  test('where we may not write holds nobody else up', async () => {
    await telegram.start();
    const [person, group] = [telegram.fake.person(), telegram.fake.group()];
    group.muted = true;
    for (const text of ['/xoadulieu@MotCuaThuBot', '/help@MotCuaThuBot']) await telegram.fake.say(person, text, {}, group);
    expect(telegram.fake.updates.answers).toEqual([200, 200]);
    expect(await telegram.texts(group, 0)).toEqual([]);
    expect(telegram.app.log()).toContain('reply not delivered');
    expect(telegram.app.log()).not.toContain('fault of ours');
  });

  test('in danger is told whom to call', async () => {
    await telegram.start();
    const [person, group] = [telegram.fake.person(), telegram.fake.group()];
    const said = '@MotCuaThuBot cháy nhà rồi cứu với';
    await telegram.fake.say(person, said, mention(said), group);
    expect((await telegram.texts(group, 1))[0]).toContain('114');
  });
});

describe('beside words', () => {
  test('papers come in, as documents and as photos', async () => {
    await telegram.start();
    const person = telegram.fake.person();
    const chat = telegram.fake.chatOf(person);
    const [small, large, scan] = [await photo({ width: 90, height: 70 }), await photo({}), await pdf()];
    for (const [name, bytes] of Object.entries({ small, large, scan })) telegram.fake.files.set(name, { name, bytes });
    const sizes = [
      { file_id: 'small', file_unique_id: 'u1', file_size: small.length },
      { file_id: 'large', file_unique_id: 'u2', file_size: large.length },
    ];
    await telegram.fake.say(person, '', { photo: sizes });
    expect((await telegram.texts(chat, 1))[0]).toContain('1 ảnh');
    await telegram.fake.say(person, '', {
      document: { file_id: 'scan', file_unique_id: 'u3', file_name: 'bản quét.pdf', file_size: scan.length },
    });
    expect((await telegram.texts(chat, 2))[1]).toContain('1 tệp PDF');
    await telegram.fake.say(person, '', { sticker: { file_id: 's' } });
    expect((await telegram.texts(chat, 3))[2]).toContain('nhắn bằng chữ');
  });

  test('papers that are sent together are one message, with one answer', async () => {
    await telegram.start();
    const person = telegram.fake.person();
    const chat = telegram.fake.chatOf(person);
    const shots = await Promise.all([200, 300, 400].map((width) => photo({ width: width * 3, height: 700 })));
    for (const [at, bytes] of shots.entries()) telegram.fake.files.set(`p${at}`, { name: `p${at}`, bytes });
    const one = (at: number) => ({ media_group_id: '1376', photo: [{ file_id: `p${at}`, file_unique_id: `u${at}` }] });
    await Promise.all(shots.map((_, at) => telegram.fake.say(person, '', one(at))));
    expect((await telegram.texts(chat, 1))[0]).toContain('3 ảnh');
    await telegram.fake.say(person, 'xin chào');
    expect(await telegram.texts(chat, 2)).toHaveLength(2);
  });

  test('a paper that cannot be had for a moment is not called gone', async () => {
    await telegram.start();
    const person = telegram.fake.person();
    telegram.fake.files.set('scan', { name: 'scan', bytes: await pdf() });
    const document = { file_id: 'scan', file_unique_id: 'u3', file_name: 'cccd.pdf' };
    telegram.fake.instead.push(500);
    await telegram.fake.say(person, '', { document });
    expect((await telegram.texts(telegram.fake.chatOf(person), 1))[0]).toContain('Bạn gửi lại sau ít phút');
    await telegram.fake.say(person, '', { document });
    expect((await telegram.texts(telegram.fake.chatOf(person), 2))[1]).toContain('1 tệp PDF');
  });

  test('typing is shown while an answer is on its way', async () => {
    const person = telegram.fake.person();
    const find = async () => {
      while (telegram.fake.chatOf(person).typing === 0) await pause(5);
      return null;
    };
    await telegram.start({ dossiers: { find } });
    await telegram.fake.say(person, 'H40.23.08-250715-9999');
    await telegram.texts(telegram.fake.chatOf(person), 1);
    expect(telegram.fake.chatOf(person).typing).toBeGreaterThan(0);
  });

  test('who blocks us is told of nothing any more', async () => {
    await telegram.start();
    const person = telegram.fake.person();
    const chat = telegram.fake.chatOf(person);
    for (const [at, text] of [code, pin, 'báo tôi khi có kết quả'].entries()) {
      await telegram.fake.say(person, text);
      await telegram.texts(chat, at + 1);
    }
    const followed = async () =>
      (await telegram.app.app.knowledge.database.pool.query('select from subscriptions where ended_at is null')).rowCount;
    expect(await followed()).toBe(1);
    await telegram.fake.block(person);
    expect(await followed()).toBe(0);
  });
});
