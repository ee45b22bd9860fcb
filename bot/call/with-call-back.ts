import type { Dialog } from '../dialog.ts';
import { screen } from '../guard.ts';
import { type CallBackDialog, withoutCallBack } from './call-back.ts';
import { wantsCallBack } from './call-back-answers.ts';
import { visitorOf } from './phone-turn.ts';

/** The dialogue of the telephone with call-backs: its outermost layer, as what a caller is asked here is answered before anything else. */
export function withCallBack(dialog: Dialog, callBack: CallBackDialog): Dialog {
  return async (message, memory, signal) => {
    if (message.channel !== 'phone') return dialog(message, memory, signal);
    const turn = { text: message.text, memory, visitor: visitorOf(message) };
    const isDanger = screen(message.text).kind === 'emergency';
    const taken = isDanger ? null : await callBack.take(turn);
    if (taken !== null) return taken;
    const left = withoutCallBack(memory);
    return !isDanger && wantsCallBack(message.text) ? callBack.begin({ ...turn, memory: left }) : dialog(message, left, signal);
  };
}
