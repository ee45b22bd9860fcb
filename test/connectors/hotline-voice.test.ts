import { describe, expect, it } from 'vitest';
import { Unavailable } from '../../bot/errors.ts';
import { sentencesOf } from '../../connectors/hotline/voice/sentences.ts';
import { all, strength, usual, voiced } from '../support/line-voice.ts';

describe('what is spoken at once', () => {
  it.each([
    ['Dạ. Quý vị cần làm giấy tờ gì? Bấm 0 để gặp cán bộ.', ['Dạ. Quý vị cần làm giấy tờ gì?', 'Bấm 0 để gặp cán bộ.']],
    ['Một dòng\nmột dòng nữa', ['Một dòng một dòng nữa']],
    ['Lệ phí bảy mươi nghìn đồng\nNộp tại bộ phận một cửa', ['Lệ phí bảy mươi nghìn đồng', 'Nộp tại bộ phận một cửa']],
    [' . , \n', []],
  ])('are sentences, none too short to be one: %j', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  it('is cut at a comma where it would be waited for', () => {
    const parts = sentencesOf(`${'giấy chứng sinh, tờ khai, căn cước của cha, '.repeat(8)}và giấy kết hôn.`);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(221);
    expect(parts.slice(0, -1).every((part) => part.endsWith(','))).toBe(true);
    expect(sentencesOf('a'.repeat(1_000)).join('')).toBe('a'.repeat(1_000));
  });
});

describe('the voice of a line', () => {
  it('says each sentence as it is read, with a pause between', async () => {
    const { say, first } = voiced();
    const pcm = await say('UBND phường xin chào. Quý vị cần gì?');
    expect(first.said).toEqual(['ủy ban nhân dân phường xin chào.', 'Quý vị cần gì?']);
    expect(pcm.length / 16).toBeCloseTo(2 * 200 + 320 + 140 + 130, -1);
    await say('UBND of the ward, good morning.', { slow: false, language: 'en' });
    expect(first.said[2]).toBe('UBND of the ward, good morning.');
  });

  it('is another where the first does not speak, which is then left alone for a while, and is told of once', async () => {
    const { say, first, second, clock, told } = voiced();
    first.fails = true;
    expect(strength(await say('Xin chào quý vị.'), 1_000)).toBeGreaterThan(0.9);
    await say('Quý vị cần gì ạ? Bấm 0 để gặp cán bộ.');
    expect(first.said).toHaveLength(1);
    expect(second.said).toHaveLength(3);
    expect(told).toEqual(['warn {"party":"service","reason":"Unavailable"}']);
    clock.pass(30_001);
    await say('Xin chào quý vị.');
    expect([first.said.length, second.said.length]).toEqual([2, 4]);
    expect(told).toHaveLength(1);
    clock.pass(30_001);
    first.fails = false;
    await say('Xin chào quý vị.');
    expect([first.said.length, second.said.length]).toEqual([3, 4]);
    expect(told.slice(1)).toEqual(['info']);
  });

  it('says a sentence again by another where the first stops in the middle of it', async () => {
    const { say, first, second } = voiced();
    first.breaks = true;
    const pcm = await say('Xin chào quý vị. Quý vị cần gì ạ?');
    expect(second.said).toEqual(['Xin chào quý vị.', 'Quý vị cần gì ạ?']);
    expect(pcm.length / 16).toBeGreaterThan(200 + 2 * 200 + 320);
  });

  it('is unavailable where nobody speaks, and speaks as soon as somebody does', async () => {
    const { say, first, second } = voiced();
    [first.fails, second.fails] = [true, true];
    await expect(say('Xin chào quý vị.')).rejects.toThrow(Unavailable);
    second.fails = false;
    expect((await say('Xin chào quý vị.')).length).toBeGreaterThan(0);
  });

  it('stops where nobody listens, and takes that for nobody’s failure', async () => {
    const { voice, first, second, told } = voiced();
    const stop = new AbortController();
    const parts = voice.speak('Xin chào quý vị. Quý vị cần gì ạ?', usual, stop.signal)[Symbol.asyncIterator]();
    await parts.next();
    stop.abort();
    await expect(all({ [Symbol.asyncIterator]: () => parts })).rejects.toMatchObject({ name: 'AbortError' });
    expect([first.said.length, second.said.length, told.length]).toEqual([1, 0, 0]);
  });
});
