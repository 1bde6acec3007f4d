// <team-notes>: reads notes files that people saved on level pages and shows, for each dimension, who has evidence for
// what, what only one person has shown, and where two raters of a person differ. It computes no scores. The files stay
// in the memory of this page: nothing is stored or sent, and closing the page forgets them.
import { action, element } from './elements.js';
import { MAX_NOTES_BYTES, notesIn } from './storage.js';
import {
  addNotesFiles,
  downloadMarkdown,
  evidence,
  fileTooLarge,
  ladderNotLoaded,
  notNotesFile,
  onlyOnePerson,
  person,
  progressGrowing,
  progressStarting,
  progressSteady,
  progressTeaching,
  rater,
  ratersDiffer,
  remove,
  statement,
  unknownStatements,
} from './strings.js';

const WORDS = new Map([
  ['starting', progressStarting],
  ['growing', progressGrowing],
  ['steady', progressSteady],
  ['teaching others', progressTeaching],
]);

class TeamNotes extends HTMLElement {
  connectedCallback() {
    this.files = [];
    this.messages = element('ul', {});
    const status = element('div', {}, this.messages);
    status.setAttribute('role', 'status');
    this.list = element('ul', { className: 'team-files' });
    this.result = element('div', { className: 'cross-result' });
    const input = element('input', { type: 'file', accept: 'application/json,.json', multiple: true });
    input.addEventListener('change', async () => {
      await this.add([...input.files]);
      input.value = '';
    });
    this.addEventListener('dragover', event => event.preventDefault());
    this.addEventListener('drop', event => {
      event.preventDefault();
      this.add([...event.dataTransfer.files]);
    });
    this.replaceChildren(
      element('label', { className: 'team-add' }, addNotesFiles, input),
      status,
      this.list,
      this.result,
    );
  }

  async add(files) {
    this.messages.replaceChildren();
    try {
      this.statements ??= await load(this.dataset.ladders.split(' '));
    } catch {
      this.report(ladderNotLoaded);
      return;
    }
    for (const file of files) {
      const notes = await notesIn(file);
      if (!notes) {
        this.report(`${file.name}: ${file.size > MAX_NOTES_BYTES ? fileTooLarge : notNotesFile}`);
        continue;
      }
      const unknown = Object.keys(notes).filter(id => !this.statements.has(id)).length;
      if (unknown > 0) this.report(`${file.name}: ${unknownStatements(unknown)}`);
      this.files.push({ person: this.nameFor(file), rater: '', notes });
    }
    this.showFiles();
    this.show();
  }

  // Level pages give everybody's file the same name, to which people add their own: "evidence-ana.json".
  nameFor(file) {
    const name = file.name.replace(/\.json$/i, '').replace(/^evidence[\s_-]+(?=\p{L})/iu, '');
    const people = new Set(this.files.map(({ person: taken }) => taken));
    let free = name;
    for (let i = 2; people.has(free); i++) free = `${name} (${i})`;
    return free;
  }

  report(text) {
    this.messages.append(element('li', { textContent: text }));
  }

  // Two files for one person are those of two raters.
  showFiles() {
    const field = (file, key, label) => {
      const input = element('input', { type: 'text', value: file[key] });
      input.addEventListener('input', () => {
        file[key] = input.value.trim();
        this.show();
      });
      return element('label', {}, label, input);
    };
    this.list.replaceChildren(
      ...this.files.map(file =>
        element(
          'li',
          {},
          field(file, 'person', person),
          field(file, 'rater', rater),
          action(remove, () => {
            this.files = this.files.filter(other => other !== file);
            this.showFiles();
            this.show();
          }),
        ),
      ),
    );
  }

  show() {
    if (this.files.length === 0) {
      this.result.replaceChildren();
      return;
    }
    this.result.replaceChildren(
      element(
        'p',
        {},
        action(downloadMarkdown, () => this.export()),
      ),
      ...this.dimensions().map(({ title, rows }) =>
        element('section', {}, element('h2', { textContent: title }), this.table(title, rows)),
      ),
    );
  }

  /** The dimensions with notes: each with its title and a row for each statement that somebody has a note for. */
  dimensions() {
    const people = this.people();
    const found = new Map();
    for (const [id, { text, level, dimension }] of this.statements) {
      const cells = people.map(name =>
        this.files
          .filter(file => file.person === name && hasNote(file.notes[id]))
          .map(file => ({ rater: file.rater, ...file.notes[id] })),
      );
      if (cells.every(cell => cell.length === 0)) continue;
      const shown = people.filter((_, i) => cells[i].some(note => note.evidence));
      const differ = people.filter((_, i) => new Set(cells[i].map(note => note.word).filter(Boolean)).size > 1);
      const hints = [
        ...(people.length > 1 && shown.length === 1 ? [onlyOnePerson(shown[0])] : []),
        ...differ.map(name => ratersDiffer(name)),
      ];
      if (!found.has(dimension)) found.set(dimension, { title: dimension, rows: [] });
      found.get(dimension).rows.push({ text, level, cells, hints });
    }
    return [...found.values()];
  }

  people() {
    return [...new Set(this.files.map(file => file.person))].sort((a, b) => a.localeCompare(b));
  }

  table(title, rows) {
    const head = [statement, ...this.people()].map(textContent => element('th', { scope: 'col', textContent }));
    const body = rows.map(({ text, level, cells, hints }) =>
      element(
        'tr',
        {},
        element(
          'th',
          { scope: 'row' },
          text,
          element('p', { textContent: level }),
          ...hints.map(hint => element('p', { className: 'change-more', textContent: hint })),
        ),
        ...cells.map((notes, i) => {
          if (notes.length === 0) return element('td', { className: 'no-notes' }, '–');
          const cell = element('td', {}, ...notes.map(note => element('p', { textContent: formatNote(note) })));
          cell.dataset.column = this.people()[i];
          return cell;
        }),
      ),
    );
    const table = element('table', {}, element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...body));
    const region = element('div', { className: 'table', tabIndex: 0, role: 'group', ariaLabel: title }, table);
    return region;
  }

  export() {
    // Neither a cell nor HTML begins within a note.
    const cell = text => text.replace(/\s+/g, ' ').replace(/[\\|<]/g, '\\$&');
    const people = this.people();
    const parts = this.dimensions().map(({ title, rows }) =>
      [
        `## ${title}`,
        '',
        `| ${[statement, ...people].map(cell).join(' | ')} |`,
        `|${' --- |'.repeat(people.length + 1)}`,
        ...rows.map(
          ({ text, level, cells, hints }) =>
            `| ${[[text, level, ...hints].join(' – '), ...cells.map(formatNotes)].map(cell).join(' | ')} |`,
        ),
        '',
      ].join('\n'),
    );
    const file = new Blob([[`# ${document.querySelector('h1').textContent}`, ...parts].join('\n\n')], {
      type: 'text/markdown',
    });
    const link = element('a', { href: URL.createObjectURL(file), download: 'team.md' });
    link.click();
    URL.revokeObjectURL(link.href);
  }
}

function hasNote(note) {
  return Boolean(note?.evidence || note?.word);
}

function formatNotes(notes) {
  return notes.map(formatNote).join('; ');
}

function formatNote({ rater: name, evidence: text, word }) {
  const parts = [text, WORDS.get(word)].filter(Boolean).join(' – ') || evidence;
  return name ? `${name}: ${parts}` : parts;
}

/** The statements of all ladders by id, in the order of the ladders: text and titles of level and dimension. */
async function load(hrefs) {
  const ladders = await Promise.all(
    hrefs.map(async href => {
      const response = await fetch(href);
      if (!response.ok) throw new Error(response.statusText);
      return response.json();
    }),
  );
  const found = new Map();
  for (const { dimensions, levels, cells } of ladders) {
    const titleOf = (list, id) => list.find(item => item.id === id).title;
    for (const { level, dimension, signals } of cells) {
      for (const { id, text } of signals ?? []) {
        if (!found.has(id))
          found.set(id, { text, level: titleOf(levels, level), dimension: titleOf(dimensions, dimension) });
      }
    }
  }
  return found;
}

customElements.define('team-notes', TeamNotes);
