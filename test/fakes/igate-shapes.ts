import { base64, bearer, common, form, typed } from './dossier-shapes.ts';
import type { Shape } from './dossier-system.ts';

/** iGate v2: everything nested, names as lists by language, times in UTC. */
export const igateV2: Shape = {
  like: 'igate-v2',
  own: {},
  secrets: { clientId: 'igate-client', clientSecret: 'igate-s3cret' },
  signIn: {
    path: '/auth/realms/digo/protocol/openid-connect/token',
    expected: () => ({
      method: 'POST',
      path: '/auth/realms/digo/protocol/openid-connect/token',
      headers: { ...typed(form), authorization: `Basic ${base64('igate-client:igate-s3cret')}` },
      body: 'grant_type=client_credentials',
    }),
    answer: (token) => ({ status: 200, body: { access_token: token, expires_in: 300, token_type: 'bearer' } }),
    refuse: { status: 401, body: { error: 'unauthorized_client' } },
  },
  expected: (code, token) => ({
    method: 'GET',
    path: '/pa/dossier/search',
    query: `page=0&size=20&spec=slice&code=${code}`,
    headers: { ...typed(undefined), authorization: `Bearer ${token}` },
  }),
  codeIn: (seen) => new URLSearchParams(seen.query).get('code') ?? '',
  tokenIn: bearer,
  expired: { status: 401, body: { error: 'invalid_token' } },
  record: (told) => ({
    id: '64f0c0ffee',
    code: told.code,
    nationCode: '',
    dossierStatus: {
      id: 17,
      name: [
        { languageId: 46, name: 'In English' },
        { languageId: 228, name: told.said },
      ],
    },
    applicant: { data: { fullname: told.applicant.name, phoneNumber: told.applicant.phone, identityNumber: told.applicant.idNumber } },
    accepter: { fullname: 'Cán Bộ Tiếp Nhận' },
    procedure: { id: 'p1', code: told.procedure.code, translate: { languageId: 228, name: told.procedure.name } },
    agency: { id: 'a1', name: told.agency },
    acceptedDate: inUtc(told.received),
    appointmentDate: inUtc(told.due),
    completedDate: told.finished === '' ? '' : inUtc(told.finished),
    currentTask: [{ assignee: { fullname: 'Cán Bộ Thụ Lý' }, agency: { name: [{ languageId: 228, name: 'Phòng Thử Nghiệm' }] } }],
  }),
  answer: (all) => ({ status: 200, body: { content: all, last: true, size: 20 } }),
  tells: (told) => ({ ...common(told), statusText: told.said, holder: { office: 'Phòng Thử Nghiệm', person: 'Cán Bộ Thụ Lý' } }),
};

/** iGate v1: open to all, one flat record that does not say its code. */
export const igateV1: Shape = {
  like: 'igate-v1',
  own: {},
  secrets: {},
  signIn: null,
  expected: (code) => ({
    method: 'GET',
    path: '/api/hoso/tracuuhoso',
    query: `tukhoa=${code}`,
    headers: { ...typed(undefined), authorization: undefined },
  }),
  codeIn: (seen) => new URLSearchParams(seen.query).get('tukhoa') ?? '',
  tokenIn: () => '',
  expired: { status: 401, body: null },
  record: (told) => ({
    tccn_ten: told.applicant.name,
    tccn_diachi: 'Tổ 1, phường Minh Họa',
    tenhoso: told.procedure.name,
    socmnd: told.applicant.idNumber,
    ngaynhan: slashed(told.received),
    tinhtrang_hoso: told.said,
    ngaytraketqua: null,
    ngayxulyxong: slashed(told.finished),
    nguoinhan: 'Cán Bộ Tiếp Nhận',
  }),
  answer: (all) => ({ status: 200, body: all.length > 1 ? all : (all[0] ?? null) }),
  tells: (told) => {
    const { code, status, receivedOn, finishedOn, applicant } = common(told);
    return {
      code,
      status,
      statusText: told.said,
      receivedOn,
      finishedOn,
      dueOn: null,
      applicant: { ...applicant, phone: '' },
      procedure: { code: '', name: told.procedure.name },
    };
  },
};

function inUtc(at: string): string {
  return new Date(`${at}+07:00`).toISOString().replace('Z', '+0000');
}

function slashed(at: string): string {
  return at === '' ? '' : `${at.slice(0, 10).split('-').reverse().join('/')} ${at.slice(11)}`;
}
