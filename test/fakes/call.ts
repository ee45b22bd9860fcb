import type { SpokenAnswer } from '../../bot/call/answer-types.ts';
import type { CallEvent } from '../../bot/call/call-event.ts';
import type { Leave, Office } from '../../bot/call/leaving.ts';
import type { Key } from '../../bot/call/line.ts';
import { standardPolicy } from '../../bot/call/policy.ts';
import { createCallSession } from '../../bot/call/session.ts';
import type { CallSession, CallSessionOptions, How } from '../../bot/call/session-types.ts';
import { type HandClock, handClock } from './hand-clock.ts';
import { type FakeLine, fakeLine } from './line.ts';

/** A call on a line and a clock of a test, with an assistant that takes everything and answers nothing by itself. */
export type TestCall = {
  session: CallSession;
  line: FakeLine;
  clock: HandClock;
  /** What was handed to the assistant. */
  asked: { text: string; how: How }[];
  events: CallEvent[];
  left: Leave[];
  count(kind: CallEvent['kind']): number;
  /** Time goes by, and what waits for promises goes on. */
  pass(ms: number): Promise<void>;
  /** Until everything is said. */
  quiet(): Promise<void>;
  /** Until the keys are told as well that are told when nobody answers at once. */
  told(): Promise<void>;
  /** The answer to what was asked last, said to its end. */
  answered(answer: Partial<SpokenAnswer> & { pages: string[] }): Promise<void>;
};

export function testCall(options: Partial<CallSessionOptions> = {}): TestCall {
  const clock = handClock();
  const line = fakeLine(clock);
  const asked: TestCall['asked'] = [];
  const events: CallEvent[] = [];
  const left: Leave[] = [];
  const office: Office = { open: true };
  const session = createCallSession({
    line,
    clock,
    policy: standardPolicy,
    turn: 1,
    language: 'vi',
    ask: async (text, how) => void asked.push({ text, how }),
    office: () => office,
    person: 'canbo',
    leaving: async (leave) => void left.push(leave),
    tell: (event) => void events.push(event),
    broken: (error) => {
      throw error;
    },
    ...options,
  });
  line.listener = (event) => session.heard(event);
  const call: TestCall = {
    session,
    line,
    clock,
    asked,
    events,
    left,
    count: (kind) => events.filter((event) => event.kind === kind).length,
    async pass(ms) {
      clock.pass(ms);
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    },
    async quiet() {
      for (let steps = 0; line.isSpeaking() && steps < 1_000; steps += 1) await call.pass(50);
    },
    async told() {
      await call.quiet();
      await call.pass(1_200);
      await call.quiet();
    },
    async answered(answer) {
      session.answered(spoken(answer));
      await call.quiet();
    },
  };
  return call;
}

export function spoken(answer: Partial<SpokenAnswer> & { pages: string[] }): SpokenAnswer {
  return { menu: [], whole: answer.pages.join('\n'), kind: 'answered', ...answer };
}

/** A call whose greeting is over. */
export async function greetedCall(options: Partial<CallSessionOptions> = {}): Promise<TestCall> {
  const call = testCall(options);
  call.session.start();
  await call.quiet();
  call.line.news();
  call.line.asked.length = 0;
  return call;
}

/** An answer of two pages, with a menu. */
export const papers = spoken({
  pages: ['Giấy tờ gồm: tờ khai, giấy chứng sinh, căn cước.', 'Ngoài ra: sổ hộ khẩu, giấy ủy quyền.'],
  menu: [
    { key: '1', label: 'nghe lệ phí', say: 'lệ phí' },
    { key: '2', label: 'nghe nơi nộp', say: 'nộp ở đâu' },
  ],
});

/** A call in which this was answered, and said to its end. */
export async function told(answer = papers): Promise<TestCall> {
  const call = await greetedCall();
  call.line.speak('làm giấy khai sinh cần gì');
  await call.answered(answer);
  call.asked.length = 0;
  call.line.news();
  return call;
}

export const askCode = spoken({ pages: ['Quý vị đọc mã hồ sơ in trên phiếu hẹn.'], expects: 'dossier-code', kind: 'asked' });
export const askSecret = spoken({ pages: ['Để xem chi tiết, cần mã trên phiếu hẹn.'], expects: 'secret', kind: 'asked' });

/** A call in which this was asked, and said to its end. */
export async function asking(question = askCode): Promise<TestCall> {
  const call = await greetedCall();
  call.line.press('1');
  await call.answered(question);
  call.asked.length = 0;
  call.line.news();
  return call;
}

export function type(call: TestCall, keys: string): void {
  call.line.press(...([...keys] as Key[])); // every character of these tests is a key
}
