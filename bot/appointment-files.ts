import { filled } from './appointment-text.ts';
import { appointmentWording as words } from './appointment-wording.ts';
import { vietnamTime } from './calendar/dates.ts';
import type { Printer } from './forms/sheet.ts';
import type { Appointments, Drafts } from './ports.ts';

export type AppointmentFilesOptions = { appointments: Appointments; printer: Printer; now: () => Date };

/** With the calendar files of appointments beside the others: a day before, one is reminded. They are read in Vietnamese, as the office is. */
export function withAppointmentFiles(drafts: Drafts, { appointments, printer, now }: AppointmentFilesOptions): Drafts {
  return {
    file: async (visitor, id, kind, signal) => {
      if (kind !== 'ics') return drafts.file(visitor, id, kind, signal);
      const made = now();
      const moment = vietnamTime(made.toISOString());
      const own = await appointments.own(visitor, `${moment?.date} ${moment?.time}`, signal);
      const booking = own.find((one) => one.id === id);
      if (booking === undefined) return drafts.file(visitor, id, kind, signal);
      const { office, day, time, code } = booking;
      const text = await printer.ics(
        [
          {
            id: booking.id,
            title: filled(words.icsTitle.vi, booking, 'vi'),
            description: filled(words.icsText.vi, booking, 'vi'),
            place: [office.name, office.address].filter((part) => part !== '').join(', '),
            when: { kind: 'time', start: new Date(`${day}T${time}:00+07:00`), minutes: office.slotMinutes },
            remindDaysBefore: [1],
          },
        ],
        made,
      );
      return { name: `${code}.ics`, type: 'text/calendar; charset=utf-8', bytes: new TextEncoder().encode(text) };
    },
  };
}
