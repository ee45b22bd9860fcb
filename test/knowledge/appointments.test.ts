import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Booked, Office, Visitor } from '../../bot/ports.ts';
import {
  cancelByOffice,
  createAppointments,
  forgetOldAppointments,
  importOffices,
  listAppointments,
} from '../../knowledge/appointments.ts';
import { anOffice } from '../fakes/office.ts';
import { kinds, open } from '../support/databases.ts';
import { visitorIn } from '../support/followers.ts';
import { useDatabase } from '../support/use-database.ts';

const signal = AbortSignal.timeout(120_000);
const now = '2026-11-23 10:00';
const day = '2026-11-24';

describe.each(kinds)('appointments at counters on $name', (kind) => {
  const database = useDatabase(kind);
  const appointments = () => createAppointments({ pool: database.pool });
  const ready = async (change: Partial<Office> = {}): Promise<Office> => {
    const office = anOffice({ id: `o-${randomUUID()}`, name: `Nơi ${randomUUID()}`, ...change });
    await importOffices(database.pool, [office], now);
    return office;
  };
  const somebody = () => visitorIn(database.pool, 'web');
  const wish = (office: Office, time = '08:00', more: { on?: string; instead?: string } = {}) => ({
    office,
    day: more.on ?? day,
    time,
    case: null,
    instead: more.instead ?? null,
  });
  const again = (visitor: Visitor): Visitor => ({ ...visitor, message: randomUUID() });
  const booking = (booked: Booked) => {
    if (booked.kind !== 'booked') throw new Error(`not booked: ${booked.kind}`);
    return booked.booking;
  };

  it('gives a place, a number in the order of the day and a code; and cancels it', async () => {
    const office = await ready({ perSlot: 5 });
    const first = booking(await appointments().book(await somebody(), wish(office), now, signal));
    const visitor = await somebody();
    const second = booking(await appointments().book(visitor, wish(office, '07:30'), now, signal));
    expect([first.number, second.number]).toEqual([1, 2]);
    expect(second).toMatchObject({ day, time: '07:30', office: { id: office.id }, case: null });
    expect(second.code).toMatch(/^LH-261124-[A-Z0-9]{4}$/);
    expect(await appointments().own(visitor, now, signal)).toEqual([second]);
    expect(await appointments().taken(office, '2026-11-23', signal)).toEqual(
      new Map([
        [`${day} 07:30`, 1],
        [`${day} 08:00`, 1],
      ]),
    );
    expect(await appointments().cancel(await somebody(), second.code, now, signal)).toBe(false);
    expect(await appointments().cancel(visitor, second.code, now, signal)).toBe(true);
    expect(await appointments().cancel(visitor, second.code, now, signal)).toBe(false);
    expect(await appointments().own(visitor, now, signal)).toEqual([]);
    expect((await appointments().taken(office, day, signal)).get(`${day} 07:30`)).toBeUndefined();
    // A number that was given is not given again.
    expect(booking(await appointments().book(await somebody(), wish(office, '07:30'), now, signal)).number).toBe(3);
  });

  it('books once for each message', async () => {
    const office = await ready();
    const visitor = await somebody();
    const first = await appointments().book(visitor, wish(office), now, signal);
    expect(await appointments().book(visitor, wish(office), now, signal)).toEqual(first);
    expect((await listAppointments(database.pool, day, now)).filter((one) => one.office.id === office.id)).toHaveLength(1);
  });

  it('has one appointment for one matter, and so many for one person', async () => {
    const office = await ready({ perSlot: 9 });
    const visitor = await somebody();
    const first = booking(await appointments().book(visitor, wish(office), now, signal));
    expect(await appointments().book(again(visitor), wish(office, '09:00'), now, signal)).toEqual({ kind: 'had', booking: first });
    expect(await appointments().book(again(visitor), wish(office, '09:00'), '2026-11-24 08:00', signal)).toMatchObject({ kind: 'booked' });
    const busy = await somebody();
    for (let count = 0; count < 10; count++) {
      const { code } = booking(await appointments().book(again(busy), wish(office), now, signal));
      await appointments().cancel(busy, code, now, signal);
    }
    expect(await appointments().book(again(busy), wish(office), now, signal)).toEqual({ kind: 'limit' });
  });

  it('does not let one network address take all the places', async () => {
    const office = await ready({ perSlot: 99 });
    const from = async (network: string) => appointments().book({ ...(await somebody()), network }, wish(office), now, signal);
    for (let count = 0; count < 40; count++) booking(await from('one'));
    expect(await from('one')).toEqual({ kind: 'limit' });
    expect((await from('other')).kind).toBe('booked');
  });

  it('changes an appointment, which keeps its code and gives its place up', async () => {
    const office = await ready();
    const visitor = await somebody();
    const { code, id } = booking(await appointments().book(visitor, wish(office), now, signal));
    await appointments().book(await somebody(), wish(office, '09:00'), now, signal);
    expect(await appointments().book(again(visitor), wish(office, '09:00', { instead: code }), now, signal)).toEqual({ kind: 'full' });
    const moved = booking(
      await appointments().book(again(visitor), wish(office, '10:00', { on: '2026-11-25', instead: code }), now, signal),
    );
    expect(moved).toMatchObject({ id, code, day: '2026-11-25', time: '10:00', number: 1 });
    expect(booking(await appointments().book(await somebody(), wish(office), now, signal)).time).toBe('08:00');
    expect(await appointments().book(again(await somebody()), wish(office, '11:00', { instead: code }), now, signal)).toEqual({
      kind: 'limit',
    });
  });

  it('gives the last place to one of fifty who ask for it at the same moment at two replicas', { timeout: 60_000 }, async () => {
    const office = await ready();
    // The embedded database is one process's alone.
    const other = kind.name === 'PostgreSQL' ? await open(database.place) : null;
    try {
      const replicas = [appointments(), createAppointments({ pool: other?.pool ?? database.pool })];
      const people = await Promise.all(Array.from({ length: 50 }, somebody));
      const all = await Promise.all(people.map((visitor, place) => replicas[place % 2]?.book(visitor, wish(office), now, signal)));
      expect(all.filter((one) => one?.kind === 'booked')).toHaveLength(1);
      expect(all.filter((one) => one?.kind === 'full')).toHaveLength(49);
      expect((await appointments().taken(office, day, signal)).get(`${day} 08:00`)).toBe(1);
    } finally {
      await other?.close();
    }
  });

  it('gives one person who asks twice at the same moment one appointment', async () => {
    const office = await ready({ perSlot: 9 });
    const visitor = await somebody();
    const all = await Promise.all(
      ['08:00', '09:00', '10:00'].map((time) => appointments().book(again(visitor), wish(office, time), now, signal)),
    );
    expect(all.map(({ kind: outcome }) => outcome).sort()).toEqual(['booked', 'had', 'had']);
  });

  it('is shown and cancelled by staff without a name; a counter that is set no longer takes nobody new', async () => {
    const office = await ready();
    const visitor = await somebody();
    const { code } = booking(await appointments().book(visitor, wish(office), now, signal));
    expect((await listAppointments(database.pool, null, now)).find((one) => one.code === code)).toMatchObject({
      day,
      time: '08:00',
      number: 1,
      draft: null,
    });
    const other = anOffice({ id: `o-${randomUUID()}`, name: 'Nơi khác' });
    const before = (await importOffices(database.pool, [other], now)).stranded;
    expect((await appointments().offices(signal)).map(({ name }) => name)).toEqual(['Nơi khác']);
    expect(await cancelByOffice(database.pool, code, now)).toMatchObject({
      booking: { code },
      visitor: { person: visitor.person },
      language: 'vi',
    });
    expect(await cancelByOffice(database.pool, code, now)).toBeNull();
    expect((await importOffices(database.pool, [other], now)).stranded).toBe(before - 1);
    await forgetOldAppointments(database.pool, new Date('2027-02-01T00:00:00Z'));
    expect(await listAppointments(database.pool, day, now)).toEqual([]);
  });
});
