// The list of reports tells what the page before it did, and is asked for anew where
// the browser goes back to it: reports have changed since.

import {tellSaid} from './said.js';

tellSaid();
addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
performance.mark('ready');
