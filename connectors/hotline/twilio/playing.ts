import { encodeLaw } from '../audio/mu-law.ts';

export type PlayingOptions = {
  /** `media`, `mark` and `clear` to the far end. */
  send(message: { event: 'media'; media: { payload: string } } | { event: 'mark'; mark: { name: string } } | { event: 'clear' }): void;
  /** The last sample of this sound was heard. */
  played(id: string): void;
};

export type Playing = {
  play(pcm: Uint8Array, id: string): void;
  pause(): void;
  resume(): void;
  flush(): void;
  /** The far end has sent a mark back. */
  marked(name: string): void;
};

/** Bytes of µ-law, eight a millisecond. What is sent at once, and how much of it may be on its way to the caller's ear. */
const partBytes = 8 * 200;
const aheadBytes = 8 * 1_000;

type Part = { sound: Uint8Array; ends: string | null };

/**
 * Twilio plays what it was sent and can only throw all of it away: it cannot pause, and sends marks back for what it threw away, too. So sound goes in parts of
 * 200 ms at most, each with a mark, and never more than a second ahead of what was heard. A pause takes back what no mark came for, and sends it again
 * afterwards, which repeats at most the part that was being heard and what was on its way; a mark of what was taken back is not known any more.
 */
export function createPlaying({ send, played }: PlayingOptions): Playing {
  let waiting: Part[] = [];
  let sent = new Map<string, Part>();
  let ahead = 0;
  let names = 0;
  let isPaused = false;

  function goOn(): void {
    while (!isPaused) {
      const [part] = waiting;
      if (part === undefined || (ahead > 0 && ahead + part.sound.length > aheadBytes)) return;
      waiting.shift();
      names += 1;
      const name = String(names);
      sent.set(name, part);
      ahead += part.sound.length;
      if (part.sound.length > 0) send({ event: 'media', media: { payload: Buffer.from(part.sound).toString('base64') } });
      send({ event: 'mark', mark: { name } });
    }
  }

  function takeBack(): Part[] {
    if (sent.size > 0) send({ event: 'clear' });
    const back = [...sent.values()];
    sent = new Map();
    ahead = 0;
    return back;
  }

  return {
    play(pcm, id) {
      waiting.push(...partsOf(encodeLaw('mu-law', pcm), id));
      goOn();
    },
    pause() {
      if (isPaused) return;
      isPaused = true;
      waiting = [...takeBack(), ...waiting];
    },
    resume() {
      isPaused = false;
      goOn();
    },
    flush() {
      takeBack();
      waiting = [];
      isPaused = false;
    },
    marked(name) {
      if (!sent.has(name)) return;
      const heard: string[] = [];
      // Parts are heard in order: with this one those before it were.
      for (const [other, part] of sent) {
        sent.delete(other);
        ahead -= part.sound.length;
        if (part.ends !== null) heard.push(part.ends);
        if (other === name) break;
      }
      goOn();
      for (const id of heard) played(id);
    },
  };
}

function partsOf(sound: Uint8Array, id: string): Part[] {
  const count = Math.max(1, Math.ceil(sound.length / partBytes));
  return Array.from({ length: count }, (_, at) => ({
    sound: sound.subarray(at * partBytes, (at + 1) * partBytes),
    ends: at === count - 1 ? id : null,
  }));
}
