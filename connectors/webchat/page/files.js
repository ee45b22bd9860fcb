// Pictures and PDF files beside the text: chosen, handed over one after the other, shown with how far they are. Down to Chrome 70, like the page.

const MOST = 10;
const LARGEST = 10 * 1024 * 1024;
const TRIES = 3;
const LONGEST_PAUSE = 15;

const words = {
  vi: {
    attach: 'Gửi ảnh hoặc tệp PDF',
    chosen: 'Tệp sẽ gửi',
    remove: 'Bỏ',
    again: 'Thử lại',
    waiting: 'chờ tải lên',
    sending: (percent) => `đang tải lên ${percent}%`,
    retrying: 'chưa tải lên được, đang thử lại…',
    ready: 'đã tải lên',
    empty: 'Tệp rỗng. Bạn chọn lại tệp khác.',
    big: 'Nặng quá 10 MB. Bạn chọn tệp nhẹ hơn.',
    many: 'Mỗi tin gửi được nhiều nhất 10 tệp.',
    failed: 'Chưa tải lên được. Bạn kiểm tra mạng rồi thử lại.',
    holding: 'Đang tải tệp lên, xong sẽ gửi ngay…',
  },
  en: {
    attach: 'Send pictures or PDF files',
    chosen: 'Files to be sent',
    remove: 'Remove',
    again: 'Try again',
    waiting: 'waiting',
    sending: (percent) => `uploading ${percent}%`,
    retrying: 'not uploaded yet, trying again…',
    ready: 'uploaded',
    empty: 'The file is empty. Please choose another one.',
    big: 'Larger than 10 MB. Please choose a lighter one.',
    many: 'A message takes at most 10 files.',
    failed: 'Not uploaded. Check your connection and try again.',
    holding: 'Uploading, the message is sent right after…',
  },
};

/** `saved` is what an earlier page of this tab kept; `changed` is called when anything of it may look different, `announce` for what must be heard. */
export function createFiles({ button, input, tray, language, saved, save, changed, announce }) {
  let files = [];
  /** What is done as soon as the last file is handed over. */
  let held = null;
  const say = (key) => words[language()][key];

  function add(list) {
    let refused = '';
    for (const blob of Array.from(list)) {
      if (files.length >= MOST) refused = 'many';
      else {
        const wrong = blob.size === 0 ? 'empty' : blob.size > LARGEST ? 'big' : null;
        files.push({ blob, name: blob.name || 'anh.png', size: blob.size, state: wrong ? 'refused' : 'waiting', error: wrong, ref: null });
      }
    }
    next();
    return refused === '' ? null : say(refused);
  }

  /** One at a time: a slow line serves the first best so. */
  function next() {
    const file = files.find((one) => one.state === 'waiting');
    if (file && !files.some((one) => one.state === 'sending')) upload(file, 1);
    if (held !== null && files.some((one) => one.state === 'failed' || one.state === 'refused')) held = null;
    if (held !== null && !isBusy()) {
      const act = held;
      held = null;
      act();
    }
    draw();
    changed();
  }

  function upload(file, tries) {
    const request = new XMLHttpRequest();
    file.state = 'sending';
    file.percent = 0;
    file.retrying = false;
    file.stop = () => request.abort();
    request.open('POST', '/chat/files');
    request.timeout = 180000;
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.slice(-120)));
    request.upload.onprogress = (event) => {
      if (!event.lengthComputable) return;
      file.percent = Math.floor((event.loaded * 100) / event.total);
      drawState(file);
    };
    // A server or a line that is away comes back: what was chosen is not given up, no more than what was typed.
    const later = (seconds) => {
      file.retrying = true;
      drawState(file);
      file.timer = setTimeout(() => upload(file, tries + 1), Math.min(LONGEST_PAUSE, seconds) * 1000);
    };
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status === 201 && typeof body.ref === 'string') {
        file.state = 'ready';
        file.ref = body.ref;
        file.blob = null;
        return next();
      }
      const wait = Number(request.getResponseHeader('retry-after')) || 2 * tries;
      const isForNow = request.status === 408 || request.status === 429 || (request.status >= 500 && request.status !== 507);
      if (isForNow && (request.status !== 429 || wait <= LONGEST_PAUSE)) return later(wait);
      fail(file, body.error ? { vi: body.error, en: body.english || body.error } : null);
    };
    request.onerror = () => later(2 * tries);
    request.ontimeout = () => (tries < TRIES ? later(1) : fail(file, null));
    request.send(file.blob);
    draw();
  }

  function fail(file, said) {
    file.state = 'failed';
    file.error = 'failed';
    file.said = said;
    next();
    announce(`${file.name}: ${said ? said[language()] : say('failed')}`);
  }

  function remove(file) {
    files = files.filter((one) => one !== file);
    clearTimeout(file.timer);
    if (file.state === 'sending') file.stop();
    if (file.ref !== null) {
      const request = new XMLHttpRequest();
      request.open('DELETE', `/chat/files/${file.ref}`);
      request.send();
    }
    button.focus();
    next();
  }

  function draw() {
    const ready = files.filter((one) => one.state === 'ready').map(({ ref, name, size }) => ({ ref, name, size }));
    save(ready.length > 0 ? JSON.stringify(ready) : null);
    button.setAttribute('aria-label', say('attach'));
    button.title = say('attach');
    tray.setAttribute('aria-label', say('chosen'));
    tray.hidden = files.length === 0;
    tray.textContent = '';
    for (const file of files) tray.appendChild(rowOf(file));
  }

  function rowOf(file) {
    const row = document.createElement('li');
    const text = row.appendChild(document.createElement('div'));
    const name = text.appendChild(document.createElement('span'));
    name.className = 'filename';
    name.textContent = file.name;
    file.status = text.appendChild(document.createElement('span'));
    file.status.className = 'filestate';
    row.setAttribute('data-state', file.state);
    if (file.state === 'failed') row.appendChild(buttonOf('again', say('again'), () => upload(file, 1)));
    const gone = buttonOf('remove', '×', () => remove(file));
    gone.setAttribute('aria-label', `${say('remove')} ${file.name}`);
    row.appendChild(gone);
    file.row = row;
    drawState(file);
    return row;
  }

  function drawState(file) {
    const error = file.said ? file.said[language()] : file.error ? say(file.error) : null;
    const isWrong = file.state === 'failed' || file.state === 'refused';
    const sending = file.retrying ? say('retrying') : say('sending')(file.percent);
    const state = file.state === 'sending' ? sending : isWrong ? error : say(file.state);
    file.status.textContent = `${sizeOf(file.size)} · ${state}`;
    file.row.style.setProperty('--done', file.state === 'sending' ? `${file.percent}%` : '0%');
  }

  function sizeOf(bytes) {
    const separator = language() === 'vi' ? ',' : '.';
    return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1).replace('.', separator)} MB`;
  }

  function isBusy() {
    return files.some((one) => one.state === 'waiting' || one.state === 'sending');
  }

  button.addEventListener('click', () => input.click());
  for (const row of parsed(saved || '[]')) files.push({ name: row.name, size: row.size, ref: row.ref, state: 'ready', error: null });
  draw();

  return {
    add,
    draw,
    isEmpty: () => files.length === 0,
    isBusy,
    /** True where one cannot be sent: it must be mended or removed first. */
    isStuck: () => files.some((one) => one.state === 'failed' || one.state === 'refused'),
    holding: () => (held !== null ? say('holding') : ''),
    hold: (act) => {
      held = act;
      changed();
    },
    /** Hands over what is ready, and is empty again. */
    take: () => {
      const taken = files.filter((one) => one.ref !== null).map(({ ref, name }) => ({ ref, name }));
      files = [];
      next();
      return taken;
    },
    forget: () => {
      for (const file of files) {
        clearTimeout(file.timer);
        if (file.state === 'sending') file.stop();
      }
      files = [];
      held = null;
      next();
    },
  };
}

function buttonOf(name, text, act) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = name;
  button.textContent = text;
  button.addEventListener('click', act);
  return button;
}

function parsed(text) {
  try {
    return JSON.parse(text) || {};
  } catch (_) {
    return {};
  }
}
