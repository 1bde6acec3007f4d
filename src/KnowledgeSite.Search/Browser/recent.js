// The recent searches of this browser, stored only on this device.

const KEY = 'knowledgesite:searches';
const MOST = 5;

export class RecentSearches {
  all() {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]');
      return Array.isArray(kept) ? kept.filter(query => typeof query === 'string').slice(0, MOST) : [];
    } catch {
      return [];
    }
  }

  add(query) {
    const wanted = query.trim().slice(0, 100);
    if (wanted) this.keep([wanted, ...this.all().filter(other => other !== wanted)].slice(0, MOST));
  }

  clear() {
    this.keep([]);
  }

  // Browsers may disallow storage.
  keep(queries) {
    try {
      localStorage.setItem(KEY, JSON.stringify(queries));
    } catch {
      // In that case, nothing is stored.
    }
  }
}
