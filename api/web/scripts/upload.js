// Sending a draft: dropped on a form or chosen in it, with its progress told. The
// form works without this script too.

import {build} from './build.js';
import {Refusal} from './service.js';
import {text} from './texts.js';

const mostReasons = 3;

/**
 * watchDrop makes a form with a file input take drafts. send gets the file and how
 * to go about the upload (see sending), and gives a promise; what it comes to is for
 * the caller, what it fails with is told on the form.
 */
export function watchDrop(form, send) {
  const input = form.querySelector('input[type=file]');
  const state = form.querySelector('[role=status]');
  const take = async (files) => {
    if (files.length === 0 || form.getAttribute('aria-busy') === 'true') return;
    const wrong = unfit(files);
    if (wrong) return tell(state, wrong);
    form.setAttribute('aria-busy', 'true');
    try {
      await send(files[0], sending(state, files[0].name));
      state.replaceChildren();
      form.removeAttribute('aria-busy');
    } catch (error) {
      form.removeAttribute('aria-busy');
      failed(state, error);
      if (document.activeElement === document.body) input.focus({preventScroll: true}); // hidden while busy, it lost the focus
    } finally {
      input.value = '';
    }
  };
  input.addEventListener('change', () => take(input.files));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (input.files.length) take(input.files);
    else input.click();
  });
  watchDrag(form, take);
}

/** watchDrag takes files that are dropped anywhere on the page; elsewhere a browser would leave it for them. */
export function watchDrag(form, take) {
  const over = (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    form.classList.add('over');
  };
  addEventListener('dragenter', over);
  addEventListener('dragover', over);
  addEventListener('dragleave', (event) => { if (!event.relatedTarget) form.classList.remove('over'); });
  addEventListener('drop', (event) => {
    form.classList.remove('over');
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    take(event.dataTransfer.files);
  });
}

/** unfit is why files cannot be taken; empty where they can. */
export function unfit(files) {
  if (files.length > 1) return text('upload_one');
  return /\.docx$/i.test(files[0].name) ? '' : text('upload_not_docx', files[0].name);
}

/** reasons are what an error says: its faults one by one, or, of many, what they come to and the first. */
export function reasons(error) {
  if (!(error instanceof Refusal)) return [text('upload_lost')];
  const list = error.errors.map((e) => e.message);
  if (list.length > mostReasons) return [error.message, ...list.slice(0, mostReasons - 1)];
  return list.length ? list : [error.message];
}

/** failed tells why an upload came to nothing; of one that was cancelled there is nothing to tell. */
export function failed(state, error) {
  if (error.name === 'AbortError') state.replaceChildren();
  else tell(state, ...reasons(error));
}

/** tell shows lines where the form tells how it stands. */
export function tell(state, ...lines) {
  state.replaceChildren(build('ul', {class: 'fault'}, ...lines.map((line) => build('li', {}, line))));
}

/**
 * sending shows a bar there, with a button that cancels, and gives how upload is to
 * go: {progress, signal}; and cancel. Nothing else ends one whose connection hangs.
 */
export function sending(state, name) {
  const stop = new AbortController();
  const bar = build('progress', {max: '1', value: '0', 'aria-label': name});
  const words = build('span', {}, text('upload_sending', name, 0));
  const cancel = () => stop.abort();
  state.replaceChildren(build('p', {class: 'sending'}, bar, words, build('button', {type: 'button', class: 'stop', onclick: cancel}, text('upload_cancel'))));
  const progress = (part) => {
    bar.value = part;
    words.textContent = part < 1 ? text('upload_sending', name, Math.floor(part * 100)) : text('upload_reading');
  };
  return {progress, signal: stop.signal, cancel};
}

/**
 * upload sends a form, or a file as the body, and gives {status, etag, body}. It
 * throws a Refusal where the service refuses, a TypeError where it cannot be
 * reached, the signal's reason once that aborts. progress is told how much has gone,
 * 0 to 1. fetch does not tell how far a body has gone; XMLHttpRequest does.
 */
export function upload(method, path, body, headers, {progress = () => {}, signal} = {}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', (event) => { if (event.lengthComputable) progress(event.loaded / event.total); });
    request.upload.addEventListener('load', () => progress(1));
    request.addEventListener('load', () => {
      const answer = decode(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve({status: request.status, etag: request.getResponseHeader('ETag'), body: answer});
      else reject(new Refusal(request.status, answer || {}, 0));
    });
    request.addEventListener('error', () => reject(new TypeError('network')));
    request.addEventListener('abort', () => reject(signal.reason));
    signal?.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

function decode(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null; // a proxy's page, not the service's answer
  }
}
