import { daysOf, type Moment, type SlotOptions, slotsOf } from '../appointment-slots.ts';
import { dayShort, filled } from '../appointment-text.ts';
import { appointmentWording as words } from '../appointment-wording.ts';
import { vietnamTime } from '../calendar/dates.ts';
import type { FilingParts } from '../forms/turn.ts';
import type { Appointments, Booking, Meter, Office, Visitor } from '../ports.ts';
import { button, plainReply } from '../reply.ts';
import type { Choice, Language, Memory, Reply, TurnResult } from '../types.ts';
import { type AppointmentWish, appointmentWishOf, momentIn } from '../understand/appointment-wish.ts';
import { pickOf } from '../understand/understand.ts';
import { officesFor } from './appointment-office.ts';
import { dayText } from './dossier-dates.ts';
import { withoutCounters } from './no-counters.ts';

export type AppointmentRequest = {
  filings: FilingParts;
  text: string;
  visitor: Visitor;
  memory: Memory;
  language: Language;
  meter: Meter;
  signal: AbortSignal;
};

type Having = AppointmentRequest & { appointments: Appointments; now: Moment; clock: string };

const mostOffices = 7;
const mostDays = 7;

/** A message about an appointment at the counter: to make one, to change or cancel it, to see it. Null: something else, or no office takes any. */
export async function takeAppointment(request: AppointmentRequest): Promise<TurnResult | null> {
  const { filings, memory, signal } = request;
  const { appointments } = filings;
  const now = momentOf(filings.now());
  // "Thứ ba" is a day here, where elsewhere it is the third of what was offered.
  const text = continued(request.text, memory, now.date) ?? pickOf(request.text, memory.offered)?.say ?? request.text;
  const meant = appointmentWishOf(text, now.date);
  if (meant === null) return null;
  if (appointments === undefined) return meant.kind === 'book' ? withoutCounters({ ...request, text }) : null;
  const having: Having = { ...request, text, appointments, now, clock: `${now.date} ${now.time}` };
  if (meant.kind === 'book') {
    const offices = await appointments.offices(signal);
    return offices.length === 0 ? withoutCounters({ ...request, text }) : book(meant, offices, having);
  }
  const own = await appointments.own(request.visitor, having.clock, signal);
  if (own.length === 0 && (await appointments.offices(signal)).length === 0) return null;
  return manage(meant, own, having);
}

/** "8h30", "thứ ba" after days or times were offered: the offer with what is said now in its place. */
function continued(text: string, { offered }: Memory, today: string): string | null {
  const [first] = offered.filter(({ say }) => offers.test(say));
  const { day, time } = momentIn(text, today);
  if (first === undefined || (day === null && time === null) || text.split(/\s+/).length > 5) return null;
  const [base = '', offeredDay = ''] = /^(.*?)( (?:ngày|on) \d\d\/\d\d\/\d{4})?(?: (?:lúc|at) \d\d:\d\d)?$/.exec(first.say)?.slice(1) ?? [];
  const isVietnamese = /^(Đặt|Đổi)/.test(first.say);
  const language = isVietnamese ? 'vi' : 'en';
  const onDay = day === null ? offeredDay : words.sayDay[language].replace('DAY', dayText(day));
  return `${base}${onDay}${time === null ? '' : words.sayTime[language].replace('TIME', time)}`;
}

const offers = /^(?:Đặt lịch tại|Đổi lịch hẹn LH-|Book an appointment at|Change my appointment LH-).* (?:ngày|on) \d\d\/\d\d\/\d{4}/;

async function book(wish: Extract<AppointmentWish, { kind: 'book' }>, offices: Office[], having: Having): Promise<TurnResult> {
  const { appointments, visitor, memory, language, filings, clock, signal } = having;
  const draft = memory.filing === null ? null : await filings.cases.find(visitor, memory.filing.case, signal);
  const had = (await appointments.own(visitor, clock, signal)).find((one) => one.case === (draft?.id ?? null));
  if (had !== undefined) return say(having, hadReply(had, language));
  const fitting = officesFor(offices, having.text, draft, filings);
  const [office] = fitting;
  if (office === undefined || fitting.length > 1) {
    const shown = fitting.length > 0 ? fitting : offices;
    const choices = shown
      .slice(0, mostOffices)
      .map(({ name }) => ({ label: name, say: words.sayOffice[language].replace('OFFICE', name) }));
    const line =
      shown.length > mostOffices ? words.nameOffice[language].replace('COUNT', String(shown.length)) : words.whichOffice[language];
    return say(having, plainReply('asked', line, choices));
  }
  return choose(
    { ...wish, office, change: null, caseId: draft?.id ?? null, base: words.sayOffice[language].replace('OFFICE', office.name) },
    having,
  );
}

async function manage(wish: Exclude<AppointmentWish, { kind: 'book' }>, own: Booking[], having: Having): Promise<TurnResult> {
  const { language, appointments, visitor, clock, meter, signal } = having;
  if (own.length === 0) return say(having, plainReply('asked', words.none[language], [button(words.book, language)]));
  const named = wish.code === null ? (own.length === 1 ? own[0] : undefined) : own.find(({ code }) => code === wish.code);
  if (wish.kind === 'list' || named === undefined) {
    const shown = named === undefined ? own : [named];
    const lines = [
      words[wish.kind === 'list' ? 'own' : 'whichOne'][language],
      ...shown.map((one) => filled(words.ownLine[language], one, language)),
    ];
    const act = wish.kind === 'cancel' ? [words.cancelIt] : wish.kind === 'move' ? [words.changeIt] : [words.changeIt, words.cancelIt];
    const choices = shown.flatMap(({ code }) =>
      act.map((each) => ({ label: shown.length === 1 ? each[language] : `${each[language]} ${code}`, say: `${each[language]} ${code}` })),
    );
    return say(having, {
      ...plainReply('answered', lines.join('\n'), choices),
      ...(shown.length === 1 && { files: filesOf(shown[0], language) }),
    });
  }
  if (wish.kind === 'move') {
    const base = words.sayMove[language].replace('CODE', named.code);
    return choose({ ...wish, office: named.office, change: named.code, caseId: named.case, base }, having);
  }
  const done = await appointments.cancel(visitor, named.code, clock, signal);
  if (done) meter.count('appointment', { result: 'cancelled' });
  const line = filled(words[done ? 'cancelled' : 'none'][language], named, language);
  return say(having, plainReply('recorded', line, [button(words.book, language)]));
}

type Choosing = { office: Office; day: string | null; time: string | null; change: string | null; caseId: string | null; base: string };

/** Day, then time, each asked for unless it was said and can be had. */
async function choose({ office, day, time, change, caseId, base }: Choosing, having: Having): Promise<TurnResult> {
  const { appointments, visitor, language, filings, now, clock, meter, signal } = having;
  const taken = await appointments.taken(office, now.date, signal);
  const slots: SlotOptions = { office, now, calendar: filings.calendar, taken };
  const onDay = (each: string) => `${base}${words.sayDay[language].replace('DAY', dayText(each))}`;
  const askDay = (before: string) => {
    const days = daysOf(slots).slice(0, mostDays);
    if (days.length === 0) return say(having, plainReply('asked', filled(words.noDay[language], { office }, language)));
    const choices = days.map((each) => ({ label: dayShort(each, language), say: onDay(each) }));
    return say(having, plainReply('asked', `${before}${filled(words.whichDay[language], { office }, language)}`, choices));
  };
  const askTime = (date: string, before: string) => {
    const choices = slotsOf(date, slots).map((each) => ({
      label: each,
      say: `${onDay(date)}${words.sayTime[language].replace('TIME', each)}`,
    }));
    if (choices.length === 0) return askDay(`${words.dayFull[language].replace('DAY', dayText(date))}\n`);
    return say(having, plainReply('asked', `${before}${filled(words.whichTime[language], { office, day: date }, language)}`, choices));
  };
  if (day === null) return askDay('');
  const free = slotsOf(day, slots);
  const full = `${words.timeFull[language].replace('TIME', time ?? '')}\n`;
  if (time === null || free.length === 0) return askTime(day, '');
  // A turn that is taken again finds the place full that it has itself taken: the store knows its message.
  const isOpen = free.includes(time) || (taken.get(`${day} ${time}`) ?? 0) >= office.perSlot;
  if (!isOpen) return askTime(day, full);
  const booked = await appointments.book(visitor, { office, day, time, case: caseId, instead: change }, clock, signal);
  meter.count('appointment', { result: booked.kind === 'booked' && change !== null ? 'moved' : booked.kind });
  if (booked.kind === 'had') return say(having, hadReply(booked.booking, language));
  if (booked.kind === 'limit')
    return say(having, plainReply('refused', words.limit[language], [{ label: words.own[language], say: ownSay[language] }]));
  if (booked.kind === 'full') {
    taken.set(`${day} ${time}`, office.perSlot);
    return askTime(day, full);
  }
  const before = change === null ? '' : `${words.moved[language]}\n`;
  const reply = plainReply(
    'recorded',
    `${before}${filled(words.booked[language], booked.booking, language)}`,
    own(booked.booking, language),
  );
  return say(having, { ...reply, files: filesOf(booked.booking, language) });
}

const ownSay: Record<Language, string> = { vi: 'Lịch hẹn của tôi', en: 'My appointments' };

function hadReply(booking: Booking, language: Language): Reply {
  const reply = plainReply('answered', filled(words.had[language], booking, language), own(booking, language));
  return { ...reply, files: filesOf(booking, language) };
}

function own({ code }: Booking, language: Language): Choice[] {
  return [words.changeIt, words.cancelIt].map((each) => ({ label: each[language], say: `${each[language]} ${code}` }));
}

function filesOf(booking: Booking | undefined, language: Language): NonNullable<Reply['files']> {
  if (booking === undefined) return [];
  return [{ kind: 'ics', label: words.icsFile[language], name: `${booking.code}.ics`, case: booking.id }];
}

function momentOf(now: Date): Moment {
  const { date, time } = vietnamTime(now.toISOString()) ?? { date: '', time: '' };
  return { date, time: time ?? '' };
}

function say({ memory, language }: AppointmentRequest, reply: Reply): TurnResult {
  return {
    replies: [reply],
    memory: { ...memory, language, offered: reply.choices, awaiting: null, open: null },
    notes: [],
    candidates: [],
  };
}
