// <offline-copy> lets a reader save the site for offline use. Nothing is saved and no service worker is registered
// before the reader agrees; the size is shown first. The worker (sw.js) saves and updates the copy; this element shows
// its state.
import { action, element } from './elements.js';
import {
  cannotSaveNow,
  copyIncomplete,
  copySize,
  later,
  newVersion,
  noCopy,
  notAllSaved,
  notNow,
  reload,
  removeCopy,
  resume,
  save,
  saveOffline,
  savingFiles,
  savingSite,
  siteSaved,
  stop,
  tryAgain,
} from './strings.js';

const root = new URL('../', import.meta.url);
const workerUrl = new URL('sw.js', root);

class OfflineCopy extends HTMLElement {
  async connectedCallback() {
    if (!navigator.serviceWorker || !isSecureContext || !globalThis.caches) return;
    this.status = element('p', { role: 'status' });
    this.actions = element('p', { className: 'actions' });
    this.append(this.status, this.actions);
    this.hidden = false;
    navigator.serviceWorker.addEventListener('message', ({ data }) => this.onMessage(data));
    const registration = await this.registration();
    if (registration) this.send('status');
    else this.offer();
  }

  async registration() {
    const registration = await navigator.serviceWorker.getRegistration(root);
    return registration?.scope === root.href && registration.active ? registration : null;
  }

  async send(message) {
    (await this.registration())?.active.postMessage(message);
  }

  onMessage({ type, ...data }) {
    if (type === 'progress' && this.isSaving)
      this.show(savingFiles(data.done, data.total), [stop, () => this.remove()]);
    if (type === 'failed') this.failed();
    if (type === 'removed') this.removed();
    if (type === 'newer' || data.isNewer) this.showNewer();
    if (type === 'status') this.showStatus(data);
  }

  showStatus({ isKept, isUpdating }) {
    this.isSaving = isUpdating;
    if (isKept) this.show(siteSaved, [removeCopy, () => this.remove()]);
    else if (isUpdating) this.show(savingSite, [stop, () => this.remove()]);
    else this.show(copyIncomplete, [resume, () => this.save()], [removeCopy, () => this.remove()]);
  }

  offer(message = '') {
    this.show(message, [saveOffline, () => this.confirmSave()]);
  }

  async confirmSave() {
    try {
      const { files, bytes } = await (await fetch(new URL('offline.json', root), { cache: 'no-cache' })).json();
      this.show(copySize(files, sizeOf(bytes)), [save, () => this.save()], [notNow, () => this.offer()]);
    } catch {
      this.offer(cannotSaveNow);
    }
  }

  async save() {
    this.isSaving = true;
    this.show(savingSite, [stop, () => this.remove()]);
    try {
      const registration = await navigator.serviceWorker.register(workerUrl, { scope: root.pathname });
      await activation(registration);
      registration.active.postMessage('keep');
    } catch {
      this.failed();
    }
  }

  failed() {
    if (!this.isSaving) return;
    this.isSaving = false;
    this.show(notAllSaved, [tryAgain, () => this.save()], [removeCopy, () => this.remove()]);
  }

  async remove() {
    this.isSaving = false;
    if (await this.registration()) await this.send('remove');
    else this.removed();
  }

  removed() {
    this.isSaving = false;
    this.offer(noCopy);
  }

  // An open page keeps its own version until it is reloaded.
  showNewer() {
    if (this.querySelector('.newer-version')) return;
    const note = element('p', { className: 'newer-version', role: 'status' });
    this.append(note);
    note.append(
      `${newVersion} `,
      action(reload, () => location.reload()),
      action(later, () => note.remove()),
    );
  }

  // The text is replaced in place, so that screen readers announce it. Buttons with the same text are kept, so that
  // they keep the focus.
  show(text, ...actions) {
    if (this.status.textContent !== text) this.status.textContent = text;
    if (actions.map(([label]) => label).join() === [...this.actions.children].map(b => b.textContent).join()) return;
    const hadFocus = this.actions.contains(document.activeElement);
    this.actions.replaceChildren(...actions.map(([label, act]) => action(label, act)));
    if (hadFocus) this.actions.firstElementChild.focus();
  }
}

function activation(registration) {
  const worker = registration.installing ?? registration.waiting;
  if (registration.active || !worker) return null;
  return new Promise((done, failed) =>
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') done();
      if (worker.state === 'redundant') failed(new Error('The service worker could not be installed.'));
    }),
  );
}

function sizeOf(bytes) {
  const number = (value, digits) =>
    value.toLocaleString(document.documentElement.lang, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  return bytes < 1e5 ? `${Math.ceil(bytes / 1000)} KB` : `${number(bytes / 1e6, 1)} MB`;
}

customElements.define('offline-copy', OfflineCopy);
