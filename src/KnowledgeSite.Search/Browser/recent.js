// The recent searches of this browser, stored only on this device.

const STORAGE_KEY = 'knowledgesite:searches';
const MAX_QUERIES = 5;

export class RecentSearches {
  all() {
    try {
      const stored = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '[]');
      return Array.isArray(stored) ? stored.filter(query => typeof query === 'string').slice(0, MAX_QUERIES) : [];
    } catch {
      return [];
    }
  }

  add(query) {
    const trimmed = query.trim().slice(0, 100);
    if (trimmed) this.save([trimmed, ...this.all().filter(other => other !== trimmed)].slice(0, MAX_QUERIES));
  }

  clear() {
    this.save([]);
  }

  // Browsers may disallow storage.
  save(queries) {
    try {
      localStorage.setItem(STORAGE_KEY, JSON.stringify(queries));
    } catch {
      // In that case, nothing is stored.
    }
  }
}
