// The service worker: shows that there is news, and opens the conversation. It keeps nothing and fetches nothing.

self.addEventListener('push', (event) => {
  const text = event.data ? event.data.text() : 'Bạn có tin mới';
  // At night nobody is woken: it is there in the morning.
  const hour = new Date().getHours();
  const silent = hour >= 21 || hour < 7;
  // The same tag: a new notification takes the place of one not yet read.
  event.waitUntil(self.registration.showNotification('Một Cửa', { body: text, tag: 'motcua', icon: '/icon-192.png', lang: 'vi', silent }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openChat());
});

async function openChat() {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return pages.length > 0 ? pages[0].focus() : self.clients.openWindow('/');
}
