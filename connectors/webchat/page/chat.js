// The chat page. Runs as it is, down to Chrome 70: no optional chaining, no nullish operator, nothing built.
// What the server or a person wrote enters the page as text nodes only.

import { createFiles } from './files.js';
import { createPush } from './notify.js';

const LIMIT = 2000;
const COUNT_FROM = 1800;
const POLL_EVERY = 3000;
const SLOW_AFTER = 25000;
const GIVE_UP_AFTER = 90000;
const HIDDEN_LIMIT = 300000;
const HIDDEN_WITH_PUSH = 5000;

const words = {
  vi: {
    title: 'Một Cửa – Trợ lý dịch vụ công',
    skip: 'Đến ô nhập câu hỏi',
    role: 'Trợ lý dịch vụ công',
    connecting: 'Đang kết nối…',
    on: 'Đã kết nối',
    off: 'Đang kết nối lại…',
    more: 'Tùy chọn',
    big: 'Chữ to',
    push: 'Báo trên thiết bị này',
    pushOn: 'Khi có tin về hồ sơ, thiết bị này sẽ hiện thông báo.',
    pushOff: 'Đã tắt thông báo trên thiết bị này.',
    pushDenied: 'Trình duyệt đang chặn thông báo của trang. Bạn cho phép trong phần cài đặt trang rồi thử lại.',
    pushHome: 'Trên iPhone, iPad: bấm nút Chia sẻ, chọn Thêm vào Màn hình chính, mở Một Cửa từ đó rồi bật thông báo.',
    pushEarly: 'Bạn hỏi hoặc tra cứu hồ sơ trước, rồi bật thông báo nhé.',
    pushFailed: 'Chưa bật được thông báo. Bạn thử lại sau.',
    delete: 'Xóa cuộc trò chuyện',
    content: 'Nội dung trò chuyện',
    hello: 'Bạn cần làm giấy tờ gì?',
    lead: 'Chào bạn. Cứ kể bằng lời thường, có dấu hay không đều được. Tôi giúp tìm thủ tục, giấy tờ cần có, nơi nộp và tra cứu hồ sơ.',
    try: 'Ví dụ, bạn có thể hỏi',
    examples: [
      'Làm khai sinh cần giấy tờ gì?',
      'Mất căn cước thì làm lại thế nào?',
      'Đăng ký tạm trú nộp ở đâu?',
      'Tra cứu hồ sơ theo mã',
      'Mở hộ kinh doanh cần những gì?',
    ],
    notice: 'Đây là trợ lý tự động. Đừng gửi mật khẩu hay mã OTP. Khẩn cấp, hãy gọi:',
    call113: '113, công an',
    call114: '114, cứu hỏa',
    call115: '115, cấp cứu',
    log: 'Cuộc trò chuyện',
    newer: 'Tin mới',
    label: 'Câu hỏi của bạn',
    placeholder: 'Nhập câu hỏi của bạn',
    send: 'Gửi',
    you: 'Bạn: ',
    assistant: 'Một Cửa: ',
    typing: 'Một Cửa đang trả lời…',
    slow: 'Lâu hơn thường lệ, bạn chờ thêm chút nhé…',
    silent: 'Tin của bạn đã được nhận. Khi có câu trả lời, nội dung sẽ hiện ở đây.',
    sending: 'đang gửi…',
    retrying: 'chưa gửi được, đang gửi lại…',
    later: (seconds) => `Tin vẫn còn ở đây, ${seconds} giây nữa sẽ tự gửi lại.`,
    again: 'Gửi lại ngay',
    refused: 'Tin này chưa gửi được.',
    mend: 'Sửa lại',
    drop: 'Bỏ tin này',
    left: (count) => `${count}/${LIMIT} ký tự`,
    over: (count) => `Mỗi tin dài tối đa 2.000 ký tự. Hãy bớt ${count} ký tự hoặc chia thành hai tin.`,
    today: 'Hôm nay',
    yesterday: 'Hôm qua',
    weekdays: ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'],
    emergency: 'Khẩn cấp',
    offered: 'Gợi ý tiếp theo',
    source: 'Nguồn: ',
    dated: ' · dữ liệu ngày ',
    sections: {
      overview: 'tổng quan',
      documents: 'thành phần hồ sơ',
      fee: 'phí, lệ phí',
      duration: 'thời hạn giải quyết',
      steps: 'trình tự thực hiện',
      place: 'nơi nộp',
      online: 'cách thức nộp',
      forms: 'mẫu đơn, tờ khai',
      conditions: 'yêu cầu, điều kiện',
      result: 'kết quả',
      'legal-basis': 'căn cứ pháp lý',
      eligible: 'đối tượng thực hiện',
    },
    sure: 'Xóa toàn bộ cuộc trò chuyện này? Sau khi xóa không lấy lại được. Phản ánh đã gửi vẫn ở chỗ cán bộ, nhưng không còn gắn với bạn; mã phản ánh vẫn xem được.',
    deleted: 'Đã xóa cuộc trò chuyện.',
    undeleted: 'Chưa xóa được. Bạn thử lại khi có mạng.',
  },
  en: {
    title: 'Một Cửa – public service assistant',
    skip: 'Skip to the question box',
    role: 'Public service assistant',
    connecting: 'Connecting…',
    on: 'Connected',
    off: 'Reconnecting…',
    more: 'Options',
    big: 'Large text',
    push: 'Notify this device',
    pushOn: 'This device will show a notification when there is news of your application.',
    pushOff: 'Notifications on this device are off.',
    pushDenied: 'The browser blocks notifications of this page. Allow them in its site settings and try again.',
    pushHome: 'On iPhone or iPad: tap Share, choose Add to Home Screen, open Một Cửa from there and turn notifications on.',
    pushEarly: 'Please ask or look up your application first, then turn notifications on.',
    pushFailed: 'Notifications could not be turned on. Please try again later.',
    delete: 'Delete this conversation',
    content: 'Conversation content',
    hello: 'What paperwork do you need?',
    lead: 'Hello. Use your own words, in Vietnamese or English. I help you find procedures, papers and places, and look up applications.',
    try: 'For example, you can ask',
    examples: [
      'What do I need to register my child’s birth?',
      'I lost my ID card. How do I replace it?',
      'Where do I register temporary residence?',
      'Look up my application by its code',
      'What do I need to open a household business?',
    ],
    notice: 'This is an automatic assistant. Never send passwords or OTP codes. In an emergency, call:',
    call113: '113, police',
    call114: '114, fire',
    call115: '115, ambulance',
    log: 'Conversation',
    newer: 'New message',
    label: 'Your question',
    placeholder: 'Type your question',
    send: 'Send',
    you: 'You: ',
    assistant: 'Một Cửa: ',
    typing: 'Một Cửa is answering…',
    slow: 'This takes longer than usual, please wait a little…',
    silent: 'Your message was received. The answer will appear here.',
    sending: 'sending…',
    retrying: 'not sent yet, trying again…',
    later: (seconds) => `It is kept here and will be sent again in ${seconds} seconds.`,
    again: 'Send now',
    refused: 'This message could not be sent.',
    mend: 'Edit',
    drop: 'Discard',
    left: (count) => `${count}/${LIMIT} characters`,
    over: (count) => `A message has at most 2,000 characters. Remove ${count}, or send two messages.`,
    today: 'Today',
    yesterday: 'Yesterday',
    weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    emergency: 'Emergency',
    offered: 'Suggestions',
    source: 'Source: ',
    dated: ' · data of ',
    sections: {
      overview: 'overview',
      documents: 'documents',
      fee: 'fees',
      duration: 'processing time',
      steps: 'steps',
      place: 'where to submit',
      online: 'ways to submit',
      forms: 'forms',
      conditions: 'conditions',
      result: 'result',
      'legal-basis': 'legal basis',
      eligible: 'who can apply',
    },
    sure: 'Delete this whole conversation? It cannot be brought back. Petitions that were sent stay with the staff, no longer linked to you; their codes still work.',
    deleted: 'The conversation was deleted.',
    undeleted: 'Not deleted yet. Please try again when you are online.',
  },
};

const page = {};
for (const id of ['top', 'scroll', 'welcome', 'examples', 'log', 'typing', 'status', 'language', 'more', 'menu', 'big', 'push', 'delete']) {
  page[id] = document.getElementById(id);
}
for (const id of ['toast', 'newer', 'composer', 'files', 'file', 'attach', 'limit', 'text', 'send']) page[id] = document.getElementById(id);

let language = recall('localStorage', 'motcua.language') === 'en' ? 'en' : 'vi';
let connection = 'connecting';
/** All that is shown, in order. Unsent messages have no id yet and come last. */
let items = [];
let shown = {};
/** Ids of the citizen's messages that have a reply. */
let answered = {};
/** Whether this server's replies name the message that they answer. */
let linked = false;
let last = 0;
let ready = false;
/** Rises when the conversation is deleted: what was under way before then no longer counts. */
let era = 0;
/** The files beside the text; null until the page is set up. */
let files = null;
let sequence = 0;

// ---- Words and settings ----

function say(key) {
  return words[language][key];
}

function recall(store, key) {
  try {
    return window[store].getItem(key);
  } catch (_) {
    return null; // Storage is blocked: the page works, it only forgets.
  }
}

function remember(store, key, value) {
  try {
    if (value === null) window[store].removeItem(key);
    else window[store].setItem(key, value);
  } catch (_) {
    return;
  }
}

function relabel() {
  document.documentElement.lang = language;
  document.title = say('title');
  for (const node of document.querySelectorAll('[data-say]')) node.textContent = say(node.getAttribute('data-say'));
  for (const node of document.querySelectorAll('[data-label]')) node.setAttribute('aria-label', say(node.getAttribute('data-label')));
  for (const node of document.querySelectorAll('[data-hint]')) node.setAttribute('placeholder', say(node.getAttribute('data-hint')));
  page.language.textContent = language === 'vi' ? 'EN' : 'VI';
  page.language.lang = language === 'vi' ? 'en' : 'vi';
  page.language.setAttribute('aria-label', language === 'vi' ? 'Switch to English' : 'Chuyển sang tiếng Việt');
  showConnection(connection);
  showExamples();
  for (const item of items) {
    drawMeta(item);
    if (item.sources) drawSources(item);
    if (item.day) item.day.firstChild.textContent = dayName(item.at);
  }
  showTyping();
  if (files) files.draw();
  measure();
}

function showConnection(state) {
  connection = state;
  for (const node of [page.status, page.top]) node.setAttribute('data-state', state === 'on' ? 'on' : 'off');
  const text = page.status.querySelector('.words');
  text.setAttribute('data-say', state);
  if (text.textContent !== say(state)) text.textContent = say(state);
}

function showExamples() {
  page.examples.hidden = false;
  page.examples.previousElementSibling.hidden = false;
  page.examples.textContent = '';
  for (const example of say('examples')) {
    const button = make('button', 'example', example);
    button.type = 'button';
    button.addEventListener('click', (event) => {
      send(example);
      focusAfter(event);
    });
    const row = make('li');
    row.appendChild(button);
    page.examples.appendChild(row);
  }
}

let toastTimer = 0;
function toast(key, text) {
  page.toast.textContent = text || say(key);
  clearTimeout(toastTimer);
  toastTimer = setTimeout(
    () => {
      page.toast.textContent = '';
      // Long enough to be read: about 14 letters a second.
    },
    Math.max(5000, page.toast.textContent.length * 70),
  );
}

// ---- Entries ----

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

/** Takes entries of the server in: each once, unsent messages matched by their id. */
function take(entries) {
  const follow = isNearEnd();
  let news = null;
  for (const entry of entries) {
    last = Math.max(last, entry.id);
    if (shown[entry.id]) continue;
    shown[entry.id] = true;
    const item = entry.from === 'citizen' ? takeCitizen(entry) : takeAssistant(entry);
    place(item);
    if (entry.from === 'assistant' && news === null) news = item;
  }
  if (items.some((item) => item.settled)) saveOutbox();
  settle();
  if (!ready) return;
  if (news !== null) {
    if (follow) reveal(news);
    else offerNewer(news);
  } else if (follow) toEnd();
}

function takeCitizen(entry) {
  const known = items.find((item) => item.from === 'citizen' && item.id === null && item.messageId === entry.messageId);
  if (!known)
    return newItem({
      from: 'citizen',
      messageId: entry.messageId,
      text: entry.text,
      id: entry.id,
      order: entry.id,
      at: new Date(entry.at),
    });
  known.id = entry.id;
  known.order = entry.id;
  known.state = 'sent';
  known.settled = true;
  known.since = known.since || Date.now();
  if (known.text !== entry.text) {
    // The server masks personal numbers: show what is kept.
    known.text = entry.text;
    known.node.querySelector('.bubble').textContent = entry.text;
  }
  known.node.setAttribute('data-id', String(entry.id));
  drawMeta(known);
  return known;
}

function takeAssistant(entry) {
  answered[entry.messageId] = true;
  const question = items.find((item) => item.from === 'citizen' && item.messageId === entry.messageId);
  if (question) linked = true;
  if (question && question.id === null) {
    // The reply came before the echo of its question.
    question.order = entry.id - 0.5;
    question.state = 'sent';
    question.settled = true;
    drawMeta(question);
    place(question);
  }
  return newItem({
    from: 'assistant',
    messageId: entry.messageId,
    text: entry.text,
    reply: entry.reply,
    id: entry.id,
    order: entry.id,
    at: new Date(entry.at),
  });
}

function newItem(given) {
  const item = Object.assign(
    {
      id: null,
      reply: null,
      state: 'sent',
      error: null,
      pause: 0,
      since: given.at.getTime(),
      settled: false,
      day: null,
      sources: null,
      choices: null,
    },
    given,
  );
  item.node = make('div', ready ? 'entry fresh' : 'entry');
  item.node.setAttribute('data-from', item.from);
  if (item.id !== null) item.node.setAttribute('data-id', String(item.id));
  item.node.appendChild(make('span', 'unseen who'));
  const bubble = make('div', 'bubble');
  item.node.appendChild(bubble);
  if (item.from === 'citizen') bubble.textContent = item.text;
  else drawReply(item, bubble);
  item.node.appendChild(make('div', 'meta'));
  drawMeta(item);
  return item;
}

function drawReply(item, bubble) {
  const text = item.reply ? item.reply.text : item.text;
  const kind = item.reply ? item.reply.kind : 'answered';
  item.node.setAttribute('data-kind', kind);
  bubble.lang = looksVietnamese(text) ? 'vi' : 'en';
  if (kind === 'emergency') {
    const alarm = make('p', 'alarm', say('emergency'));
    alarm.setAttribute('data-say', 'emergency');
    bubble.appendChild(alarm);
  }
  const body = make('div', 'body');
  drawText(body, text, kind === 'emergency');
  bubble.appendChild(body);
  const files = item.reply ? item.reply.files : undefined;
  if (files) bubble.appendChild(filesToTake(files));
  if (item.reply && item.reply.sources.length > 0) {
    item.sources = make('div', 'sources');
    bubble.appendChild(item.sources);
    drawSources(item);
  }
}

function drawMeta(item) {
  item.node.querySelector('.who').textContent = say(item.from === 'citizen' ? 'you' : 'assistant');
  item.node.setAttribute('data-state', item.state);
  const meta = item.node.querySelector('.meta');
  meta.textContent = '';
  const time = make('time', '', `${two(item.at.getHours())}:${two(item.at.getMinutes())}`);
  time.dateTime = item.at.toISOString();
  meta.appendChild(time);
  if (item.from === 'assistant') return;
  const state = make('span', 'state');
  if (item.state === 'waiting') state.textContent = say('sending');
  if (item.state === 'retrying') {
    const what = item.pause > 0 ? say('later')(Math.ceil(item.pause / 1000)) : say('retrying');
    state.textContent = (item.error ? `${item.error[language]} ` : '') + what;
  }
  if (item.state === 'failed') state.textContent = item.error ? item.error[language] : say('refused');
  meta.appendChild(state);
  if (item.state === 'retrying' && item.pause > 0) {
    const again = mender('again', () => {
      // Greyed at once: the answer may be the same refusal, and somebody who taps must see that it was taken.
      again.disabled = true;
      flush();
    });
    meta.appendChild(again);
  }
  if (item.state !== 'failed') return;
  meta.appendChild(
    mender('mend', () => {
      page.text.value = page.text.value.trim() === '' ? item.said : `${item.said}\n${page.text.value}`;
      remove(item);
      typed();
      page.text.focus();
    }),
  );
  meta.appendChild(
    mender('drop', () => {
      remove(item);
      page.text.focus();
    }),
  );
}

function mender(key, act) {
  const button = make('button', 'mend', say(key));
  button.type = 'button';
  button.addEventListener('click', act);
  return button;
}

function two(number) {
  return number < 10 ? `0${number}` : String(number);
}

/** Puts an item at its place among the others, moving nodes only where the order asks for it. */
function place(item) {
  items = items.filter((other) => other !== item);
  let index = items.length;
  while (index > 0 && items[index - 1].order > item.order) index -= 1;
  items.splice(index, 0, item);
  const next = items[index + 1];
  const before = next ? next.day || next.node : null;
  if (item.node.parentNode !== page.log || item.node.nextSibling !== before) {
    if (item.day) {
      item.day.remove();
      item.day = null;
    }
    page.log.insertBefore(item.node, before);
  }
}

function remove(item) {
  items = items.filter((other) => other !== item);
  if (item.day) item.day.remove();
  item.node.remove();
  saveOutbox();
  settle();
}

/** What depends on the whole conversation: first screen, days, buttons, the typing line. */
function settle() {
  page.welcome.querySelector('.first').hidden = items.length > 0;
  let before = '';
  for (const item of items) {
    const day = item.at.toDateString();
    if (day !== before && !item.day) {
      item.day = make('p', 'day');
      item.day.appendChild(make('span', '', dayName(item.at)));
      page.log.insertBefore(item.day, item.node);
    } else if (day === before && item.day) {
      item.day.remove();
      item.day = null;
    }
    before = day;
  }
  showChoices();
  showTyping();
}

function dayName(date) {
  const now = new Date();
  if (date.toDateString() === now.toDateString()) return say('today');
  now.setDate(now.getDate() - 1);
  if (date.toDateString() === now.toDateString()) return say('yesterday');
  return `${say('weekdays')[date.getDay()]}, ${two(date.getDate())}/${two(date.getMonth() + 1)}/${date.getFullYear()}`;
}

/** Buttons stand under the last reply only, and only until the citizen says something. */
function showChoices() {
  const said = items.filter((item) => item.state !== 'failed');
  const newest = said.length > 0 ? said[said.length - 1] : null;
  for (const item of items) {
    if (item.choices && item !== newest) {
      item.choices.remove();
      item.choices = null;
    }
  }
  if (newest === null || newest.from !== 'assistant' || newest.choices || !newest.reply || newest.reply.choices.length === 0) return;
  newest.choices = make('div', 'choices');
  newest.choices.setAttribute('role', 'group');
  newest.choices.setAttribute('data-label', 'offered');
  newest.choices.setAttribute('aria-label', say('offered'));
  for (const choice of newest.reply.choices) {
    const button = make('button', 'choice', choice.label);
    button.type = 'button';
    button.addEventListener('click', (event) => {
      send(choice.say);
      focusAfter(event);
    });
    newest.choices.appendChild(button);
  }
  newest.node.appendChild(newest.choices);
}

// ---- Text: `**bold**`, `1. ` and `- ` lists, http(s) links, telephone numbers ----

function drawText(parent, text, emergency) {
  let list = null;
  let point = null;
  let gap = false;
  for (const line of text.split('\n')) {
    const item = /^(\s*)(?:(\d{1,2})\.|-)\s+(.*)$/.exec(line);
    if (line.trim() === '') {
      gap = parent.firstChild !== null;
      continue;
    }
    if (!item) {
      list = null;
      const paragraph = make('p', gap ? 'gap' : '');
      drawInline(paragraph, line.trim(), emergency);
      parent.appendChild(paragraph);
    } else if (item[1] !== '' && item[2] === undefined && list && list.tagName === 'OL' && point) {
      // An indented dash belongs to the numbered point above it.
      let inner = point.lastChild && point.lastChild.tagName === 'UL' ? point.lastChild : null;
      if (!inner) inner = point.appendChild(make('ul'));
      drawInline(inner.appendChild(make('li')), item[3], emergency);
    } else {
      const tag = item[2] === undefined ? 'UL' : 'OL';
      if (!list || list.tagName !== tag) list = parent.appendChild(make(tag));
      point = list.appendChild(make('li'));
      if (item[2] !== undefined) point.value = Number(item[2]);
      drawInline(point, item[3], emergency);
    }
    gap = false;
  }
}

function drawInline(parent, text, emergency) {
  text.split(/\*\*(.+?)\*\*/).forEach((part, index) => {
    if (part === '') return;
    drawLinks(index % 2 === 1 ? parent.appendChild(make('strong')) : parent, part, emergency);
  });
}

function drawLinks(parent, text, emergency) {
  const pattern = /https?:\/\/[^\s<>"]+|1800[ .]?1096|11[1-5]/g;
  let from = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    let found = match[0];
    let link = null;
    if (/^http/.test(found)) {
      found = found.replace(/[.,;:!?…”’»'*]+$/, '');
      while (/\)$/.test(found) && found.split(')').length > found.split('(').length) found = found.replace(/[.,;]*\)$/, '');
      link = webLink(found);
    } else if (standsAlone(text, match.index, found.length) && (emergency || found.length > 3)) {
      link = make('a');
      link.href = `tel:${found.replace(/\D/g, '')}`;
    }
    pattern.lastIndex = match.index + found.length;
    if (!link) continue;
    parent.appendChild(document.createTextNode(text.slice(from, match.index)));
    link.textContent = found;
    parent.appendChild(link);
    from = match.index + found.length;
  }
  parent.appendChild(document.createTextNode(text.slice(from)));
}

/** A number is one to call only when it is not a part of another: a code, a date, a sum. */
function standsAlone(text, index, length) {
  return !/[\w.,/-]$/.test(text.slice(0, index).replace(/[,.]\s+$/, ' ')) && !/^(?:\w|[.,/-]\d)/.test(text.slice(index + length));
}

function webLink(address) {
  let url = null;
  try {
    url = new URL(address);
  } catch (_) {
    return null;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const link = make('a');
  link.href = url.href;
  link.rel = 'noopener noreferrer';
  link.target = '_blank';
  return link;
}

/** What can be taken away: the browser shows a PDF in a tab of its own and saves the rest. */
function filesToTake(files) {
  const list = make('div', 'takeaway');
  for (const file of files) {
    const link = make('a', 'file');
    link.href = `/chat/filings/${encodeURIComponent(file.case)}/${encodeURIComponent(file.kind)}`;
    if (file.kind === 'pdf') link.target = '_blank';
    else link.download = file.name;
    link.rel = 'noopener';
    link.appendChild(make('span', 'kind', file.kind.toUpperCase()));
    link.appendChild(make('span', 'label', file.label));
    list.appendChild(link);
  }
  return list;
}

/** One line for each record: its sections together, when they share address and date. */
function drawSources(item) {
  item.sources.textContent = '';
  const lines = [];
  for (const source of item.reply.sources) {
    const section = say('sections')[source.section] || source.section;
    const same = lines.find(
      (line) => line.source.code === source.code && line.source.url === source.url && line.source.date === source.date,
    );
    if (!same) lines.push({ source, sections: [section] });
    else if (same.sections.indexOf(section) < 0) same.sections.push(section);
  }
  for (const line of lines) {
    const node = webLink(line.source.url) || make('span');
    node.className = 'source';
    node.appendChild(document.createTextNode(say('source')));
    const title = make('span', 'title', `${line.source.title} (${line.source.code})`);
    title.lang = 'vi';
    node.appendChild(title);
    const date = /^(\d{4})-(\d{2})-(\d{2})/.exec(line.source.date);
    const dated = date ? `${say('dated')}${date[3]}/${date[2]}/${date[1]}` : '';
    node.appendChild(document.createTextNode(`, ${line.sections.join('; ')}${dated}`));
    item.sources.appendChild(node);
  }
}

function looksVietnamese(text) {
  const letters = text.match(/[a-zà-ỹđ]/gi) || [];
  const marked = text.match(/[à-ỹđ]/gi) || [];
  return marked.length > letters.length * 0.08;
}

// ---- Sending: nothing typed is lost, one message at a time, in order ----

let busy = false;
let attempts = 0;
let retryTimer = 0;

function send(text, attached) {
  const said = text.normalize('NFC').trim();
  const sent = attached || [];
  if (said === '' && sent.length === 0) return;
  sequence += 1;
  const item = newItem({
    from: 'citizen',
    messageId: newId(),
    text: shownWith(said, sent),
    said,
    files: sent,
    state: 'waiting',
    order: 1e15 + sequence,
    at: new Date(),
  });
  place(item);
  saveOutbox();
  settle();
  toEnd();
  flush();
}

/** As the server shows it. */
function shownWith(said, sent) {
  const names = sent.map((file) => `📎 ${file.name}`);
  return (said === '' ? names : [said].concat(names)).join('\n');
}

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

async function flush() {
  const item = items.find((other) => other.state === 'waiting' || other.state === 'retrying');
  if (busy || !ready || !item) return;
  busy = true;
  clearTimeout(retryTimer);
  const started = era;
  const outcome = await post(item);
  busy = false;
  if (started !== era) {
    flush();
    return;
  }
  if (item.id === null && !item.settled) {
    const follow = isNearEnd();
    item.error = outcome.error;
    item.pause = outcome.pause || 0;
    item.state = outcome.state;
    if (outcome.state === 'accepted') item.since = Date.now();
    drawMeta(item);
    saveOutbox();
    settle();
    if (follow) toEnd();
  }
  if (item.state === 'retrying') {
    attempts += 1;
    const pause = outcome.pause || Math.min(15000, 500 * 2 ** attempts);
    retryTimer = setTimeout(flush, pause * (0.85 + Math.random() * 0.3));
    return;
  }
  attempts = 0;
  flush();
}

/** One attempt. `retrying` keeps the message and its id for another one. */
async function post(item) {
  let response = null;
  try {
    response = await request('POST', '/chat/messages', {
      id: item.messageId,
      text: item.said,
      files: item.files.map((file) => file.ref),
    });
  } catch (_) {
    return { state: 'retrying', error: null };
  }
  if (response.ok) return { state: 'accepted', error: null };
  const error = await errorOf(response);
  if (response.status === 429) {
    const seconds = Number(response.headers.get('retry-after'));
    return { state: 'retrying', error, pause: seconds > 0 ? Math.min(seconds, 300) * 1000 : 10000 };
  }
  if (response.status >= 500 || response.status === 408) return { state: 'retrying', error: null };
  if (response.status === 401 || response.status === 403) {
    // The session is gone, as after a long absence: reading the history makes a new one.
    if (item.renewed) return { state: 'failed', error };
    item.renewed = true;
    await catchUp();
    return { state: 'retrying', error: null };
  }
  return { state: 'failed', error };
}

async function errorOf(response) {
  try {
    const body = await response.json();
    if (typeof body.error !== 'string') return null;
    return { vi: body.error, en: typeof body.english === 'string' ? body.english : body.error };
  } catch (_) {
    return null;
  }
}

function request(method, path, body) {
  const options = { method, credentials: 'same-origin', cache: 'no-store' };
  if (body) {
    options.headers = { 'content-type': 'application/json' };
    options.body = JSON.stringify(body);
  }
  const stop = new AbortController();
  options.signal = stop.signal;
  const timer = setTimeout(() => stop.abort(), 15000);
  const done = () => clearTimeout(timer);
  const answer = fetch(path, options);
  answer.then(done, done);
  return answer;
}

/** For this tab only, so that a shared computer does not keep it: what the server has not shown back yet. */
function saveOutbox() {
  const unsent = items.filter((item) => item.from === 'citizen' && item.id === null && !item.settled);
  const rows = unsent.map((item) => ({
    id: item.messageId,
    text: item.said,
    files: item.files,
    at: item.at.getTime(),
    state: item.state,
    error: item.error,
  }));
  remember('sessionStorage', 'motcua.outbox', rows.length > 0 ? JSON.stringify(rows) : null);
}

function restoreOutbox() {
  let rows = [];
  try {
    rows = JSON.parse(recall('sessionStorage', 'motcua.outbox') || '[]');
  } catch (_) {
    rows = [];
  }
  for (const row of rows) {
    if (row.state === 'accepted' && Date.now() - row.at > 600000) continue;
    sequence += 1;
    place(
      newItem({
        from: 'citizen',
        messageId: row.id,
        text: shownWith(row.text, row.files || []),
        said: row.text,
        files: row.files || [],
        state: row.state,
        error: row.error,
        order: 1e15 + sequence,
        at: new Date(row.at),
      }),
    );
  }
  settle();
}

// ---- Receiving: server-sent events, or polling where they fail ----

let stream = null;
let failures = 0;
let pollTimer = 0;
let polls = 0;

async function start() {
  const started = era;
  const read = await catchUp();
  if (started !== era || ready) return;
  if (!read) {
    showConnection(connection === 'connecting' && failures === 0 ? 'connecting' : 'off');
    failures += 1;
    clearTimeout(pollTimer);
    pollTimer = setTimeout(start, Math.min(10000, 1000 * failures));
    return;
  }
  ready = true;
  failures = 0;
  const newest = items[items.length - 1];
  if (newest && newest.from === 'assistant') reveal(newest);
  else toEnd();
  setTimeout(() => page.log.setAttribute('aria-live', 'polite'), 500);
  listen();
  flush();
}

/** Reads what is newer than the last entry shown. False when the server cannot be reached. */
async function catchUp() {
  const started = era;
  try {
    for (let rounds = 0; rounds < 50; rounds += 1) {
      const response = await request('GET', `/chat/history${last > 0 ? `?after=${last}` : ''}`);
      if (!response.ok) return false;
      const history = await response.json();
      if (started !== era) return false;
      take(history.entries);
      // A history read in parts: more of it waits.
      if (history.entries.length === 0 || !(history.last > last)) return true;
    }
    return true;
  } catch (_) {
    return false;
  }
}

function listen() {
  clearTimeout(pollTimer);
  if (!window.EventSource) {
    poll();
    return;
  }
  if (stream) stream.close();
  stream = new EventSource(`/chat/events?after=${last}`);
  stream.onopen = () => {
    failures = 0;
    showConnection('on');
    flush();
  };
  stream.addEventListener('entry', (event) => {
    failures = 0;
    take([JSON.parse(event.data)]);
  });
  stream.onerror = () => {
    showConnection('off');
    failures += 1;
    if (stream.readyState !== 2 && failures < 3) return;
    hush();
    poll();
  };
}

function hush() {
  if (stream) stream.close();
  stream = null;
  clearTimeout(pollTimer);
}

async function poll() {
  const started = era;
  clearTimeout(pollTimer);
  const read = await catchUp();
  if (started !== era || stream) return;
  showConnection(read ? 'on' : 'off');
  if (read) flush();
  polls = read ? polls + 1 : 0;
  if (polls >= 5 && window.EventSource) {
    // The server is there again: try events once more, and come back here at their first failure.
    polls = 0;
    failures = 2;
    listen();
    return;
  }
  pollTimer = setTimeout(poll, POLL_EVERY);
}

/** After sleep or a lost network: an open stream may be dead without knowing it, so a new one is made. */
function wake() {
  if (!ready) {
    start();
    return;
  }
  failures = 0;
  listen();
  catchUp();
  flush();
}

// ---- The typing line ----

let typingTimer = 0;

function showTyping() {
  clearTimeout(typingTimer);
  let since = 0;
  for (const item of items) {
    if (item.from === 'assistant' && !linked) since = 0;
    if (item.from === 'citizen' && (item.state === 'accepted' || item.state === 'sent') && !answered[item.messageId])
      since = Math.max(since, item.since);
  }
  const newest = items.length > 0 ? items[items.length - 1] : null;
  const age = Date.now() - since;
  // Without an answer for long: say so only while the question is the last thing said, and only today's.
  const overdue = age > GIVE_UP_AFTER;
  const show = since > 0 && (!overdue || (newest.from === 'citizen' && age < 3600000));
  const key = overdue ? 'silent' : age > SLOW_AFTER ? 'slow' : 'typing';
  const state = show ? `${key}.${language}` : '';
  if (page.typing.getAttribute('data-shown') !== state) {
    page.typing.setAttribute('data-shown', state);
    page.typing.textContent = '';
    if (show) {
      if (!overdue) {
        const pulse = page.typing.appendChild(make('span', 'pulse'));
        for (let dot = 0; dot < 3; dot += 1) pulse.appendChild(make('i'));
      }
      page.typing.appendChild(make('span', '', say(key)));
    }
  }
  if (!show || overdue || !ready) return;
  // A proxy may hold events back: while an answer is due, look for it too.
  typingTimer = setTimeout(() => {
    catchUp().then(showTyping);
  }, 5000);
}

// ---- Scrolling: follow only who is at the end already ----

let unread = null;
/** Whether the reader was at the end when last seen: resizing must not lose it. */
let atEnd = true;

function isNearEnd() {
  return page.scroll.scrollHeight - page.scroll.scrollTop - page.scroll.clientHeight < 120;
}

function toEnd() {
  // The first screen is read from its top.
  page.scroll.scrollTop = items.length > 0 ? page.scroll.scrollHeight : 0;
  atEnd = true;
  clearNewer();
}

/** To the end, or to the start of an answer that is taller than the screen. */
function reveal(item) {
  toEnd();
  const top = item.node.getBoundingClientRect().top - page.scroll.getBoundingClientRect().top;
  if (top < 8) {
    page.scroll.scrollTop += top - 12;
    atEnd = isNearEnd();
  }
}

function offerNewer(item) {
  if (unread === null) unread = item;
  page.newer.hidden = false;
}

function clearNewer() {
  unread = null;
  page.newer.hidden = true;
}

page.scroll.addEventListener(
  'scroll',
  () => {
    atEnd = isNearEnd();
    if (atEnd) clearNewer();
  },
  { passive: true },
);

page.newer.addEventListener('click', () => {
  if (unread) reveal(unread);
  clearNewer();
  page.scroll.focus({ preventScroll: true });
});

function resized() {
  const view = window.visualViewport;
  // iOS lays the keyboard over the page; where the page itself shrinks the two heights agree.
  if (view && view.scale === 1) {
    const covered = window.innerHeight - view.height > 60;
    if (covered) document.documentElement.style.setProperty('--height', `${Math.round(view.height)}px`);
    else document.documentElement.style.removeProperty('--height');
    if (covered) window.scrollTo(0, 0);
  }
  if (atEnd) toEnd();
  measure();
}

window.addEventListener('resize', resized);
if (window.visualViewport) window.visualViewport.addEventListener('resize', resized);

// ---- The composer ----

let composing = false;

function measure() {
  const text = page.text;
  const line = parseFloat(getComputedStyle(text).lineHeight);
  const most = Math.round(line * 6 + 18);
  const follow = isNearEnd();
  text.style.height = 'auto';
  const wanted = Math.max(44, text.scrollHeight);
  text.style.height = `${Math.min(wanted, most)}px`;
  text.style.overflowY = wanted > most ? 'auto' : 'hidden';
  if (follow && ready && items.length > 0) toEnd();

  const count = text.value.normalize('NFC').trim().length;
  const over = count > LIMIT;
  page.limit.textContent = over ? say('over')(count - LIMIT) : count > COUNT_FROM ? say('left')(count) : files ? files.holding() : '';
  page.limit.className = over ? 'over' : '';
  text.setAttribute('aria-invalid', String(over));
  page.send.setAttribute('aria-disabled', String(over || (files ? files.isStuck() || (count === 0 && files.isEmpty()) : count === 0)));
}

function typed() {
  remember('sessionStorage', 'motcua.draft', page.text.value === '' ? null : page.text.value);
  measure();
}

/** Back to the box, but without raising the keyboard of a phone that was only tapped. */
function focusAfter(event) {
  const touch = window.matchMedia('(pointer: coarse)').matches;
  if (event.detail === 0 || !touch) page.text.focus();
}

page.text.addEventListener('input', typed);
page.text.addEventListener('compositionstart', () => {
  composing = true;
});
page.text.addEventListener('compositionend', () => {
  composing = false;
});
page.text.addEventListener('keydown', (event) => {
  // Telex and VNI compose: an Enter that ends a composition is not an Enter that sends.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229 || composing) return;
  event.preventDefault();
  submit();
});
// Tapping the button must not take the focus, and with it the keyboard, from the box.
page.send.addEventListener('mousedown', (event) => event.preventDefault());
page.composer.addEventListener('submit', (event) => {
  event.preventDefault();
  submit();
});

function submit() {
  const text = page.text.value;
  if ((text.trim() === '' && files.isEmpty()) || text.normalize('NFC').trim().length > LIMIT || files.isStuck()) return;
  if (files.isBusy()) {
    files.hold(submit);
    return;
  }
  page.text.value = '';
  const attached = files.take();
  typed();
  send(text, attached);
}

function attach(list) {
  const refused = files.add(list);
  if (refused !== null) toast('', refused);
}

page.file.addEventListener('change', () => {
  attach(page.file.files);
  // The same file may be chosen again.
  page.file.value = '';
});
page.text.addEventListener('paste', (event) => {
  const list = event.clipboardData ? event.clipboardData.files : [];
  if (list.length === 0) return;
  event.preventDefault();
  attach(list);
});

// ---- Header and menu ----

page.language.addEventListener('click', () => {
  language = language === 'vi' ? 'en' : 'vi';
  remember('localStorage', 'motcua.language', language);
  relabel();
});

function openMenu(open) {
  page.menu.hidden = !open;
  page.more.setAttribute('aria-expanded', String(open));
}

page.more.addEventListener('click', () => openMenu(page.menu.hidden));
document.addEventListener('click', (event) => {
  if (!page.menu.hidden && !page.menu.parentNode.contains(event.target)) openMenu(false);
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || page.menu.hidden) return;
  openMenu(false);
  page.more.focus();
});
page.menu.parentNode.addEventListener('focusout', (event) => {
  if (event.relatedTarget && !page.menu.parentNode.contains(event.relatedTarget)) openMenu(false);
});

function showSize(big) {
  document.documentElement.setAttribute('data-size', big ? 'big' : 'usual');
  page.big.setAttribute('aria-pressed', String(big));
  resized();
}

page.big.addEventListener('click', () => {
  const big = page.big.getAttribute('aria-pressed') !== 'true';
  remember('localStorage', 'motcua.size', big ? 'big' : null);
  showSize(big);
});

const push = createPush({ button: page.push, request });

page.push.addEventListener('click', async () => {
  // The browser asks the citizen only because the citizen asked for it.
  const outcome = await push.turn();
  toast(outcome);
  openMenu(false);
  page.more.focus();
});

page.delete.addEventListener('click', async () => {
  openMenu(false);
  page.more.focus();
  if (!window.confirm(say('sure'))) return;
  let deleted = false;
  try {
    deleted = (await request('DELETE', '/chat/conversation')).ok;
  } catch (_) {
    deleted = false;
  }
  toast(deleted ? 'deleted' : 'undeleted');
  if (!deleted) return;
  push.forget();
  forget();
  // Other tabs of this browser show the same conversation.
  remember('localStorage', 'motcua.forgotten', String(Date.now()));
  page.text.focus();
});

window.addEventListener('storage', (event) => {
  if (event.key === 'motcua.forgotten' && event.newValue) forget();
});

function forget() {
  era += 1;
  hush();
  clearTimeout(retryTimer);
  items = [];
  shown = {};
  answered = {};
  last = 0;
  ready = false;
  attempts = 0;
  page.log.textContent = '';
  files.forget();
  clearNewer();
  saveOutbox();
  settle();
  start();
}

// ---- Life of the page ----

window.addEventListener('online', wake);
window.addEventListener('offline', () => showConnection('off'));

let hiddenTimer = 0;
document.addEventListener('visibilitychange', () => {
  clearTimeout(hiddenTimer);
  if (document.visibilityState === 'visible') wake();
  // A browser has few connections to one server: a tab long out of sight gives its one back.
  // One that is told by notifications gives it soon: who has the page open gets none.
  else hiddenTimer = setTimeout(hush, push.isOn() ? HIDDEN_WITH_PUSH : HIDDEN_LIMIT);
});
window.addEventListener('pageshow', (event) => {
  if (event.persisted) wake();
});

// What was said before is not read aloud; what comes from now on is.
page.log.setAttribute('aria-live', 'off');
// Reachable by keyboard, so that arrows scroll it.
page.scroll.tabIndex = 0;
page.text.value = recall('sessionStorage', 'motcua.draft') || page.text.value;
showSize(recall('localStorage', 'motcua.size') === 'big');
relabel();
restoreOutbox();
files = createFiles({
  button: page.attach,
  input: page.file,
  tray: page.files,
  language: () => language,
  saved: recall('sessionStorage', 'motcua.files'),
  save: (text) => remember('sessionStorage', 'motcua.files', text),
  changed: () => {
    if (!files) return;
    measure();
    if (atEnd && ready) toEnd();
  },
  announce: (text) => toast('', text),
});
document.querySelector('footer').hidden = false;
measure();
start();
if (!window.matchMedia('(pointer: coarse)').matches) page.text.focus();
