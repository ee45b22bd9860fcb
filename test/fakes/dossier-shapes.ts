import type { Raw, Seen, Shape, Told } from './dossier-system.ts';

const json = 'application/json';
export const form = 'application/x-www-form-urlencoded';
export const base64 = (text: string) => Buffer.from(text).toString('base64');
const compact = (at: string) => at.replace(/\D/g, '');
/** What the first of all wanted headers is: exactly this type, or none at all. */
export const typed = (type: string | undefined) => ({ accept: json, 'content-type': type });

/** LGSP/NGSP: a token by client credentials, the record in the national fields. */
export const lgsp: Shape = {
  like: 'lgsp',
  own: { values: { madonvi: 'H40-test' } },
  secrets: { clientId: 'lgsp-client', clientSecret: 'lgsp-s3cret' },
  signIn: {
    path: '/token',
    expected: () => ({
      method: 'POST',
      path: '/token',
      headers: { ...typed(form), authorization: `Basic ${base64('lgsp-client:lgsp-s3cret')}` },
      body: 'grant_type=client_credentials',
    }),
    answer: (token) => ({ status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: 3600 } }),
    refuse: { status: 401, body: { error: 'invalid_client' } },
  },
  expected: (code, token) => ({
    method: 'POST',
    path: '/apiDVC/1.0/mapi/g',
    headers: { ...typed(json), authorization: `Bearer ${token}` },
    body: JSON.stringify({ service: 'TraCuuHoSo', madonvi: 'H40-test', mahoso: code }),
  }),
  codeIn: (seen) => field(seen, 'mahoso'),
  tokenIn: bearer,
  expired: { status: 401, body: { fault: { code: 900901, message: 'Invalid Credentials' } } },
  record: national,
  answer: (all) => ({ status: 200, body: { error_code: '00', result: all } }),
  tells: toldInNational,
};

/** The variant of some provinces: the header lgspaccesstoken in the place of a client id, and again on each request. */
const accessToken = base64(
  JSON.stringify({ AccessKey: 'ak-1', SecretKey: 'sk-s3cret', AppName: 'motcua', PartnerCode: 'H40', PartnerCodeCus: 'H40.1' }),
);
export const lgspAccessToken: Shape = {
  ...lgsp,
  own: { ...lgsp.own, auth: { client: 'lgsp', lgsp: ['token', 'request'] } },
  secrets: { accessKey: 'ak-1', secretKey: 'sk-s3cret', appName: 'motcua', partnerCode: 'H40', partnerCodeCus: 'H40.1' },
  signIn: lgsp.signIn && {
    ...lgsp.signIn,
    expected: () => ({
      method: 'POST',
      path: '/token',
      headers: { ...typed(form), authorization: undefined, lgspaccesstoken: accessToken },
      body: 'grant_type=client_credentials',
    }),
  },
  expected: (code, token) => {
    const plain = lgsp.expected(code, token);
    return { ...plain, headers: { ...plain.headers, lgspaccesstoken: accessToken } };
  },
};

/** The national exchange: a session in the body, an expired one told with status 200. */
export const vxp: Shape = {
  like: 'vxp',
  own: { values: { madonvi: 'H40-test', dstcode: 'VN:GOV:TEST' } },
  secrets: { username: 'vxp-user', password: 'vxp-p4ssword' },
  signIn: {
    path: '/VXPAdapter/RestService/forward/mapi/login',
    expected: () => ({
      method: 'POST',
      path: '/VXPAdapter/RestService/forward/mapi/login',
      headers: { ...typed(json), dstcode: 'VN:GOV:TEST' },
      body: JSON.stringify({ username: 'vxp-user', password: 'vxp-p4ssword' }),
    }),
    answer: (token) => ({ status: 200, body: { error_code: 0, session: token } }),
    refuse: { status: 200, body: { error_code: 1, message: 'Sai tài khoản' } },
  },
  expected: (code, token) => ({
    method: 'POST',
    path: '/VXPAdapter/RestService/forward/mapi/g',
    headers: { ...typed(json), dstcode: 'VN:GOV:TEST', authorization: undefined },
    body: JSON.stringify({ session: token, madonvi: 'H40-test', service: 'TraCuuHoSo', mahoso: code }),
  }),
  codeIn: (seen) => field(seen, 'mahoso'),
  tokenIn: (seen) => field(seen, 'session'),
  expired: { status: 200, body: { error_code: 2, message: 'Phiên không hợp lệ' } },
  record: national,
  answer: (all) => ({ status: 200, body: { error_code: 0, result: all } }),
  tells: toldInNational,
};

export function common(told: Told) {
  const { code, procedure, agency, status, applicant } = told;
  const day = (at: string) => (at === '' ? null : at.slice(0, 10));
  return {
    code,
    procedure,
    agency,
    status,
    applicant,
    receivedOn: day(told.received),
    dueOn: day(told.due),
    finishedOn: day(told.finished),
    receivedAt: `${told.received}+07:00`,
  };
}

function national(told: Told): Raw {
  return {
    MaHoSo: told.code,
    MaTTHC: told.procedure.code,
    TenTTHC: told.procedure.name,
    ChuHoSo: told.applicant.name,
    LoaiDoiTuong: '1',
    Email: '',
    SoDienThoai: told.applicant.phone,
    NgayTiepNhan: compact(told.received),
    NgayHenTra: compact(told.due),
    TrangThaiHoSo: String(told.status),
    NgayTra: '',
    NgayKetThucXuLy: compact(told.finished),
    DonViXuLy: told.agency,
    DanhSachLePhi: [{ TenPhiLePhi: 'Lệ phí', Gia: '50.000' }],
    DanhSachHoSoBoSung: [
      { NoiDungBoSung: 'Bổ sung bản vẽ', NgayBoSung: compact(told.received), DanhSachGiayToBoSung: [{ TenGiayTo: 'Bản vẽ' }] },
    ],
    DanhSachGiayToKetQua: [],
  };
}

function toldInNational(told: Told) {
  return {
    ...common(told),
    applicant: { ...told.applicant, idNumber: '' },
    statusText: '',
    fees: [{ name: 'Lệ phí', amount: 50_000, text: '50.000' }],
    missing: [{ text: 'Bổ sung bản vẽ', askedAt: `${told.received}+07:00`, papers: ['Bản vẽ'] }],
  };
}

export function bearer(seen: Seen): string {
  return seen.headers.authorization?.replace('Bearer ', '') ?? '';
}

function field(seen: Seen, name: string): string {
  return /^\{/.test(seen.body) ? String(JSON.parse(seen.body)[name] ?? '') : '';
}
