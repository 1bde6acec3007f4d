// Stores the site on the device of a reader who asked for it (see offline-copy.js of the theme), one complete version
// at a time. A version is the list of all files with their hashes. It is downloaded into a cache of its own, with each
// file checked against its hash, and is not used before it is complete. Each opened page is tied to its version, and
// all its further files come from that version; a page that came from the network continues with the network. So a
// reader never sees a mix of two versions, even if a new one is published meanwhile.

const scope = new URL('./', location.href);
const names = `knowledgesite ${scope.pathname} `;
const stateName = `${names}state`;
const newsAddress = new URL('offline.json', scope).href;
const listAddress = new URL('offline-files.json', scope).href;
const ownFiles = [newsAddress, listAddress, location.href];

const NETWORK = 'network';
const LANES = 6;

// In ms. A page that is being opened is not among the clients yet.
const OPENING = 60_000;

let updating = null;
let isWanted = true;

self.addEventListener('fetch', event => {
  const address = new URL(event.request.url);
  if (event.request.method !== 'GET' || !address.href.startsWith(scope.href) || ownFiles.includes(address.href)) return;
  event.respondWith(answer(event, address));
  if (event.request.mode === 'navigate') event.waitUntil(updateIfKept());
});

self.addEventListener('message', event => {
  const { data, source } = event;
  if (data === 'keep') event.waitUntil(keep(source));
  if (data === 'remove') event.waitUntil(remove(source));
  if (data === 'status') event.waitUntil(tellStatus(source));
});

async function answer({ request, clientId, resultingClientId }, address) {
  const isPage = request.mode === 'navigate';
  const version = isPage ? await currentVersion() : await versionOf(clientId);
  const file = await findFile(version, address, isPage);
  if (file || !isPage) {
    if (resultingClientId) await tie(resultingClientId, version ?? NETWORK);
    return file ?? fetch(request);
  }

  if (resultingClientId) await tie(resultingClientId, NETWORK);
  try {
    return await fetch(request);
  } catch (error) {
    const instead = await findFile(version, new URL('offline.html', scope), false);
    if (!instead) throw error;
    if (resultingClientId) await tie(resultingClientId, version);
    return instead;
  }
}

async function findFile(version, address, isPage) {
  if (version === NETWORK || (isPage && !version)) return null;
  const key = keyOf(address);
  if (!version) return findAnywhere(key);
  const file = await caches.match(key, { cacheName: names + version });
  if (file || !isPage || key.endsWith('/')) return file;
  return (await caches.match(`${key}/`, { cacheName: names + version }))
    ? Response.redirect(`${key}/${address.search}`)
    : null;
}

// Requests of a page's worker may come without a known client. Their URLs contain a content hash, so any version will
// do.
async function findAnywhere(key) {
  for (const name of await versionNames()) {
    const file = await caches.match(key, { cacheName: name });
    if (file) return file;
  }
  return null;
}

function keyOf(address) {
  return new URL(address.pathname.replace(/\/index\.html$/, '/'), scope).href;
}

// ---- Selecting a version

async function state() {
  return caches.open(stateName);
}

const stateKey = name => new URL(`offline-state/${name}`, scope).href;

async function currentVersion() {
  const version = await (await (await state()).match(stateKey('current')))?.text();
  return version && (await caches.match(listAddress, { cacheName: names + version })) ? version : null;
}

async function versionNames() {
  return (await caches.keys()).filter(name => name.startsWith(names) && name !== stateName);
}

async function tie(client, version) {
  await (await state()).put(stateKey(`client/${client}`), Response.json({ version, at: Date.now() }));
}

// Null if it is unknown.
async function versionOf(client) {
  const tied = client && (await (await (await state()).match(stateKey(`client/${client}`)))?.json());
  return tied ? tied.version : null;
}

// ---- Updating to a newer version

async function updateIfKept() {
  try {
    if (await (await state()).match(stateKey('wanted'))) await update();
  } catch {
    // There is no network, or a version is being published. The stored version stays complete, and the next page tries
    // again.
  }
}

function update() {
  return (updating ??= bringUpToDate().finally(() => {
    updating = null;
  }));
}

async function bringUpToDate() {
  isWanted = true;
  const current = await currentVersion();
  const news = await fetchJson(newsAddress);
  if (news.version !== current) {
    const list = await fetchJson(listAddress);
    if (list.version !== current) await bringIn(list, current);
  }
  await sweep();
  await tellNewer();
}

async function bringIn(list, current) {
  const known = current ? await knownFiles(current, list) : new Map();
  const next = await caches.open(names + list.version);
  const waiting = [...list.files];
  const total = waiting.length;
  let done = 0;
  const lane = async () => {
    for (let file = waiting.pop(); file; file = waiting.pop()) {
      if (!isWanted) throw new Error('no longer wanted');
      const [path, hash] = file;
      const key = new URL(path, scope).href;
      if (!(await next.match(key))) await next.put(key, (await known.get(hash)?.()) ?? (await download(key, hash)));
      done += 1;
      if (done % 20 === 0 || done === total) await tellAll({ type: 'progress', done, total });
    }
  };
  try {
    await Promise.all(Array.from({ length: LANES }, lane));
  } catch (error) {
    waiting.length = 0;
    throw error;
  }
  if (!isWanted) throw new Error('no longer wanted');

  // From here on, the version is complete and is the one that is shown.
  await next.put(listAddress, Response.json(list));
  await (await state()).put(stateKey('current'), new Response(list.version));
}

// The files of the stored version that have the same hash. If the host sends other headers now, all files are
// downloaded again.
async function knownFiles(version, list) {
  const cache = await caches.open(names + version);
  const last = await (await cache.match(listAddress)).json();
  return new Map(
    last.headers === list.headers
      ? last.files.map(([path, hash]) => [hash, () => cache.match(new URL(path, scope).href)])
      : [],
  );
}

async function download(address, hash) {
  const response = await fetch(address, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const bytes = await response.arrayBuffer();
  if (!hex(await crypto.subtle.digest('SHA-256', bytes)).startsWith(hash))
    throw new Error(`${address} is of another version`);
  const headers = new Headers(response.headers);
  for (const name of ['content-encoding', 'content-length', 'vary']) headers.delete(name);
  return new Response(bytes, { headers });
}

function hex(buffer) {
  return [...new Uint8Array(buffer)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

async function fetchJson(address) {
  const response = await fetch(address, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

// Removes versions that no open page is tied to, and the state of closed pages.
async function sweep() {
  const kept = await state();
  const open = new Set((await clients.matchAll({ includeUncontrolled: true, type: 'all' })).map(client => client.id));
  const needed = new Set([stateName, names + (await currentVersion())]);
  for (const request of await kept.keys()) {
    const [, client] = request.url.split('/offline-state/client/');
    if (!client) continue;
    const { version, at } = await (await kept.match(request)).json();
    if (open.has(client) || Date.now() - at < OPENING) needed.add(names + version);
    else await kept.delete(request);
  }
  for (const name of await versionNames()) if (!needed.has(name)) await caches.delete(name);
}

// ---- Messages from and to pages

async function keep(page) {
  try {
    await (await state()).put(stateKey('wanted'), new Response(''));
    await update();
    await tellStatus(page);
  } catch (error) {
    page.postMessage({ type: isWanted ? 'failed' : 'removed', reason: String(error.message ?? error) });
  }
}

async function remove(page) {
  isWanted = false;
  await updating?.catch(() => {});
  for (const name of [...(await versionNames()), stateName]) await caches.delete(name);
  await registration.unregister();
  page.postMessage({ type: 'removed' });
}

async function tellStatus(page) {
  const version = await currentVersion();
  const tied = await versionOf(page.id);
  page.postMessage({
    type: 'status',
    isKept: Boolean(version),
    isUpdating: Boolean(updating) && !version,
    isNewer: isOlder(tied, version),
  });
}

async function tellNewer() {
  const version = await currentVersion();
  for (const page of await clients.matchAll({ type: 'window' }))
    if (isOlder(await versionOf(page.id), version)) page.postMessage({ type: 'newer' });
}

function isOlder(tied, version) {
  return Boolean(tied && version) && tied !== NETWORK && tied !== version;
}

async function tellAll(message) {
  for (const page of await clients.matchAll({ type: 'window', includeUncontrolled: true })) page.postMessage(message);
}
