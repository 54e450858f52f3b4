// What a dropped draft is to be called: the service reads it first and keeps
// nothing; its title, or the file's name, is proposed.

import {text} from './texts.js';
import {failed, sending, upload, watchDrop} from './upload.js';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Naming asks for title and id between the drop of a draft and its upload. */
export class Naming {
  constructor(form) {
    this.form = form;
    this.state = form.querySelector('[role=status]');
    this.part = document.getElementById('naming');
    this.title = document.getElementById('title');
    this.id = document.getElementById('id');
    this.file = null;
    form.addEventListener('submit', (event) => this.submit(event)); // before watchDrop's, which asks for a file
    document.getElementById('cancel').addEventListener('click', () => this.cancel());
    addEventListener('pageshow', (event) => { if (event.persisted) this.cancel(); }); // back from the template
    this.part.addEventListener('keydown', (event) => { if (event.key === 'Escape' && !event.isComposing) this.leave(); });
    watchDrop(form, (file, way) => this.read(file, way));
  }

  async read(file, way) {
    this.close();
    const {body} = await upload('POST', '/api/v1/scan', file, {'Content-Type': docx}, way);
    this.file = file;
    this.form.noValidate = true; // the file is here, not in its input
    const found = body.placeholders.filter((p) => !p.doubtful).length;
    document.getElementById('naming-what').textContent = found ? text('naming_what', file.name, found) : text('naming_nothing', file.name);
    this.title.value = body.title || file.name.replace(/\.docx$/i, '');
    this.id.value = '';
    this.open();
  }

  open() {
    this.part.classList.add('open');
    document.getElementById('cancel').hidden = false;
    this.title.focus();
    this.title.select();
  }

  close() {
    this.file = null;
    this.form.noValidate = false;
    this.part.classList.remove('open');
    for (const input of [this.title, this.id]) input.removeAttribute('aria-invalid');
  }

  /** leave cancels the upload that is under way, else the naming. */
  leave() {
    if (this.form.getAttribute('aria-busy') === 'true') this.way.cancel();
    else this.cancel();
  }

  cancel() {
    this.close();
    this.form.removeAttribute('aria-busy');
    this.state.replaceChildren();
    this.form.querySelector('input[type=file]').focus();
  }

  async submit(event) {
    if (!this.file) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (this.form.getAttribute('aria-busy') === 'true') return;
    this.form.setAttribute('aria-busy', 'true');
    for (const input of [this.title, this.id]) input.removeAttribute('aria-invalid');
    try {
      this.way = sending(this.state, this.file.name);
      const {body} = await upload('POST', '/api/v1/templates', this.content(), {}, this.way);
      location.assign(`/templates/${body.id}`); // busy until then: Enter once more would make another template
    } catch (error) {
      this.form.removeAttribute('aria-busy');
      failed(this.state, error);
      if (error.name === 'AbortError') this.title.focus();
      else this.blame(error);
    }
  }

  content() {
    const form = new FormData();
    for (const [name, value] of [['title', this.title.value.trim()], ['id', this.id.value.trim()]]) {
      if (value) form.append(name, value);
    }
    form.append('docx', this.file);
    return form;
  }

  /** blame leads to the input that the service refuses. */
  blame(error) {
    const named = (name) => error.errors?.some((e) => e.field === name);
    const wrong = (error.code === 'conflict' || named('id')) ? this.id : named('title') && this.title;
    if (!wrong) return;
    wrong.setAttribute('aria-invalid', 'true');
    wrong.focus();
    wrong.select();
  }
}
