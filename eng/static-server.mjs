// Serves a built site as a host does, for measurements: with the headers of _headers, compressed once, with keep-alive.
import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
};
const ENCODINGS = {
  br: bytes => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: bytes => gzipSync(bytes, { level: 6 }),
};

/** @returns the address of the root, and a way to stop it */
export async function serve(folder) {
  const rules = rulesOf(readFileSync(join(folder, '_headers'), 'utf8'));
  const packed = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const { file, status } = find(folder, decodeURIComponent(pathname));
    const headers = { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', Vary: 'Accept-Encoding' };
    for (const rule of rules) if (rule.matches.test(pathname)) Object.assign(headers, rule.headers);
    const encoding =
      extname(file) === '.png'
        ? undefined
        : Object.keys(ENCODINGS).find(e => request.headers['accept-encoding']?.includes(e));
    if (encoding) headers['Content-Encoding'] = encoding;
    const key = `${encoding} ${file}`;
    if (!packed.has(key)) packed.set(key, encoding ? ENCODINGS[encoding](readFileSync(file)) : readFileSync(file));
    response.writeHead(status, headers).end(packed.get(key));
  });
  await new Promise(ready => server.listen(0, 'localhost', ready));
  return { address: `http://localhost:${server.address().port}`, stop: () => server.close() };
}

function find(folder, path) {
  const file = join(folder, path, path.endsWith('/') ? 'index.html' : '');
  const isThere = file.startsWith(folder) && existsSync(file) && statSync(file).isFile();
  return isThere ? { file, status: 200 } : { file: join(folder, '404.html'), status: 404 };
}

// Blocks of a path, which may contain '*', with indented lines below.
function rulesOf(text) {
  const rules = [];
  for (const line of text.split('\n').filter(l => l.trim())) {
    const [name, ...value] = line.trim().split(': ');
    if (/^\S/.test(line))
      rules.push({
        matches: new RegExp(`^${line.replace(/[.+?()[\]]/g, '\\$&').replaceAll('*', '.*')}$`),
        headers: {},
      });
    else rules.at(-1).headers[name] = value.join(': ');
  }
  return rules;
}
