import { describe, expect, test } from 'vitest';
import { petitionTalk, says, sealed, textOf } from '../support/petition-talk.ts';

describe('a petition', () => {
  test('is asked for one thing at a time, read back, and handed over with a code once it is confirmed', async () => {
    const { say, memory } = petitionTalk();
    const opened = await say('tôi muốn phản ánh ổ gà trước chợ');
    expect(opened.replies[0]?.kind).toBe('recorded');
    expect(textOf(opened)).toMatch(/đồng ý thì tôi mới gửi[\s\S]*ở đâu/);
    expect(textOf(await say('đường Lê Lợi, trước cổng chợ'))).toContain('khi nào');
    expect(textOf(await say('từ tuần trước'))).toContain('liên hệ');
    const read = await say('0912 345 678');
    expect(textOf(read)).toContain(
      '- Nội dung: tôi muốn phản ánh ổ gà trước chợ\n- Nơi xảy ra: đường Lê Lợi, trước cổng chợ\n- Thời gian: từ tuần trước',
    );
    expect(textOf(read)).toContain('- Liên hệ: •••••••678');
    expect(opened.petition ?? read.petition).toBeUndefined();
    const sent = await say('gửi đi');
    expect(sent.petition).toEqual({
      code: 'PA-261122-0007-K3M7',
      language: 'vi',
      text: 'tôi muốn phản ánh ổ gà trước chợ',
      place: 'đường Lê Lợi, trước cổng chợ',
      happened: 'từ tuần trước',
      contact: 'sealed 8765432190',
      files: false,
    });
    expect(textOf(sent)).toContain('PA-261122-0007-K3M7');
    expect(memory()).toMatchObject({ open: null, petition: null });
    expect(sent.notes).toEqual([]);
  });

  test('keeps the contact sealed from the moment it is given', async () => {
    const { say, memory } = petitionTalk();
    await say('tôi muốn phản ánh ổ gà trước chợ');
    await say('xem lại và gửi');
    await say('sửa liên hệ');
    await say('0912345678');
    expect(JSON.stringify(memory())).not.toContain('0912345678');
    expect(JSON.stringify(memory())).toContain('sealed 8765432190');
  });

  test('without anything but its text is anonymous', async () => {
    const { say } = petitionTalk();
    await say('tôi muốn phản ánh ổ gà trước chợ');
    for (const skip of ['bỏ qua', 'không nhớ ạ', 'thôi']) await say(skip);
    expect((await say('1')).petition).toMatchObject({ place: '', happened: '', contact: null });
  });

  test.each(['không để lại số', 'khong can goi lai dau', 'tôi không muốn để lại tên', 'thôi khỏi', 'xin giấu tên', 'no contact'])(
    'is anonymous when its writer says "%s"',
    async (text) => {
      const { say, memory } = petitionTalk();
      for (const part of ['tôi muốn phản ánh ổ gà trước chợ', 'đường Lê Lợi', 'hôm qua']) await say(part);
      expect(textOf(await say(text))).toContain('- Liên hệ: không để lại');
      expect(memory().petition).toMatchObject({ asking: 'confirm', contact: null });
    },
  );

  test.each(['gửi đi', 'đúng rồi, gửi luôn nhé'])('is read back, not sent, when "%s" is said before the last question', async (text) => {
    const { say } = petitionTalk();
    await say('tôi muốn phản ánh ổ gà trước chợ');
    const read = await say(text);
    expect([textOf(read).includes('đọc lại'), read.petition]).toEqual([true, undefined]);
    expect((await say(text)).petition).toMatchObject({ place: '' });
  });

  test('takes "không liên hệ được với ai" for what it tells', async () => {
    const { say, memory } = petitionTalk();
    await say('tôi muốn phản ánh ổ gà trước chợ');
    await say('không liên hệ được với ai ở phường');
    expect(memory().petition).toMatchObject({ place: 'không liên hệ được với ai ở phường' });
  });

  test('that only says it is one is asked what about', async () => {
    const { say } = petitionTalk();
    expect(textOf(await say('tôi muốn phản ánh'))).toContain('việc gì');
    expect(textOf(await say('rác'))).toContain('rõ hơn');
    expect(
      textOf(
        await say(
          'hàng xóm karaoke tới nửa đêm, tôi hỏi nộp đơn ở đâu, mất bao lâu mà không ai trả lời, nói chuyện với cán bộ cũng không xong',
        ),
      ),
    ).toContain('ở đâu');
    await say('xem lại và gửi');
    expect((await say('đúng rồi')).petition?.text).toContain('karaoke');
  });

  test.each(['xã Thới Bình', 'đường Trần Dũng', 'đang xây dựng', 'ở chỗ nào cũng có', 'phường Khiếu Nại'])(
    'takes "%s" for the place that it is',
    async (text) => {
      const { say, memory } = petitionTalk();
      await say('tôi muốn phản ánh ổ gà trước chợ');
      await say(text);
      expect(memory().petition).toMatchObject({ place: text, asking: 'happened' });
    },
  );

  test.each([
    ['sửa địa điểm: đường Trần Phú', { place: 'đường Trần Phú' }],
    ['sửa thời gian thành sáng nay', { happened: 'sáng nay' }],
    ['change the place to Tran Phu street', { place: 'Tran Phu street' }],
  ])('is corrected by "%s" and read back again', async (text, changed) => {
    const { say, memory } = petitionTalk();
    await say('tôi muốn phản ánh ổ gà trước chợ');
    await say('đường Lê Lợi');
    await say('hôm qua');
    await say('bỏ qua');
    expect(textOf(await say(text))).toContain('đọc lại');
    expect(memory().petition).toMatchObject({ asking: 'confirm', ...changed });
  });

  test('is corrected part by part when its writer does not say which', async () => {
    const { say, memory } = petitionTalk();
    await say('tôi muốn phản ánh ổ gà trước chợ');
    await say('xem lại và gửi');
    expect(says(await say('Sửa'))).toEqual(['Nội dung', 'Nơi xảy ra', 'Thời gian', 'Liên hệ']);
    expect(textOf(await say('2'))).toContain('ở đâu');
    expect(textOf(await say('hẻm 12'))).toContain('- Nơi xảy ra: hẻm 12');
    expect(memory().petition).toMatchObject({ asking: 'confirm', correcting: false });
  });

  test('says that no picture can be taken, and notes that there is one', async () => {
    const { say } = petitionTalk();
    expect(textOf(await say('tôi muốn phản ánh ổ gà trước chợ, tôi có chụp hình gửi kèm'))).toContain('chưa nhận được ảnh');
    expect(textOf(await say('xem lại và gửi'))).toContain('Ảnh, tệp: có');
    expect((await say('gửi')).petition?.files).toBe(true);
  });

  test('keeps personal numbers masked', async () => {
    const { say } = petitionTalk();
    await say('tôi muốn phản ánh ông Tư số 0987654321 lấn chiếm vỉa hè');
    await say('nhà có căn cước 001099012345');
    await say('xem lại và gửi');
    expect(JSON.stringify((await say('gửi')).petition)).not.toMatch(/0987654321|001099012345/);
  });

  test('keeps what is masked whole as well, sealed, for the number may be the matter; a secret is in neither', async () => {
    const { say, memory } = petitionTalk();
    await say('tôi muốn phản ánh số 0987654321 gọi lừa lấy mã OTP 123456');
    await say('ở quán 0912345678');
    expect(memory().petition?.sealed).toEqual({
      text: sealed('tôi muốn phản ánh số 0987654321 gọi lừa lấy mã OTP •••'),
      place: sealed('ở quán 0912345678'),
    });
    await say('sửa địa điểm: quán Minh Họa');
    await say('xem lại và gửi');
    const { petition } = await say('gửi');
    expect(petition).toMatchObject({ text: 'tôi muốn phản ánh số •••••••321 gọi lừa lấy mã OTP •••', place: 'quán Minh Họa' });
    expect(Object.keys(petition?.sealed ?? {})).toEqual(['text']);
  });

  test('asks again for a contact that is none', async () => {
    const { say, memory } = petitionTalk();
    await say('tôi muốn phản ánh ổ gà trước chợ');
    await say('bỏ qua');
    await say('bỏ qua');
    expect(textOf(await say('cứ ra nhà mà gặp'))).toContain('một số điện thoại');
    await say('tên.toi@vidu.vn');
    expect(memory().petition?.contact).toEqual({ sealed: 'sealed nv.udiv@iot.nêt', shown: '•••@•••' });
  });
});
