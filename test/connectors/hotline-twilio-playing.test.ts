import { describe, expect, it } from 'vitest';
import { decodeLaw, encodeLaw } from '../../connectors/hotline/audio/mu-law.ts';
import { createPlaying } from '../../connectors/hotline/twilio/playing.ts';
import { noise } from '../contracts/call-leg-world.ts';

const ms = (count: number, seed: number) => noise(count * 16, seed);
const carried = (pcm: Buffer) => Buffer.from(decodeLaw('mu-law', encodeLaw('mu-law', pcm)));

/** What was sent since it was last asked for. */
function world() {
  const sent: ({ sound: Buffer } | { mark: string } | 'clear')[] = [];
  const told: string[] = [];
  const playing = createPlaying({
    send: (message) => {
      if (message.event === 'media') sent.push({ sound: Buffer.from(decodeLaw('mu-law', Buffer.from(message.media.payload, 'base64'))) });
      else sent.push(message.event === 'clear' ? 'clear' : { mark: message.mark.name });
    },
    played: (id) => told.push(id),
  });
  const take = () => sent.splice(0);
  return { playing, told, take };
}

const soundsOf = (sent: ReturnType<ReturnType<typeof world>['take']>) =>
  sent.flatMap((item) => (item !== 'clear' && 'sound' in item ? [item.sound] : []));
const marksOf = (sent: ReturnType<ReturnType<typeof world>['take']>) =>
  sent.flatMap((item) => (item !== 'clear' && 'mark' in item ? [item.mark] : []));

describe('sound on its way to Twilio', () => {
  it('goes in parts of 200 ms with a mark each, never more than a second ahead', () => {
    const { playing, take, told } = world();
    const sound = ms(2_100, 1);
    playing.play(sound, 'long');
    const first = take();
    expect(soundsOf(first).map(({ length }) => length / 16)).toEqual([200, 200, 200, 200, 200]);
    const marks = marksOf(first);
    expect(marks).toHaveLength(5);
    for (const mark of marks) playing.marked(mark);
    const second = take();
    expect(soundsOf(second)).toHaveLength(5);
    for (const mark of marksOf(second)) playing.marked(mark);
    const third = take();
    expect(soundsOf(third).map(({ length }) => length / 16)).toEqual([100]);
    expect(Buffer.concat(soundsOf([...first, ...second, ...third])).equals(carried(sound))).toBe(true);
    expect(told).toEqual([]);
    for (const mark of marksOf(third)) playing.marked(mark);
    expect(told).toEqual(['long']);
  });

  it('is taken back in a pause and sent again from what no mark came for; marks of what was thrown away do not count', () => {
    const { playing, take, told } = world();
    const sound = ms(600, 2);
    playing.play(sound, 'held');
    const [one = '', ...thrown] = marksOf(take());
    playing.marked(one);
    playing.pause();
    expect(take()).toEqual(['clear']);
    for (const mark of thrown) playing.marked(mark);
    expect(told).toEqual([]);
    playing.play(ms(100, 3), 'later');
    expect(take()).toEqual([]);
    playing.resume();
    const again = take();
    expect(Buffer.concat(soundsOf(again)).equals(carried(Buffer.concat([sound.subarray(200 * 16), ms(100, 3)])))).toBe(true);
    for (const mark of marksOf(again)) playing.marked(mark);
    expect(told).toEqual(['held', 'later']);
  });

  it('is thrown away for good by a flush, also by one that a played sound leads to', () => {
    const { playing, take, told } = world();
    playing.play(ms(400, 4), 'away');
    const marks = marksOf(take());
    playing.flush();
    expect(take()).toEqual(['clear']);
    for (const mark of marks) playing.marked(mark);
    expect({ told, sent: take() }).toEqual({ told: [], sent: [] });
    playing.flush();
    expect(take()).toEqual([]);
  });

  it('counts a mark that was lost as heard once a later one comes', () => {
    const { playing, take, told } = world();
    playing.play(ms(100, 5), 'one');
    playing.play(ms(100, 6), 'two');
    playing.marked(marksOf(take()).at(-1) ?? '');
    expect(told).toEqual(['one', 'two']);
  });
});
