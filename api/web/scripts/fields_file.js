// A fields file from the author's editor: all its faults with line and column, or
// its content taken over, to be looked at and published.

import {build} from './build.js';
import {call, Refusal, whyFailed} from './service.js';
import {text} from './texts.js';

/** watchFile takes a fields file on the form into the draft. */
export function watchFile(form, draft, notices) {
  const input = form.querySelector('input[type=file]');
  const state = form.querySelector('[role=status]');
  form.addEventListener('submit', (event) => event.preventDefault());
  input.addEventListener('change', async () => {
    const [file] = input.files;
    if (!file) return;
    const source = await file.text();
    input.value = '';
    try {
      const {body} = await call('PUT', `/api/v1/templates/${draft.data.id}/fields?dry_run=true`,
        {body: new Blob([source]), media: 'application/yaml', headers: {'If-Match': `"${draft.base}"`}});
      draft.take(body.schema);
      state.replaceChildren(build('p', {class: 'good'}, text('file_good')));
    } catch (error) {
      if (error instanceof Refusal && error.errors.length) state.replaceChildren(faultList(error.errors, source.split('\n')));
      else notices.add(whyFailed(error));
    }
  });
}

/** faultList tells each fault with its line. */
function faultList(faults, lines) {
  return build('ol', {class: 'file-faults'}, ...faults.map((f) => build('li', {},
    build('p', {class: 'fault'}, f.line ? text('file_fault', f.line, f.column, f.message) : f.message),
    f.line ? build('pre', {}, build('code', {}, lines[f.line - 1] ?? '')) : null)));
}
