// <agenda-clock> around an agenda: given a start time, each step shows its time of day. The start time is in the URL
// (?start=09:30) and in links to the sheets, so that shared links keep it.
import { endsAt, startTime } from './strings.js';

class AgendaClock extends HTMLElement {
  connectedCallback() {
    this.steps = [...this.querySelectorAll('[data-start]')].map(element => ({
      element,
      text: element.textContent,
      start: Number(element.dataset.start),
      minutes: Number(element.dataset.minutes),
    }));
    this.input = Object.assign(document.createElement('input'), { type: 'time' });
    const label = document.createElement('label');
    label.append(`${startTime} `, this.input);
    this.end = document.createElement('output');
    const bar = Object.assign(document.createElement('p'), { className: 'clock-bar' });
    bar.append(label, this.end);
    this.prepend(bar);
    this.input.value = startInUrl();
    this.input.addEventListener('input', () => this.update());
    this.show();
  }

  update() {
    const address = new URL(location.href);
    if (this.input.value) address.searchParams.set('start', this.input.value);
    else address.searchParams.delete('start');
    history.replaceState(null, '', decodeURIComponent(address.href));
    this.show();
  }

  show() {
    const start = this.input.value;
    for (const step of this.steps)
      step.element.textContent = start
        ? `${timeAfter(start, step.start)}–${timeAfter(start, step.start + step.minutes)}`
        : step.text;
    const last = this.steps.at(-1);
    this.end.textContent = start && last ? endsAt(timeAfter(start, last.start + last.minutes)) : '';
    for (const link of document.querySelectorAll('a[data-sheet]')) {
      const address = new URL(link.href);
      if (start) address.searchParams.set('start', start);
      else address.searchParams.delete('start');
      link.href = decodeURIComponent(address.href);
    }
  }
}

function startInUrl() {
  const start = new URLSearchParams(location.search).get('start') ?? '';
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(start) ? start : '';
}

// Wraps around at midnight.
function timeAfter(start, minutes) {
  const [hour, minute] = start.split(':').map(Number);
  const time = (hour * 60 + minute + minutes) % (24 * 60);
  return `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`;
}

customElements.define('agenda-clock', AgendaClock);
