import { petitionWording } from '../petition-wording.ts';
import { button, plainReply } from '../reply.ts';
import type { Language, Reply } from '../types.ts';

/** Where or how to complain is asked and no procedure says it: what can be sent right here. */
export function petitionHere(language: Language): Reply {
  const { here, urgent, open } = petitionWording;
  return plainReply('asked', `${here[language]}\n${urgent[language]}`, [button(open, language)]);
}

/** An answer about complaints, with the way to send one from here. */
export function withPetition(reply: Reply, language: Language): Reply {
  return { ...reply, choices: [...reply.choices, button(petitionWording.open, language)] };
}
