import type { Aspect, Choice, Language, Way } from '../types.ts';

type Words = {
  ways: Record<Way['how'], string>;
  wayLabels: Record<Way['how'], string>;
  units: Record<'working-day' | 'day' | 'hour' | 'month' | 'year', (amount: string) => string>;
  levels: Record<'ward' | 'province' | 'ministry' | 'other', string>;
  more: Choice;
  continued: string;
  left: (count: number, aspect: Aspect) => string;
  explained: string;
  recordSays: string;
  askThem: string;
  start: string;
  signIn: string;
  choices: Partial<Record<Aspect, Choice>>;
};

const vi: Words = {
  ways: { direct: 'nộp trực tiếp', online: 'nộp trực tuyến', postal: 'gửi qua bưu chính' },
  wayLabels: { direct: 'trực tiếp', online: 'trực tuyến', postal: 'bưu chính' },
  units: {
    'working-day': (amount) => `${amount} ngày làm việc`,
    day: (amount) => `${amount} ngày`,
    hour: (amount) => `${amount} giờ`,
    month: (amount) => `${amount} tháng`,
    year: (amount) => `${amount} năm`,
  },
  levels: { ward: 'cấp xã', province: 'cấp tỉnh', ministry: 'cấp bộ', other: 'cơ quan khác' },
  more: { label: 'Xem tiếp', say: 'xem tiếp' },
  continued: '(tiếp)',
  left: (count, aspect) => `Còn ${count} ${aspect === 'documents' ? 'giấy tờ, lưu ý' : 'mục'} nữa.`,
  explained: 'Giải thích',
  recordSays: 'Hồ sơ gốc ghi',
  askThem: 'Bạn nên hỏi lại nơi nộp.',
  start: 'Bắt đầu tại',
  signIn: 'Đăng nhập bằng tài khoản VNeID của bạn.',
  choices: {
    documents: { label: 'Giấy tờ', say: 'cần giấy tờ gì?' },
    fee: { label: 'Lệ phí', say: 'lệ phí bao nhiêu?' },
    duration: { label: 'Bao lâu xong', say: 'bao lâu xong?' },
    place: { label: 'Nộp ở đâu', say: 'nộp ở đâu?' },
    online: { label: 'Nộp trực tuyến', say: 'nộp trực tuyến thế nào?' },
    forms: { label: 'Mẫu đơn', say: 'mẫu đơn ở đâu?' },
    conditions: { label: 'Điều kiện', say: 'cần điều kiện gì?' },
    steps: { label: 'Các bước', say: 'làm theo các bước nào?' },
  },
};

const en: Words = {
  ways: { direct: 'in person', online: 'online', postal: 'by post' },
  wayLabels: { direct: 'in person', online: 'online', postal: 'by post' },
  units: {
    'working-day': (amount) => `${amount} working ${amount === '1' ? 'day' : 'days'}`,
    day: (amount) => `${amount} ${amount === '1' ? 'day' : 'days'}`,
    hour: (amount) => `${amount} ${amount === '1' ? 'hour' : 'hours'}`,
    month: (amount) => `${amount} ${amount === '1' ? 'month' : 'months'}`,
    year: (amount) => `${amount} ${amount === '1' ? 'year' : 'years'}`,
  },
  levels: { ward: 'commune', province: 'province', ministry: 'ministry', other: 'another agency' },
  more: { label: 'More', say: 'more' },
  continued: '(continued)',
  left: (count, aspect) => `${count} more ${aspect === 'documents' ? 'papers or notes' : 'items'} to come.`,
  explained: 'In plain words',
  recordSays: 'The official record says',
  askThem: 'Please ask the receiving office to be sure.',
  start: 'Start here',
  signIn: 'Sign in with your VNeID account.',
  choices: {
    documents: { label: 'Papers', say: 'what papers do I need?' },
    fee: { label: 'Fee', say: 'how much is the fee?' },
    duration: { label: 'How long', say: 'how long does it take?' },
    place: { label: 'Where to file', say: 'where do I file?' },
    online: { label: 'Online filing', say: 'how do I file online?' },
    forms: { label: 'Forms', say: 'where are the forms?' },
    conditions: { label: 'Conditions', say: 'what are the conditions?' },
    steps: { label: 'Steps', say: 'what are the steps?' },
  },
};

export const words: Record<Language, Words> = { vi, en };

/** "nộp trực tiếp, gửi qua bưu chính": the ways that a record has, in the order people think of them. */
export function wayNames(hows: Way['how'][], language: Language): string {
  return inOrder(hows)
    .map((how) => words[language].ways[how])
    .join(', ');
}

/** "trực tiếp, bưu chính": the same where the word "cách nộp" stands before them. */
export function wayLabels(hows: Way['how'][], language: Language): string {
  return inOrder(hows)
    .map((how) => words[language].wayLabels[how])
    .join(', ');
}

function inOrder(hows: Way['how'][]): Way['how'][] {
  const order: Way['how'][] = ['direct', 'online', 'postal'];
  return order.filter((how) => hows.includes(how));
}
