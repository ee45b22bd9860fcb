import type { DetailedSource } from '../../connectors/dossiers/details.ts';
import type { DossierSystem, Told } from '../fakes/dossier-system.ts';

/** `now` moves when a check moves it; the source leaves a system alone for `restMs` after failures on two codes. */
export type DossierWorld = { system: DossierSystem; source: DetailedSource; clock: { now: number }; restMs: number };
export type DossierPromise = { title: string; check(world: DossierWorld): Promise<void> };

export const code = 'H40.23.08-250715-0012';
export const other = 'H40.23.08-250801-0007';
export const stranger = { name: 'Người Lạ Mặt', phone: '0900000099', idNumber: '001077000099' };

export function told(change: Partial<Told> = {}): Told {
  return {
    code,
    procedure: { code: '1.013225', name: 'Cấp giấy phép xây dựng nhà ở riêng lẻ' },
    agency: 'Phòng Kinh tế, UBND phường Minh Họa',
    status: 4,
    said: 'Đang xử lý',
    received: '2025-07-15T06:30:00',
    due: '2025-08-12T17:00:00',
    finished: '',
    applicant: { name: 'Trần Thị Minh Họa', phone: '0900000012', idNumber: '001099000012' },
    ...change,
  };
}

export function find(source: DetailedSource, asked: string | undefined = code) {
  return source.find(asked, new AbortController().signal);
}
