// Stores what a reader writes in this browser, under a key for each sheet or page. The browser may refuse to store
// data.

export function read(key) {
  try {
    const data = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof data === 'object' && data !== null ? data : {};
  } catch {
    return {};
  }
}

export function write(key, data) {
  try {
    localStorage.setItem(key, JSON.stringify(data));
    return true;
  } catch {
    return false;
  }
}
