// Decodes postings. PostingsWriter.cs writes and documents the format.

/** Decodes the postings of one word of a shard of `size` words: { sections, body, headings, names, paths }. */
export function readPostings(shard, word, size) {
  const lengths = new NumberReader(shard, 0);
  let start = 0;
  for (let i = 0; i < word; i++) start += lengths.next();
  for (let i = word; i < size; i++) lengths.next();
  return readPostingsAt(shard, lengths.at + start);
}

function readPostingsAt(shard, at) {
  const numbers = new NumberReader(shard, at);
  const count = numbers.next();
  const sections = new Uint32Array(count);
  for (let i = 0, section = 0; i < count; i++) sections[i] = section += numbers.next();

  const body = new Uint8Array(count);
  for (let i = 0; i < count; i++)
    body[i] = i % 2 ? shard[numbers.at + (i >> 1)] >> 4 : shard[numbers.at + (i >> 1)] & 15;
  numbers.at += (count + 1) >> 1;

  const [headings, names, paths] = [new Uint8Array(count), new Uint8Array(count), new Uint8Array(count)];
  for (let rest = numbers.next(), i = 0; rest > 0; rest--) {
    const step = numbers.next();
    i += step >> 1;
    paths[i] = step & 1;
    headings[i] = shard[numbers.at] & 15;
    names[i] = shard[numbers.at++] >> 4;
  }
  return { sections, body, headings, names, paths };
}

/** The sections in which several words occur together: in the same text, heading or name. */
export function intersectPostings(several) {
  const rows = several.slice(1).reduce(
    (common, postings) => {
      const positions = new Map([...postings.sections].map((section, i) => [section, i]));
      return common
        .filter(row => positions.has(row.section))
        .map(row => minimum(row, rowAt(postings, positions.get(row.section))));
    },
    [...several[0].sections].map((_, i) => rowAt(several[0], i)),
  );
  const column = name => Uint8Array.from(rows, row => row[name]);
  return {
    sections: Uint32Array.from(rows, row => row.section),
    body: column('body'),
    headings: column('headings'),
    names: column('names'),
    paths: column('paths'),
  };
}

function rowAt({ sections, body, headings, names, paths }, i) {
  return { section: sections[i], body: body[i], headings: headings[i], names: names[i], paths: paths[i] };
}

function minimum(a, b) {
  const row = { section: a.section };
  for (const name of ['body', 'headings', 'names', 'paths']) row[name] = Math.min(a[name], b[name]);
  return row;
}

/** Reads numbers in LEB128. */
class NumberReader {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  next() {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      number |= (byte & 127) << shift;
      if (!(byte & 128)) return number;
    }
  }
}
