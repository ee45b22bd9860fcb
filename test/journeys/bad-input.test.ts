import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type Citizen, createCitizen } from '../support/citizen.ts';
import { kinds, type Place } from '../support/databases.ts';
import { type Server, startServer } from '../support/server.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

describe.each(kinds)('what should not be sent, on $name', ({ make }) => {
  let place: Place;
  let server: Server;
  let citizen: Citizen;

  beforeAll(async () => {
    place = await make();
    server = await startServer(place);
    citizen = createCitizen(server.url);
    await citizen.history();
  });
  afterAll(async () => {
    await server?.stop();
    await place?.drop();
  });

  test.each([
    ['nothing', ''],
    ['blanks', ' \t\n  '],
    ['only emoji', '😀🎉👨‍👩‍👧'],
    ['control characters', '\u0000\u0007\u001b\u009f'],
    ['characters of no width', '\u200b\u200d\ufeff\u202e'],
    ['punctuation', '???!!!...'],
  ])('%s: asked to write in words', async (_, text) => {
    const reply = await citizen.ask(text);
    expect(reply.kind).toBe('asked');
    expect(reply.text).toContain('nhắn bằng chữ');
  });

  test('10,000 characters: asked for the point', async () => {
    const reply = await citizen.ask('làm giấy khai sinh '.repeat(520));
    expect(reply.kind).toBe('asked');
    expect(reply.text).toContain('dài quá');
  });

  test('words with rubbish between them are still understood', async () => {
    const reply = await citizen.ask('đăng ky\u0301 kha\u200bi sinh\u0007 c\u1ea7n gi\u0000â\u0301y tơ\u0300 gì\u202e');
    expect(reply).toMatchObject({ kind: 'answered', procedures: ['1.001193'] });
  });

  test.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ['halves of characters', String.raw`{"id":"half-surrogates","text":"\ud800 đăng ký khai sinh cần giấy tờ gì \udfff"}`],
    ['null characters', String.raw`{"id":"null-characters","text":"đăng ký khai sinh\u0000 cần giấy tờ gì"}`],
    ['bytes of another encoding', bytes('{"id":"latin-1-bytes","text":"dang ky khai sinh \xe9\xe8\xff can giay to gi"}')],
  ])('%s do not stop the question', async (_, body) => {
    const answer = await citizen.request('POST', '/chat/messages', body);
    expect(answer.status).toBe(202);
    const id = /"id":"([\w-]+)"/.exec(Buffer.from(body).toString('latin1'))?.[1] ?? '';
    expect(await citizen.replyTo(id)).toMatchObject({ kind: 'answered', procedures: ['1.001193'] });
  });

  test.each([
    ['broken JSON', '{"id":"abcdefgh","text":'],
    ['no body', ''],
    ['null', 'null'],
    ['a string', '"khai sinh"'],
    ['a list', '[{"id":"abcdefgh","text":"khai sinh"}]'],
    ['nothing in it', '{}'],
    ['other fields', '{"message":"khai sinh","user":1}'],
    ['a number for an id', '{"id":12345678,"text":"khai sinh"}'],
    ['a text that is an object', '{"id":"abcdefgh","text":{"$ne":""}}'],
    ['no text', '{"id":"abcdefgh"}'],
    ['an id that is too short', '{"id":"abc","text":"khai sinh"}'],
    ['an id that is a path', '{"id":"../../etc/passwd","text":"khai sinh"}'],
    ['an id that is a statement', `{"id":"'; drop table inbox;--","text":"khai sinh"}`],
    ['an id with a line break', '{"id":"abcdefgh\\n","text":"khai sinh"}'],
    ['an id without end', `{"id":"${'a'.repeat(65)}","text":"khai sinh"}`],
    ['a prototype', '{"__proto__":{"id":"abcdefgh","text":"khai sinh"}}'],
    ['more text than any message', `{"id":"abcdefgh","text":"${'a'.repeat(20_001)}"}`],
  ])('%s as a message: 400 and a sentence', async (_, body) => {
    const answer = await citizen.request('POST', '/chat/messages', body);
    expect(answer.status).toBe(400);
    expectSentence(answer);
  });

  test.each([
    ['plain text', 'khai sinh', 'text/plain', [400, 415]],
    ['a form', 'id=abcdefgh&text=khai+sinh', 'application/x-www-form-urlencoded', [400, 415]],
    ['an encoding nobody has heard of', '{"id":"abcdefgh","text":"x"}', 'application/json; charset=klingon', [415]],
    ['a body over the limit', `{"id":"abcdefgh","text":"${'a'.repeat(70_000)}"}`, 'application/json', [413]],
  ])('%s: a sentence', async (_, body, type, statuses) => {
    const answer = await citizen.request('POST', '/chat/messages', body, type);
    expect(statuses).toContain(answer.status);
    expectSentence(answer);
  });

  test.each([
    ['GET', '/nothing', 404],
    ['POST', '/nothing', 404],
    ['PUT', '/chat/messages', 404],
    ['GET', '/../package.json', 404],
    ['GET', '/%2e%2e/%2e%2e/package.json', 404],
    ['GET', '/%E0%A4%A', 404],
  ])('%s %s: a sentence', async (method, path, status) => {
    const answer = await citizen.request(method, path);
    expect(answer.status).toBe(status);
    expectSentence(answer);
  });

  test.each(['abc', '-5', '1e999', '9'.repeat(40), '1.5', '%00'])('history after %s is simply the history', async (after) => {
    const all = await citizen.request('GET', '/chat/history');
    const answer = await citizen.request('GET', `/chat/history?after=${after}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(all.body);
  });

  test('fifty messages at once from one person are each answered once, in the order of their arrival', async () => {
    const hasty = createCitizen(server.url);
    await hasty.history();
    const questions = ['xin chào', 'đăng ký tạm trú cần giấy tờ gì', 'lệ phí bao nhiêu', 'H40.23.08-250715-0012', '😀'];
    const ids = await Promise.all(Array.from({ length: 50 }, (_, place) => hasty.say(questions[place % 5] ?? '')));
    for (const id of ids) await hasty.replyTo(id);
    const entries = await hasty.history();
    const asked = entries.filter((entry) => entry.from === 'citizen').map((entry) => entry.messageId);
    const answered = entries.filter((entry) => entry.from === 'assistant').map((entry) => entry.messageId);
    expect([...asked].sort()).toEqual([...ids].sort());
    expect(answered).toEqual(asked);
  });

  test('the same id five times is one message, but only of that person', async () => {
    const one = createCitizen(server.url);
    await one.history();
    await Promise.all(Array.from({ length: 5 }, () => one.say('xin chào', 'the-same-id')));
    const other = createCitizen(server.url);
    await other.say('cảm ơn bạn', 'the-same-id');
    await one.replyTo('the-same-id');
    await other.replyTo('the-same-id');
    expect((await one.history()).map((entry) => entry.from)).toEqual(['citizen', 'assistant']);
    expect((await other.history()).map((entry) => entry.from)).toEqual(['citizen', 'assistant']);
  });

  test('after all that the server still answers, and has never been restarted', async () => {
    expect(await createCitizen(server.url).ask('đăng ký khai sinh cần giấy tờ gì')).toMatchObject({ kind: 'answered' });
    expect(server.out().match(/Web chat:/g)).toHaveLength(1);
    expect(server.err()).not.toContain('turn failed');
  });
});

function expectSentence(answer: Answer): void {
  expect(answer.type).toContain('application/json');
  expect(answer.body).toEqual({ error: expect.stringMatching(/^[A-ZĐ].*[à-ỹđ].*[.?]$/u), english: expect.stringMatching(/^[A-Z].*[.?]$/) });
}
