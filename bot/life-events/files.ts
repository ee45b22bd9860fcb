import { z } from 'zod';
import type { Calendar } from '../calendar/calendar.ts';
import { vietnamDate } from '../calendar/dates.ts';
import type { Printer } from '../forms/sheet.ts';
import type { DraftFile, Drafts, Visitor } from '../ports.ts';
import type { Language, ReplyFile } from '../types.ts';
import type { LifeCase, LifeEvent } from './event.ts';
import { type Plan, planOf } from './plan.ts';
import { planAppointments, planSheet } from './print.ts';
import { planWording as words } from './wording.ts';

/** Hides a text from whoever holds it; `open` is null for what was sealed by nobody. */
export type PlanSeal = { seal(text: string): string; open(sealed: string): string | null };

/** What addresses the files of a plan: `plan.` and the plan itself, sealed. Nothing of it is stored. */
const prefix = 'plan.';
const sealedPlan = z.object({
  person: z.string(),
  event: z.string(),
  date: z.string().nullable(),
  answers: z.record(z.string(), z.string()),
});

/** The files of a plan as a reply offers them: the page always, the calendar where there is a day to put into it. */
export function planFiles(options: {
  event: LifeEvent;
  known: LifeCase;
  plan: Plan;
  person: string;
  seal: PlanSeal;
  language: Language;
}): ReplyFile[] {
  const { event, known, plan, person, seal, language } = options;
  const address = `${prefix}${seal.seal(JSON.stringify({ person, ...known }))}`;
  const pdf: ReplyFile = { kind: 'pdf', label: words.pdf[language], name: `ke-hoach-${event.id}.pdf`, case: address };
  const ics: ReplyFile = { kind: 'ics', label: words.ics[language], name: `ke-hoach-${event.id}.ics`, case: address };
  return plan.steps.some(({ due }) => due !== null) ? [pdf, ics] : [pdf];
}

export type PlanDraftsOptions = {
  drafts: Drafts;
  events: LifeEvent[];
  seal: PlanSeal;
  printer: Printer;
  calendar: Calendar;
  now: () => Date;
};

/** The files of filings, and of plans: made anew from what their address holds, for the person whose plan it is. */
export function withPlans({ drafts, events, seal, printer, calendar, now }: PlanDraftsOptions): Drafts {
  return {
    file: async (visitor, id, kind, signal) => {
      if (!id.startsWith(prefix)) return drafts.file(visitor, id, kind, signal);
      const known = openedFor(visitor, id.slice(prefix.length), seal);
      const event = events.find((one) => one.id === known?.event);
      if (known === null || event === undefined || kind === 'docx') return null;
      const plan = planOf({ event, known, today: vietnamDate(now()), calendar });
      return kind === 'pdf' ? pdfOf(await printer.pdf(planSheet({ event, known, plan }), signal), event) : icsOf({ event, known, plan });
    },
  };

  async function icsOf(options: { event: LifeEvent; known: LifeCase; plan: Plan }): Promise<DraftFile | null> {
    const appointments = planAppointments(options);
    if (appointments.length === 0) return null;
    const text = await printer.ics(appointments, now());
    return { name: `ke-hoach-${options.event.id}.ics`, type: 'text/calendar; charset=utf-8', bytes: new TextEncoder().encode(text) };
  }
}

function pdfOf({ bytes }: { bytes: Uint8Array }, event: LifeEvent): DraftFile {
  return { name: `ke-hoach-${event.id}.pdf`, type: 'application/pdf', bytes };
}

function openedFor({ person }: Visitor, sealed: string, seal: PlanSeal): LifeCase | null {
  const text = seal.open(sealed);
  const read = text === null ? null : sealedPlan.safeParse(JSON.parse(text));
  if (read?.success !== true || read.data.person !== person) return null;
  const { event, date, answers } = read.data;
  return { event, date, answers };
}
