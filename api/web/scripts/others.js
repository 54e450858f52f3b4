// Others work in the same report: every few seconds the page asks whether it has
// changed. The answer is empty while it has not.

import {call, Refusal} from './service.js';

const every = 3000; // milliseconds
const longest = 30_000;

/** watchOthers asks for as long as the page is looked at. */
export function watchOthers(path, queue, held, connection, take) {
  let failures = 0;
  let timer = 0;

  const look = async () => {
    try {
      if (document.hidden || queue.sending.size > 0 || connection.ended) return;
      const {status, body} = await call('GET', path, {headers: {'If-None-Match': `"${held.revision}"`, Prefer: 'return=minimal'}});
      failures = 0;
      if (!queue.busy) connection.restored();
      if (status === 200) take(body, new Map());
    } catch (error) {
      failures++;
      if (!(error instanceof Refusal)) connection.lost(queue.waiting.size);
      else if (error.status === 401 || error.status === 404) queue.stop(error);
    }
  };
  const loop = async () => {
    await look();
    timer = setTimeout(loop, Math.min(every * 2 ** failures, longest));
  };
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return;
    clearTimeout(timer);
    loop();
  });
  timer = setTimeout(loop, every);
}
