import { button } from '../reply.ts';
import { foldedWords } from '../text.ts';
import type { TurnResult } from '../types.ts';
import { aside } from './aside.ts';
import { askNext, marksOf } from './ask.ts';
import type { Case, Stage } from './case.ts';
import { finish } from './finish.ts';
import { asksSomething } from './hear/is-question.ts';
import { questionsOf } from './plan.ts';
import { askSubmit } from './submit.ts';
import { takeCorrection, whichToCorrect } from './take-correction.ts';
import { type FilingTurn, filingResult, worldOf } from './turn.ts';
import { filingWording as words } from './wording.ts';
import { yesNo, yesOrNo } from './yes-no.ts';

/** The answer to a stage: what is known of before, what was read back, the papers, the consent, a new beginning. */
export async function takeStage(stage: Stage, text: string, turn: FilingTurn): Promise<TurnResult> {
  const { draft, form } = turn;
  if (stage === 'papers') return takePapers(text, turn);
  const yes = yesOrNo(text, turn);
  if (stage === 'confirm') {
    const corrected = await takeCorrection(text, turn, yes !== null);
    if (corrected !== null) return corrected;
  }
  if ((stage === 'submit' || stage === 'consent') && yes === null) {
    // What is corrected now is read back and agreed to again before it goes anywhere.
    const open: Case = { ...draft, state: 'open', asking: null, told: draft.told.filter((each) => each !== 'confirmed') };
    const corrected = await takeCorrection(text, { ...turn, draft: open });
    if (corrected !== null) return corrected;
  }
  if (yes === null) {
    if (asksSomething(text, yesNo, worldOf(turn))) return aside(text, turn);
    // What was read back a moment ago is not read back again.
    if (stage === 'confirm') return filingResult(turn, draft, { lines: [words.sayWhatToCorrect[draft.language]], choices: draft.offered });
    return askSubmit(turn, draft, [words.sayYesOrNo[draft.language]]) ?? askNext(turn, draft, [words.sayYesOrNo[draft.language]]);
  }
  switch (stage) {
    case 'reuse': {
      const known = yes ? draft.reuse : {};
      const order = [...draft.order, ...Object.keys(known)];
      const told = [...draft.told, ...Object.keys(known).map(marksOf)];
      return askNext(turn, { ...draft, answers: { ...known, ...draft.answers }, order, told, reuse: {}, asking: null }, []);
    }
    case 'confirm':
      if (!yes)
        return whichToCorrect(
          turn,
          questionsOf(form, draft.answers, turn.today).filter(({ id }) => draft.answers[id] !== undefined),
        );
      return askNext(turn, { ...draft, asking: null, told: [...draft.told, 'confirmed'] }, []);
    case 'restart': {
      if (!yes) return askNext(turn, { ...draft, asking: null }, []);
      const empty: Case = { ...draft, answers: {}, order: [], told: [], asking: null, partial: '', tries: 0 };
      return askNext(turn, empty, [words.restarted[draft.language]]);
    }
    default:
      if (yes) return finish(turn);
      return filingResult(
        turn,
        { ...draft, asking: 'consent' },
        {
          lines: [words.notAgreed[draft.language]],
          choices: [button(words.resume, draft.language), button(words.remove, draft.language)],
          closes: true,
        },
      );
  }
}

/** Files are looked at before their words are read: here it is heard that all of them came, or that they come later. */
async function takePapers(text: string, turn: FilingTurn): Promise<TurnResult> {
  const { draft } = turn;
  if (papersDone.test(foldedWords(text)) || yesOrNo(text, turn) !== null) return afterPapers(turn);
  const open: Case = { ...draft, asking: null, told: draft.told.filter((each) => each !== 'confirmed') };
  const corrected = await takeCorrection(text, { ...turn, draft: open });
  if (corrected !== null) return corrected;
  return asksSomething(text, yesNo, worldOf(turn)) ? aside(text, turn) : askNext(turn, draft, []);
}

const papersDone =
  /^ (?:da |toi |em )*(?:gui )?(?:xong|du|het)(?: giay to| roi| het| ca| a)* $|^ (?:chi (?:co )?)?(?:the|vay) thoi $|^ (?:chua|khong) (?:co|gui)(?: giay to| anh| gi| nua| a)* $|^ (?:papers )?done $|^ that s (?:all|it) $|^ no more $|^ nothing(?: more)? $/;

/** The papers are asked for once: those that are missing may still be sent at any time. */
export function afterPapers(turn: FilingTurn): Promise<TurnResult> {
  const { draft } = turn;
  return askNext(turn, { ...draft, asking: null, told: [...draft.told, 'papers'] }, []);
}
