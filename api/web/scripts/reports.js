// The list of reports tells what the page before it did.

import {tellSaid} from './said.js';

tellSaid();
