import { maskPersonal, maskSecrets } from './personal.ts';
import type { Petitions } from './ports.ts';
import type { PetitionDraft, SealedParts } from './types.ts';

/** A part as it is shown; where that hides something, the whole of it is sealed beside it. */
export function withPart(draft: PetitionDraft, part: keyof SealedParts, said: string, petitions: Petitions): PetitionDraft {
  const { sealed: before = {}, ...rest } = draft;
  const { [part]: _, ...others } = before;
  const shown = maskPersonal(said);
  const whole = maskSecrets(said);
  const sealed = shown === whole ? others : { ...others, [part]: petitions.seal(whole) };
  return { ...rest, [part]: shown, ...(Object.keys(sealed).length > 0 && { sealed }) };
}
