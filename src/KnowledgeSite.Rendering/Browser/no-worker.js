// This site offers no offline copy. If a reader's browser still has the worker of an earlier version that did, this
// worker replaces it, deletes the copy and unregisters itself.

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
