import { parts } from './petition-answers.ts';
import { petitionWording as words } from './petition-wording.ts';
import type { PetitionQuestion } from './types.ts';
import { choiceWording, type Words } from './wording.ts';

/** Every question of a petition, what its buttons say, and how long an answer may be. */
export const questions: Record<PetitionQuestion, { ask: Words; buttons: Words[]; longest: number }> = {
  text: { ask: words.askText, buttons: [choiceWording.stop], longest: 4_000 },
  place: { ask: words.askPlace, buttons: [words.skip, words.readNow, choiceWording.stop], longest: 500 },
  happened: { ask: words.askHappened, buttons: [words.skip, words.readNow, choiceWording.stop], longest: 500 },
  contact: { ask: words.askContact, buttons: [words.skip, choiceWording.stop], longest: 500 },
  change: { ask: words.askChange, buttons: [words.text, words.place, words.happened, words.contact], longest: 4_000 },
  confirm: { ask: words.confirm, buttons: [words.send, words.change, choiceWording.stop], longest: 4_000 },
};

/** In the order of asking. */
export const order: PetitionQuestion[] = [...parts, 'confirm'];
