import { describe, expect, it } from 'vitest';
import { plainReply } from '../../bot/reply.ts';
import { actionOf } from '../../connectors/zalo/errors.ts';
import { readEvent } from '../../connectors/zalo/events.ts';
import { templateData } from '../../connectors/zalo/templates.ts';
import { byApp, events } from '../fakes/zalo-events.ts';
import { zaloApp } from '../fakes/zalo-oauth.ts';

const person = '8001000000000000001';
const at = 1_760_000_000_000;
const of = { person, at: new Date(at), byApp: byApp(person) };
const message = { ...of, kind: 'message', id: 'm-1', text: '', files: [], voice: null };
const read = (event: unknown) => readEvent(event).event;
const image = 'https://f9-photo.zdn.vn/a.jpg';
const file = { url: 'https://f9-file.zdn.vn/d', size: '48211', name: 'don-xin.docx', checksum: 'd41d8', type: 'docx' };

describe('an event of Zalo', () => {
  it.each([
    ['words', events.text(person, 'Làm hộ chiếu?', { at, id: 'm-1' }), { ...message, text: 'Làm hộ chiếu?' }],
    [
      'a picture',
      events.media(person, 'image', { url: image, thumbnail: image }, { at, id: 'm-1' }),
      { ...message, files: [{ ref: image, name: 'ảnh.jpg', size: 0 }] },
    ],
    [
      'a file',
      events.media(person, 'file', file, { at, id: 'm-1' }),
      { ...message, files: [{ ref: file.url, name: 'don-xin.docx', size: 48_211 }] },
    ],
    [
      'a voice message',
      events.media(person, 'audio', { url: 'https://f9-voice-aac-dl.zdn.vn/a.aac' }, { at, id: 'm-1' }),
      { ...message, voice: 'https://f9-voice-aac-dl.zdn.vn/a.aac' },
    ],
    [
      'a recording attached as a file',
      events.media(person, 'file', { ...file, name: 'ghi-am.m4a', type: 'm4a' }, { at, id: 'm-1' }),
      { ...message, voice: file.url },
    ],
    ['a place', events.media(person, 'location', { coordinates: { latitude: '21.0', longitude: '105.8' } }, { at, id: 'm-1' }), message],
    ['a sticker', events.media(person, 'sticker', { id: '21979', url: image }, { at, id: 'm-1' }), message],
    ['a film', events.media(person, 'video', { url: image, thumbnail: image }, { at, id: 'm-1' }), message],
    ['a moving picture', events.media(person, 'gif', { url: image, thumbnail: image }, { at, id: 'm-1' }), message],
    [
      'a link',
      events.media(person, 'link', { url: 'https://example.vn', description: 'Trang tin' }, { at, id: 'm-1' }),
      { ...message, text: 'Trang tin' },
    ],
    [
      'the contact of somebody else, which is not read',
      events.media(person, 'link', { url: 'https://zalo.me/x', description: '{"phone":"84900000001"}' }, { at, id: 'm-1' }),
      message,
    ],
    ['following', events.follow(person, 'follow', at), { ...of, kind: 'arrived', follows: true }],
    ['no longer following', events.follow(person, 'unfollow', at), { kind: 'unfollowed', person, at: of.at }],
    ['opening the chat', events.chatNow(person, at), { ...of, kind: 'arrived', follows: false }],
    [
      'an echo of ours',
      events.echo(person, 'Chào', { at, id: 'm-2' }),
      { kind: 'echo', messageId: 'm-2', person, at: of.at, isStaff: false },
    ],
    [
      'what staff have written',
      events.echo(person, 'Chào', { at, id: 'm-2', admin: '8101' }),
      { kind: 'echo', messageId: 'm-2', person, at: of.at, isStaff: true },
    ],
    [
      'a withdrawal by the id of the app alone',
      events.named('user_withdraw', { user_id_by_app: '7001' }),
      { kind: 'withdrawn', person: null, byApp: '7001' },
    ],
    ['what is not known', events.named('create_group', { oa_id: zaloApp.account }), { kind: 'ignored' }],
    ['delivered', events.named('user_received_message', { message: { msg_id: 'm' } }), { kind: 'ignored' }],
    ['seen', events.named('user_seen_message', { message: { msg_ids: ['m'] } }), { kind: 'ignored' }],
    ['a message without an id', events.text(person, 'a', { id: '' }), { kind: 'ignored' }],
    ['nothing', null, { kind: 'ignored' }],
    ['a list', [], { kind: 'ignored' }],
    ['no event', { timestamp: 1 }, { kind: 'ignored' }],
  ])('is read: %s', (_, event, expected) => {
    expect(read(event)).toEqual(expected);
  });

  it('has the info of somebody in either shape, of which nothing is kept', () => {
    const shapes = [
      { name: 'Nguyễn Thị Mẫu', phone: '84900000001', full_address: { user_city: 'Hà Nội' } },
      { name: 'Nguyễn Thị Mẫu', phone: 84900000001, address: '12 phố Mẫu', city: 'Hà Nội', district: '', ward: '' },
    ];
    for (const info of shapes) {
      const told = read(events.submitInfo(person, info));
      expect(told).toMatchObject({ kind: 'touched', person });
      expect(JSON.stringify(told)).not.toMatch(/Mẫu|84900000001/);
    }
  });

  it('may have its ids and its time as numbers', () => {
    const event = { ...events.text(person, 'a', { id: 'm' }), timestamp: at, sender: { id: 8001 } };
    expect(read(event)).toMatchObject({ kind: 'message', person: '8001', at: new Date(at) });
  });

  it('says whose account it is for', () => {
    const all = [events.text(person, 'a'), events.echo(person, 'a'), events.follow(person, 'follow'), events.chatNow(person)];
    expect(all.map((event) => readEvent(event).account)).toEqual(Array(4).fill(zaloApp.account));
  });
});

describe('a code of the OA API', () => {
  it.each([
    ['pause', [-32]],
    ['again', [-200, -99_999]],
    ['upload', [-100]],
    ['token', [-216, -220, 216, -401]],
    ['person', [-213, -217, -218, -227, -244, -248]],
    ['window', [-230, -232]],
    ['night', [-234]],
    ['staff', [-204, -205, -209, -211, -212, -219, -221, -223, -224, -320, -321, -403]],
    ['bug', [-201, -210, -233, -235, -240, -242, -249]],
  ] as const)('asks for %s', (action, codes) => {
    expect(codes.map((code) => actionOf(code))).toEqual(codes.map(() => action));
  });

  it('means something else where a template was sent', () => {
    expect([-118, -115, -133, -1122, -124].map((code) => actionOf(code, true))).toEqual(['person', 'staff', 'night', 'bug', 'token']);
    expect([actionOf(-230, true), actionOf(-118)]).toEqual(['window', 'again']);
  });
});

describe('the parameters of a template', () => {
  const reply = { ...plainReply('status', 'Hồ sơ **H40.1**: **Đã có kết quả, mời bạn đến nhận**.\nNơi nhận: xã.'), dossier: 'H40.1' };

  it('are the dossier, where it stands and the line, no longer than they may be', () => {
    const data = { ma: '{code:30}', trang_thai: '{status:13}', dong: '{text}', chao: 'Chào bạn' };
    expect(templateData({ id: '1', data }, reply)).toEqual({
      ma: 'H40.1',
      trang_thai: 'Đã có kết qu…',
      dong: 'Hồ sơ H40.1: Đã có kết quả, mời bạn đến nhận.',
      chao: 'Chào bạn',
    });
  });
});
