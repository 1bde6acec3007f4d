// Fetches the files of the published site. `check` reads them without a network, with the same four methods.

/** The error if an index file cannot be loaded: no network, or the file is gone because the site was republished. */
export class IndexMissing extends Error {}

export class SiteFiles {
  /** @param folder the URL of the index folder @param root the URL of the site */
  constructor(folder, root) {
    this.folder = folder;
    this.root = root;
  }

  /** The uncompressed bytes of a file of the index. */
  async readBytes(name) {
    const url = new URL(name, this.folder);
    let response;
    try {
      response = await fetch(url);
    } catch (error) {
      throw new IndexMissing(`${url.pathname}: ${error.message}`);
    }
    if (!response.ok) throw new IndexMissing(`${url.pathname}: ${response.status}`);
    const content = response.body.pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(content).arrayBuffer());
  }

  async readJson(name) {
    return JSON.parse(new TextDecoder().decode(await this.readBytes(name)));
  }

  /** The HTML of a page; '' if it cannot be loaded. @param url relative to the site */
  readPage(url) {
    return fetch(new URL(url, this.root)).then(
      response => (response.ok ? response.text() : ''),
      () => '',
    );
  }

  /** The path of a page on its host. @param url relative to the site */
  pathOf(url) {
    return new URL(url, this.root).pathname;
  }
}
