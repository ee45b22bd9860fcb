import { inspect } from 'node:util';
import { expect } from 'vitest';
import { Unavailable } from '../../bot/errors.ts';
import type { Raw } from '../fakes/dossier-system.ts';
import { troublesOfDossierSources } from './dossier-source-troubles.ts';
import { code, type DossierPromise, find, other, stranger, told } from './dossier-source-world.ts';

/** What every source over HTTP promises. Each check takes a system and a source of its own. */
export const dossierSourceContract: DossierPromise[] = [
  {
    title: 'tells a dossier as the system holds it, asked for exactly as the system wants',
    check: async ({ system, source }) => {
      system.holds(told());
      system.holds(told({ code: other, finished: '2025-08-08T23:30:00', status: 9, said: 'Đã xử lý xong' }));
      expect(await find(source)).toMatchObject({ source: source.name, ...system.shape.tells(told()) });
      expect(await find(source, other)).toMatchObject({ finishedOn: '2025-08-08', status: 9 });
      expect(system.counts).toMatchObject({ asked: 2, signIns: system.shape.signIn === null ? 0 : 1, refused: [] });
    },
  },
  {
    title: 'says that there is none when the system says so',
    check: async ({ system, source }) => {
      system.holds(told({ code: other }));
      expect(await find(source)).toBeNull();
      expect(system.counts.asked).toBe(1);
    },
  },
  {
    title: 'tells no other dossier than the one asked for, though the system finds several',
    check: async ({ system, source }) => {
      system.holds(told({ code: `${code}9`, applicant: stranger }));
      system.holds(told({ code: `${code}8`, applicant: stranger }));
      const found = await find(source).catch(rejectedAs(Unavailable));
      expect(inspect(found, { depth: 9 })).not.toContain(stranger.name);
    },
  },
  {
    title: 'keeps a status that the mapping does not know as text',
    check: async ({ system, source }) => {
      system.holds(told({ status: 77, said: 'Chờ ý kiến liên ngành' }));
      const found = await find(source);
      expect(found?.status).toBeNull();
      expect(['77', 'Chờ ý kiến liên ngành']).toContain(found?.statusText);
    },
  },
  {
    title: 'takes empty texts for nothing said',
    check: async ({ system, source }) => {
      system.holds(told({ said: 'Đang xử lý' }), (record) =>
        everyText(record, (text) => (text === code || text === 'Đang xử lý' ? text : ' ')),
      );
      const found = await find(source);
      expect(found).toMatchObject({
        code,
        receivedOn: null,
        dueOn: null,
        finishedOn: null,
        applicant: { name: '', phone: '', idNumber: '' },
      });
      expect(found?.factor).toEqual({ pin: '', phone: '', idNumber: '' });
    },
  },
  {
    title: 'reads numbers where texts are meant',
    check: async ({ system, source }) => {
      const plain = told({ applicant: { name: 'Lê Văn Ví Dụ', phone: '84900000012', idNumber: '201099000012' } });
      system.holds(plain, (record) => everyText(record, (text) => (/^[1-9]\d*$/.test(text) ? Number(text) : text)));
      expect(await find(source)).toMatchObject(system.shape.tells(plain));
    },
  },
  ...troublesOfDossierSources,
];

function rejectedAs(kind: typeof Unavailable) {
  return (error: unknown) => {
    expect(error).toBeInstanceOf(kind);
    return error;
  };
}

/** The record with each of its texts changed, however deep. */
function everyText(record: Raw, change: (text: string) => unknown): Raw {
  return JSON.parse(JSON.stringify(record), (_, value: unknown) => (typeof value === 'string' ? change(value) : value));
}
