import type { Accepted, Meter } from '../../bot/ports.ts';
import type { Message } from '../../bot/types.ts';
import type { RefSeal } from '../sealed-files.ts';
import { party } from './call.ts';
import type { Typing } from './typing.ts';
import { readUpdate } from './updates.ts';

export type TakeOptions = { receive(message: Message): Promise<Accepted>; seal: RefSeal; typing: Pick<Typing, 'begin'>; meter: Meter };

/** Takes an update in, whichever way it came. Resolves when it is kept, or when there is nothing to keep. */
export function createTake({ receive, seal, typing, meter }: TakeOptions): (update: unknown) => Promise<void> {
  return async (update) => {
    const read = readUpdate(update);
    if (read.kind === 'ignored') return meter.count('zalo-bot-update', { result: 'ignored' });
    const { id, person, text, files, voice } = read;
    const sealed = files.map((file) => ({ ...file, ref: seal.seal(file.ref) }));
    const heard = voice === null ? {} : { voice: { ref: seal.seal(voice) } };
    const accepted = await receive({ channel: party, id, person, text, ...(sealed.length > 0 && { files: sealed }), ...heard });
    meter.count('zalo-bot-update', { result: accepted.kind });
    if (accepted.kind === 'accepted') typing.begin(person);
  };
}
