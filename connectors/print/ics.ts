import type { Appointment } from '../../bot/forms/sheet.ts';
import { clean } from '../../bot/text.ts';

/** A calendar file (RFC 5545) of these appointments, in their order. `made` is now: a later file replaces an earlier one's entries. */
export async function ics(appointments: Appointment[], made: Date): Promise<string> {
  const { ICalAlarmRelatesTo, ICalAlarmType, ICalCalendarMethod, default: calendarOf } = await import('ical-generator');
  const calendar = calendarOf({ prodId: { company: 'Mot Cua', product: 'motcua', language: 'VI' }, method: ICalCalendarMethod.PUBLISH });
  for (const { id, title, description, place, when, remindDaysBefore } of appointments) {
    const event = calendar.createEvent({
      id: `${id}@motcua`,
      summary: oneLine(title),
      ...(description === '' ? {} : { description: clean(description) }),
      ...(place === '' ? {} : { location: oneLine(place) }),
      stamp: made,
      // Of two versions with the same number calendars keep the first: the number grows with the clock, in minutes.
      sequence: Math.floor(made.getTime() / 60_000),
      ...timesOf(when),
    });
    // A whole day begins at midnight: remind at nine in the morning, not in the night.
    const early = when.kind === 'day' ? 9 * 3600 : 0;
    for (const days of remindDaysBefore) {
      const seconds = days * 86_400 - early;
      const alarm = { type: ICalAlarmType.display, description: oneLine(title) };
      // The library counts a reminder after the start from the end of the day, and reads the relation only when told so afterwards.
      const reminder = event.createAlarm(seconds >= 0 ? { ...alarm, triggerBefore: seconds } : { ...alarm, triggerAfter: -seconds });
      reminder.relatesTo(ICalAlarmRelatesTo.start);
    }
  }
  return calendar.toString();
}

function timesOf(when: Appointment['when']) {
  if (when.kind === 'day') return { start: new Date(`${when.day}T00:00:00Z`), allDay: true };
  return { start: when.start, end: new Date(when.start.getTime() + when.minutes * 60_000) };
}

function oneLine(text: string): string {
  return clean(text).replace(/\s+/g, ' ');
}
