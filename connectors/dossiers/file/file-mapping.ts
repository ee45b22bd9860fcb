import type { Mapping } from '../mapping.ts';
import igateV1 from '../mappings/igate-v1.json' with { type: 'json' };
import lgsp from '../mappings/lgsp.json' with { type: 'json' };
import type { ReadMapping } from '../read-record.ts';
import type { Keys } from './columns.ts';
import { keyOf } from './key.ts';

/** The usual words for a status beside its national number. */
const statuses: Mapping['statuses'] = { ...lgsp.statuses, ...igateV1.statuses };

/** How a row is read: by its headings, and what JSON has beside them by the names of a dossier or of the national exchange. */
export function fileMapping(keys: Keys, own: Mapping['statuses'] = {}): ReadMapping {
  const at = (...paths: string[]) => paths.map((path) => path.split('.').map(keyOf).join('.'));
  return {
    name: 'register',
    dates: ['dd/MM/yyyy', 'iso', 'yyyyMMddHHmmss', 'yyyyMMdd'],
    statuses: { ...statuses, ...own },
    fields: {
      code: keys.code,
      procedureCode: [...keys.procedureCode, ...at('procedure.code')],
      procedureName: [...keys.procedureName, ...at('procedure.name')],
      agency: keys.agency,
      status: keys.status,
      statusText: keys.statusText,
      receivedAt: keys.receivedAt,
      dueAt: keys.dueAt,
      finishedAt: keys.finishedAt,
      returnedAt: keys.returnedAt,
      name: [...keys.name, ...at('applicant.name')],
      phone: [...keys.phone, ...at('applicant.phone')],
      idNumber: [...keys.idNumber, ...at('applicant.idNumber')],
      pin: [...keys.pin, ...at('factor.pin')],
      office: [...keys.office, ...at('holder.office')],
      person: [...keys.person, ...at('holder.person')],
      note: keys.note,
    },
    lists: {
      timeline: {
        rows: at('timeline', 'QuaTrinhXuLy', 'DanhSachQuaTrinhXuLy'),
        at: at('at', 'ThoiDiemXuLy'),
        office: at('office', 'PhongBanXuLy'),
        person: at('person', 'NguoiXuLy'),
        text: at('text', 'NoiDungXuLy'),
        status: at('status', 'TrangThai'),
        statusText: at('statusText'),
        dueAt: at('dueAt', 'NgayKetThucTheoQuyDinh'),
      },
      missing: {
        rows: at('missing', 'DanhSachHoSoBoSung'),
        text: at('text', 'NoiDungBoSung'),
        askedAt: at('askedAt', 'NgayBoSung'),
        papers: at('papers', 'DanhSachGiayToBoSung'),
        paper: ['', ...at('TenGiayTo', 'name')],
      },
      fees: { rows: at('fees', 'DanhSachLePhi'), name: at('name', 'TenPhiLePhi'), amount: at('text', 'amount', 'Gia') },
      results: { rows: at('results', 'DanhSachGiayToKetQua'), name: ['', ...at('TenGiayTo', 'name')] },
    },
  };
}
