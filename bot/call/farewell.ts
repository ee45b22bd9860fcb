import type { Language } from '../types.ts';
import type { TransferReason } from './call-event.ts';
import type { Leaving } from './leaving.ts';
import type { CallEnd } from './record.ts';
import type { CallSessionOptions } from './session-types.ts';
import { callWording as words } from './wording.ts';

/** The ways in which a call ends from our side. */
export type Farewell = {
  /** To a person who was asked for. Null: on their way; else why nobody can be had, as a sentence. */
  person(why: TransferReason, language: Language): string | null;
  /** Nothing came of it. `served`: they have an answer. */
  giveUp(why: 'no-input' | 'no-match' | 'recogniser-down', served: boolean, language: Language): void;
  broken(why: 'assistant-failed' | 'voice-down', language: Language): void;
  timeOver(language: Language): void;
  /** They took leave. */
  goodbye(language: Language): void;
};

type FarewellOptions = { call: CallSessionOptions; leaving: Leaving; over(): void };

export function createFarewell({ call, leaving, over }: FarewellOptions): Farewell {
  const hours = (text: string, language: Language) => words.noPersonNow[language].replace('HOURS', () => text.replace(/[.\s]+$/u, ''));

  function leave(why: CallEnd, transfer: TransferReason | null, said: string, language: Language): void {
    over();
    const next = transfer === null ? ({ kind: 'hangup' } as const) : ({ kind: 'transfer', to: call.person } as const);
    leaving.go({ next, why, transfer }, said, language);
  }

  /** A person, or when one answers; `sorry` goes before. */
  function leaveToPerson(why: CallEnd & TransferReason, sorry: string, language: Language): void {
    const office = call.office();
    const said = office.open ? words.putThrough[language] : `${hours(office.hours, language)} ${words.callAgain[language]}`;
    leave(why, office.open ? why : null, `${sorry} ${said}`.trim(), language);
  }

  return {
    person(why, language) {
      const office = call.office();
      if (!office.open) return hours(office.hours, language);
      // An answer that hands over has said so.
      leave('transfer', why, words[why === 'handed-over' ? 'hold' : 'putThrough'][language], language);
      return null;
    },
    giveUp(why, served, language) {
      const isSilent = why === 'no-input';
      // Who has an answer and says no more has put the telephone away; whom nobody answered once would wait in vain again.
      if (isSilent && served) return leave('goodbye', null, words.goodbye[language], language);
      if (isSilent && call.turn > 1) return leave(why, null, words.goodbye[language], language);
      leaveToPerson(why, '', language);
    },
    broken: (why, language) => leaveToPerson(why, words.failed[language], language),
    goodbye: (language) => leave('goodbye', null, words.goodbye[language], language),
    timeOver: (language) => leave('time-cap', null, words.timeOver[language], language),
  };
}
