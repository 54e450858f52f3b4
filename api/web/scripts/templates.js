// The list of templates: a draft that is dropped becomes one.

import {upload, watchDrop} from './upload.js';

watchDrop(document.getElementById('drop'), async (file, progress) => {
  const form = new FormData();
  form.append('title', file.name.replace(/\.docx$/i, '').slice(0, 200));
  form.append('docx', file);
  const {body} = await upload('POST', '/api/v1/templates', form, {}, progress);
  location.assign(`/templates/${body.id}`);
});
