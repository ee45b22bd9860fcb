// Notifications while the page is closed. Asks the browser for them only when the citizen taps the button.

export function createPush({ button, request }) {
  const able = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
  // Safari on iPhone and iPad can notify only from the home screen; `standalone` is false in its tabs alone.
  const wantsHome = !able && navigator.standalone === false;
  let on = false;

  function show(now) {
    on = now;
    button.setAttribute('aria-pressed', String(now));
    button.querySelector('.badge').hidden = !now;
  }

  async function subscription() {
    const worker = await navigator.serviceWorker.getRegistration('/');
    return worker ? worker.pushManager.getSubscription() : null;
  }

  async function subscribe() {
    await navigator.serviceWorker.register('/push.js');
    const worker = await navigator.serviceWorker.ready;
    const answer = await request('GET', '/chat/push-key');
    if (!answer.ok) throw new Error('no key');
    const { key } = await answer.json();
    const wanted = { userVisibleOnly: true, applicationServerKey: bytesOf(key) };
    try {
      return await worker.pushManager.subscribe(wanted);
    } catch (error) {
      // A subscription made with another key, as of an installation before this one, stands in the way.
      const old = await worker.pushManager.getSubscription();
      if (!old) throw error;
      await old.unsubscribe();
      return worker.pushManager.subscribe(wanted);
    }
  }

  async function turnOn() {
    if ((await Notification.requestPermission()) !== 'granted') return 'pushDenied';
    const found = await subscribe();
    const answer = await request('POST', '/chat/push', found.toJSON());
    if (answer.ok) {
      show(true);
      return 'pushOn';
    }
    await found.unsubscribe();
    return answer.status === 409 ? 'pushEarly' : 'pushFailed';
  }

  async function turnOff() {
    const found = await subscription();
    if (found) await found.unsubscribe();
    show(false);
    // The push service refuses what is still sent, and the server forgets it then.
    await request('DELETE', '/chat/push').catch(() => null);
    return 'pushOff';
  }

  /** What the browser has, the server may have lost: it is told again, or the browser gives it up. */
  async function restore() {
    const found = await subscription();
    if (!found || Notification.permission !== 'granted') return;
    const answer = await request('POST', '/chat/push', found.toJSON());
    if (answer.status === 409 || answer.status === 400) await found.unsubscribe();
    else show(true);
  }

  if (able) {
    button.hidden = false;
    restore().catch(() => show(false));
  }

  if (wantsHome) button.hidden = false;

  return {
    isOn: () => on,
    /** Resolves with the key of what to say. */
    turn: async () => (wantsHome ? 'pushHome' : (on ? turnOff() : turnOn()).catch(() => 'pushFailed')),
    forget: () => {
      if (able) turnOff().catch(() => show(false));
    },
  };
}

function bytesOf(text) {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}
