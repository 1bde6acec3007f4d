// This site offers no copy. Where a reader's browser still has the worker of a time when it did, this takes its place,
// clears the copy away and goes.

const scope = new URL('./', location.href);

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', event =>
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (name.startsWith(`knowledgesite ${scope.pathname} `)) await caches.delete(name);
      await registration.unregister();
    })(),
  ),
);
