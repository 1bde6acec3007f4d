// <word-answers> around the link to the Word file of a sheet or document: if the form on the page has answers, the
// downloaded file contains them. The file is changed in this browser, and nothing is sent. Without this script, or
// without answers, the link leads to the empty file.
import { element } from './elements.js';

const DOCUMENT = 'word/document.xml';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const WORD_2010 = 'http://schemas.microsoft.com/office/word/2010/wordml';

class WordAnswers extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', event => {
      const link = event.target.closest('a');
      const answers = document.querySelector('handout-form')?.answersByNumber?.();
      if (!link || !answers?.size || this.isOwnClick) return;
      event.preventDefault();
      this.download(link, answers);
    });
  }

  async download(link, answers) {
    let href = link.href;
    try {
      href = URL.createObjectURL(await fill(await (await fetch(link.href)).arrayBuffer(), answers));
    } catch {
      // The empty file is better than none.
    }

    this.isOwnClick = true;
    element('a', { href, download: link.download || link.pathname.split('/').at(-1) }).click();
    this.isOwnClick = false;
    if (href !== link.href) URL.revokeObjectURL(href);
  }
}

/** The Word file with the answers in its content controls. */
async function fill(buffer, answers) {
  const entries = readZip(buffer);
  const main = entries.find(entry => entry.name === DOCUMENT);
  const xml = new DOMParser().parseFromString(await textOf(main), 'application/xml');
  for (const control of xml.getElementsByTagNameNS(WORD, 'sdt')) {
    const tag = child(child(control, 'sdtPr'), 'tag')?.getAttributeNS(WORD, 'val');
    const number = Number(tag?.match(/^answer\.([0-9]+)$/)?.[1]);
    if (answers.has(number)) answer(control, answers.get(number));
  }
  const bytes = new TextEncoder().encode(new XMLSerializer().serializeToString(xml));
  Object.assign(main, { method: 0, crc: crc32(bytes), size: bytes.length, data: bytes });
  return new Blob(writeZip(entries), {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  });
}

function answer(control, text) {
  const properties = child(control, 'sdtPr');
  const content = child(control, 'sdtContent');
  const checked = properties.getElementsByTagNameNS(WORD_2010, 'checked')[0];
  if (checked) {
    const isChecked = text === 'x' || text === child(properties, 'alias')?.getAttributeNS(WORD, 'val');
    checked.setAttributeNS(WORD_2010, 'w14:val', isChecked ? '1' : '0');
    content.getElementsByTagNameNS(WORD, 't')[0].textContent = isChecked ? '\u2612' : '\u2610';
    return;
  }
  child(properties, 'showingPlcHdr')?.remove();
  const run = content.getElementsByTagNameNS(WORD, 'r')[0];
  const make = name => control.ownerDocument.createElementNS(WORD, `w:${name}`);
  const written = make('r');
  for (const [i, line] of text.split('\n').entries()) {
    if (i > 0) written.append(make('br'));
    const part = make('t');
    part.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:space', 'preserve');
    // Characters that XML does not allow.
    part.textContent = line.replace(/[^\t\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
    written.append(part);
  }
  run.replaceWith(written);
}

function child(parent, name) {
  return [...(parent?.children ?? [])].find(node => node.localName === name && node.namespaceURI === WORD);
}

/** The entries of a ZIP file in the order of its directory, with their data as stored. */
function readZip(buffer) {
  const view = new DataView(buffer);
  let end = buffer.byteLength - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end--;
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: view.getUint16(end + 10, true) }, () => {
    const field = (offset, size) => view[`getUint${size}`](at + offset, true);
    const [nameLength, local, stored] = [field(28, 16), field(42, 32), field(20, 32)];
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const entry = {
      name: new TextDecoder().decode(new Uint8Array(buffer, at + 46, nameLength)),
      method: field(10, 16),
      time: field(12, 32),
      crc: field(16, 32),
      size: field(24, 32),
      data: new Uint8Array(buffer, start, stored),
    };
    at += 46 + nameLength + field(30, 16) + field(32, 16);
    return entry;
  });
}

async function textOf(entry) {
  if (entry.method === 0) return new TextDecoder().decode(entry.data);
  const stream = new Blob([entry.data]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).text();
}

/** The parts of a ZIP file with these entries. */
function writeZip(entries) {
  const [files, directory] = [[], []];
  let offset = 0;
  for (const { name, method, time, crc, size, data } of entries) {
    const bytes = new TextEncoder().encode(name);
    const common = [u16(20), u16(0x800), u16(method), u32(time), u32(crc), u32(data.length), u32(size)];
    const local = [u32(0x04034b50), ...common, u16(bytes.length), u16(0), bytes, data];
    files.push(...local);
    directory.push(u32(0x02014b50), u16(20), ...common, u16(bytes.length), new Uint8Array(12), u32(offset), bytes);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = u16(entries.length);
  return [...files, ...directory, u32(0x06054b50), u32(0), count, count, u32(size), u32(offset), u16(0)];
}

const u16 = value => new Uint8Array([value & 255, (value >> 8) & 255]);
const u32 = value => new Uint8Array([0, 8, 16, 24].map(shift => (value >>> shift) & 255));

/** The checksum of ZIP files (ISO 3309). */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}

customElements.define('word-answers', WordAnswers);
