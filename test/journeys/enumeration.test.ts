import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../bot/dossier-types.ts';
import { emptyMemory } from '../../bot/memory.ts';
import type { Memory } from '../../bot/types.ts';
import { createAttempts } from '../../knowledge/attempts.ts';
import { demonstration } from '../fakes/demonstration.ts';
import { fakeDialog } from '../fakes/respond.ts';
import { kinds } from '../support/databases.ts';
import { useDatabase } from '../support/use-database.ts';

const codes = 10_000;
const people = 1_000;

/** Every code exists, and every other PIN is the one that is guessed. */
function dossierOf(code: string): Dossier {
  const odd = Number(code.slice(-1)) % 2 === 1;
  return {
    ...demonstration,
    code,
    // Not one of those that the assistant offers to everybody.
    procedure: { code: '1.000656', name: 'Đăng ký khai tử' },
    agency: 'UBND phường Thử',
    statusText: 'Đang thẩm định',
    dueOn: '2026-11-12',
    applicant: { name: 'Nguyễn Bí Mật', phone: '0912345678', idNumber: '001099012345' },
    holder: { office: 'Phòng Kín', person: 'Trần Kín Đáo' },
    factor: { pin: odd ? '7316' : '9999', phone: '', idNumber: '' },
    demonstration: false,
  };
}

describe.each(kinds)('an attacker with 10,000 codes on $name', (kind) => {
  const database = useDatabase(kind);

  test('who is a thousand people of one address learns nothing but status lines, thirty in a quarter of an hour', {
    timeout: 200_000,
  }, async () => {
    const start = Date.parse('2026-11-10T03:00:00Z');
    let now = start;
    const counted = new Map<string, number>();
    const asked = new Set<string>();
    const dialog = fakeDialog({
      find: (code) => {
        asked.add(code);
        return dossierOf(code);
      },
      attempts: createAttempts({ pool: database.pool, now: () => new Date(now) }),
      now: () => new Date(now),
      meter: {
        count: (event, labels = {}) => {
          const name = [event, ...Object.values(labels)].join(' ');
          counted.set(name, (counted.get(name) ?? 0) + 1);
        },
      },
    });
    const memories = new Map<string, Memory>();
    const said: string[] = [];
    let message = 0;
    const say = async (person: string, text: string) => {
      message += 1;
      const own = { channel: 'web', id: `m${message}`, person, network: 'one-address', text };
      const { replies, memory } = await dialog(own, memories.get(person) ?? emptyMemory, AbortSignal.timeout(10_000));
      memories.set(person, memory);
      said.push(JSON.stringify(replies));
    };

    // Ten thousand codes in one hour, a guess of the PIN behind every seventh.
    for (let at = 0; at < codes; at += 1) {
      const person = `p${at % people}`;
      await say(person, `H40.23.08-250715-${String(at).padStart(5, '0')}`);
      if (at % 7 === 0) await say(person, '7316');
      now = start + (at * 3_600_000) / codes;
    }

    const windows = 5;
    expect(asked.size).toBeLessThanOrEqual(30 * windows);
    expect(asked.size).toBeGreaterThan(60);
    expect(counted.get('slowed network')).toBeGreaterThan(9_000);
    // Who guesses right opens one dossier: at most five guesses are compared in a quarter of an hour.
    const compared = (counted.get('factor right') ?? 0) + (counted.get('factor wrong') ?? 0);
    expect(counted.get('factor wrong') ?? 0).toBeLessThanOrEqual(5 * windows);
    expect(compared).toBeGreaterThan(5);
    const opened = said.filter((text) => /Phòng Kín/.test(text));
    expect(opened).toHaveLength(counted.get('factor right') ?? 0);
    const personal = /Nguyễn|Bí Mật|N•|0912|678|001099|345|khai tử|1\.000656|Phòng Kín|Trần|7316/;
    const unopened = said.filter((text) => !/Phòng Kín/.test(text)).map((text) => text.replace(/H40\.23\.08-250715-\d{4,5}/g, ''));
    expect(unopened.filter((text) => personal.test(text)).slice(0, 3)).toEqual([]);
  });
});
